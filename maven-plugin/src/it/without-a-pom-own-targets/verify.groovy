String log = new File(basedir, 'build.log').getText('UTF-8')
def lines = log.readLines()

assert new File(basedir, 'lint.txt').getText('UTF-8').endsWith(
  '1 module for Prosody 0.11; 1 module for Prosody 0.11, 0.12 and 13.0; 1 module for Prosody 13.0:' +
  ' 0 errors, 0 warnings, 0 notes\n')

assert lines.findAll { it ==~ /mod_\w+ on Lua .*/ }.collect { it.replaceAll(/ \(.*/, '') } ==
  ['mod_both on Lua 5.1', 'mod_both on Lua 5.4', 'mod_fresh on Lua 5.4', 'mod_veteran on Lua 5.1']

['both', 'fresh', 'veteran'].each {
  assert new File(basedir, "target/prosody/mod_$it-0.1.0-1.zip").isFile()
}

def report = { String version -> lines.findIndexOf { it ==~ /\[INFO\] Prosody $version: .* no complaint, log in .*/ } }
assert lines[report('0.11.9')].contains(': 2 modules, ')
assert lines[report('0.11.9') + 1] == '  mod_fresh is omitted: it is for Prosody 13.0.x'
assert lines[report('0.12.3')].contains(': 1 module, ')
assert lines[report('0.12.3') + 2] == '  mod_veteran is omitted: it is for Prosody 0.11.x'
assert lines[report('13.0.1')].contains(': 2 modules, ')

assert log.contains('mod_fresh.lua') && log.contains(' is not in Prosody 0.12 [')
assert log.contains('nothing was packaged, because the linter found errors in the modules:')
assert !new File(basedir, 'never').exists()

assert log.contains('[WARNING] Prosody 0.12.3: not verified, because no module is for this release')
assert log.contains('no module was verified, because none is for these versions of Prosody')
assert log.contains('targets [14.0,): nothing is known about Prosody [14.0,): choose from 0.9, 0.10, 0.11, 0.12, 13.0')
assert lines.findAll { it.startsWith('\tat ') }.empty
