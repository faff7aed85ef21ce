String log = new File(basedir, 'build.log').getText('UTF-8')

['0.11', '0.12', '13.0'].each {
  assert log =~ /\[INFO\] Prosody ${it}\.\d+: 1 module, no complaint, log in .*prosody-verify.prosody-${it}/
}
assert new File(basedir, 'target/prosody-verify').list().any { it.startsWith('prosody-0.12') }

assert log.contains('3 modules, 2 complaints')
assert log.contains('mod_warns: a warning in the log')
assert log =~ /\d localhost:warns warn this is no good/
assert log.contains('mod_raises: an error in the log')
assert log =~ /\n\[ERROR\]   at \S*mod_raises.mod_raises\.lua:2\n/
assert log.contains("Error initializing module 'raises' on 'localhost'")
assert !log.contains('stack traceback')

assert log.contains('5 errors:')
[
  /prosody\.home: no programs prosody and prosodyctl found in \S*gone, its bin or its usr.bin/,
  /mistakes\.cfg\.lua:1:1: omit c2s_ports: each server gets its own/,
  /mistakes\.cfg\.lua:2:18: set modules_enabled to a list of quoted names, outside of conditions/,
  /prosody\.watch: not a whole number up to \d+: "soon"/,
  /a run cannot finish in 1000 ms: allow at least 3 seconds/,
].each { assert log =~ it }

assert log =~ /The modules are not verified: there is no prosody with prosodyctl on the PATH|log in .*-verify/
assert log.contains('The modules are not verified.')
assert log.readLines().findAll { it.startsWith('\tat ') }.empty
