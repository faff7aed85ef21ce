String log = new File(basedir, 'build.log').getText('UTF-8')
// a message of its own, or a failure prints all of the log
def says = { String line -> assert log.contains(line) : line }
def text = { new File(basedir, it).getText('UTF-8') }

// what links lead to is neither read nor published
says('/links/mod_env/env.txt: is a link out of ')
says('/links/mod_env/visible.txt: is a link to something hidden: replace it with a copy')
assert text('links.json').contains('"name": "env"') : 'the module is imported without what the links lead to'
basedir.eachFileRecurse {
  def secret = it.file && !java.nio.file.Files.isSymbolicLink(it.toPath()) &&
    it.length() < 10_000_000 && it.getText('ISO-8859-1').contains('do-not-publish-me')
  assert !secret || it.name in ['secret', '.env', 'id_rsa', 'invoker.properties', 'prebuild.groovy', 'verify.groovy'] : it
}
assert !new File(basedir, 'target').exists() : 'nothing is packaged'

[
  'mod_bad: a\\b cannot be installed everywhere',
  'mod_bad: nul.txt cannot be installed everywhere: rename nul.txt, which is a device on Windows',
  'mod_bad: x\\..\\..\\tmp\\EVIL.txt cannot be installed everywhere',
].each(says)

// each file has its finding, and none keeps the others from theirs
def lint = text('lint.txt')
assert lint.length() < 100_000
[
  'links/mod_env/README.md:1:1: error: is a link out of ',
  'sources/mod_alias/README.md:2:13: warning: the front matter has a label that is not plain text',
  'sources/mod_deep/README.md:2:10: warning: the front matter ',
  'sources/mod_fine/mod_fine.lua:1:1: warning: print bypasses',
  'sources/mod_laughs/README.md:43:9: warning: the front matter ',
  'sources/mod_locals/mod_locals.lua:201:7: error: more than 200 local variables',
  'sources/mod_nul/mod_nul.lua:1:11: error: util.a\\u0000b is not in Prosody',
  'sources/mod_rock/mod_rock-1-1.rockspec:3:',
  '… and 35,980 more of print-call on this line',
].each { assert lint.contains(it) : it }
assert text('lint.json').length() < 100_000

// a configuration that is run
assert log.count('is included more than 50 files deep') >= 2 : 'by both goals'
assert (log =~ /config\/attack\.cfg\.lua:6: it runs more than 20000000 instructions/).find()
assert !text('attack.txt').contains('do-not-publish-me')

// what floods or does not end fails alone
says('printed more than 64 MB, and was ended; it was at spec/flood_spec.lua: flood attacks')
says('ran longer than 60 s, and was ended; it was at spec/loop_spec.lua: loop attacks')
// the look at the file may come in a test or between two
assert (log =~ /wrote more than 64 MB of results, and was ended; it was (at|after) spec\/names_spec\.lua: n/).find() : 'mod_names is ended'
assert (log =~ /mod_fine on Lua 5\.4 \([^)]*\): 1 passed, 0 failed/).find() : 'mod_fine passes'
assert new File(basedir, 'build.log').length() < 2_000_000

says('a journal cannot be undone')
assert text('journal/id_rsa') == 'do-not-publish-me\n'
assert text('journal/precious.txt') == 'precious\n'
assert text('outside/id_rsa') == 'planted\n'

says('prosody.targets: nothing is known about Prosody [14.0,): choose from ')
def traces = log.readLines().findAll { it.contains('\tat ') || it.contains('Exception:') || it.contains('OutOfMemory') }
assert traces.empty
