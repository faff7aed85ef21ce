String log = new File(basedir, 'build.log').getText('UTF-8')
def names = { new File(basedir, it).list().sort().toList() }

assert names('target/prosody') == ['mod_fine-1-1.zip', 'rocks']
assert names('target/prosody/rocks') ==
  ['manifest', 'manifest-5.1', 'manifest-5.2', 'manifest-5.3', 'manifest-5.4', 'mod_fine-1-1.all.rock']
assert log.contains('Packaged mod_fine 1-1.')
assert log.contains('Install with: prosodyctl install --server=')
['mod_fine-1-1.zip', 'rocks/mod_fine-1-1.all.rock'].each {
  assert new File(basedir, "target/prosody/$it").bytes == new File(basedir, "again/$it").bytes
}

assert log.contains('nothing was packaged, because the linter found errors in the modules:')
assert log.contains('broken/mod_broken/mod_broken.lua:1:13: error: prosody.util.jid is not in Prosody 0.12')
assert !new File(basedir, 'never').exists()

assert log.contains('prosody.directories: there is no folder ')
assert log.contains('prosody.targets: ')
assert log.contains('prosody.outputTimestamp: not a time: "noon"; write ')
assert log.readLines().findAll { it.contains('\tat ') }.empty
