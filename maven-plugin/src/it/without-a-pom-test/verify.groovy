import groovy.xml.XmlSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def lines = log.readLines()
def at = { String pattern -> lines.findIndexOf { it ==~ pattern } }

// in the order of the modules, each on both versions of Lua
assert at(/mod_endless on Lua 5\.1 \(.* s\): 0 passed, 1 failed/) < at(/mod_endless on Lua 5\.4 \(.* s\): 0 passed, 1 failed/)
assert at(/mod_endless on Lua 5\.4 .*/) < at(/mod_fine on Lua 5\.1 \(.* s\): 2 passed, 0 failed/)
assert at(/mod_fine on Lua 5\.1 .*/) < at(/mod_wrong on Lua 5\.1 \(.* s\): 0 passed, 1 failed/)
assert lines.contains('  | one and one')
assert log.contains('ran longer than 10 s, and was ended; it was at spec/mod_endless_spec.lua: mod_endless waits')
assert lines.contains('  modules/mod_wrong/spec/mod_wrong_spec.lua:3: failure: mod_wrong adds')
assert log.contains('mod_bare has no specs: there is no spec/**/*_spec.lua')
assert lines.contains('Specs: 4 passed, 4 failed')
assert log.contains('4 tests fail in mod_endless, mod_wrong; ')

def report = { new XmlSlurper().parse(new File(basedir, "reports/TEST-${it}.xml")) }
assert report('mod_fine').testcase*.@name*.text() == ['mod_fine adds', 'mod_fine knows its Lua']
assert report('mod_fine').testcase[0].'system-out'.text() == 'one and one\n'
assert report('mod_wrong').@failures.text() == '1'
assert report('mod_wrong-lua51').properties.property.find { it.@name == 'lua' }.@value.text() == '5.1'
assert report('mod_endless').testcase.error.@message.text().startsWith('ran longer than 10 s')
assert !new File(basedir, 'target').exists()

assert at(/mod_fine on Lua 5\.4 \(.* s, seed 7\): 2 passed, 0 failed/) > 0
assert lines.contains('Specs: 1 passed, 0 failed')
assert at(/mod_\w+ on Lua 5\.4 .*: 0 passed, 0 failed/) == -1
assert lines.contains('Specs: 0 passed, 1 failed')
assert log.contains('[ERROR] 1 test fails in mod_wrong')

[
  'prosody.directories: there is no folder ',
  'prosody.targets: there is no Prosody 12.1: after 0.12 comes 13.0',
  'prosody.runner: unknown runner "bust": a runner with a similar name exists: "busted"; choose from embedded, busted',
  'prosody.test: the pattern "(a" has a ( without a )',
  'prosody.excludeTags: the tag slow cannot be both selected and excluded',
  'prosody.timeout: not a whole number up to 2147483647: "soon"',
  'prosody.memory: the memory limit in MB must be from 128 to 2147483647, not 1',
  'prosody.threads: the number of threads must be from 1 to 1000, not 0',
  'prosody.seed: not a whole number up to 2147483647: "x"',
  'the embedded runner has Lua 5.1 and 5.4, not Lua 5.2',
  'no such program: ' + new File(basedir, 'gone/busted'),
  'prosody.test: no test name contains "nobody"',
  'prosody.tags: no test has the tag #rare; ',
].each { assert log.contains(it) : it }
assert lines.findAll { it.contains('\tat ') }.empty
