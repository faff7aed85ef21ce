String log = new File(basedir, 'build.log').getText('UTF-8')
def lines = log.readLines()
def known = ': choose from 0.9, 0.10, 0.11, 0.12, 13.0'

// lint, test, package and verify name all parts at once; check-compatibility reads the parameter as well
assert log.count("prosody.targets: nothing is known about Prosody [14.0,)$known\n") == 5
assert log.count("prosody.targets: nothing is known about Prosody 13.1.x$known\n") == 5
assert log.count("prosody.targets: nothing is recorded about trunk, which changes every day$known\n") == 5
assert log.contains("prosody.targets: targets 0.12.x,13.1.x,[14.0,): nothing is known about Prosody 13.1.x$known")

assert log.contains("prosody.version: nothing is known about Prosody [13.1,)$known\n")
assert log.count("prosody.version: nothing is known about Prosody 14.0$known, trunk\n") == 1
assert log.count("prosody.version: nothing is known about Prosody 14.0$known, trunk") == 2
assert log.contains("prosody.compatibleWith: nothing is known about Prosody 14.0$known, trunk")

assert log.count('prosody.directories: there is no mod_NAME.lua in ') >= 4
assert log.count('BUILD SUCCESS') == 0
assert !new File(basedir, 'target').exists()
assert lines.findAll { it.contains('\tat ') || it.contains('No value present') }.empty
