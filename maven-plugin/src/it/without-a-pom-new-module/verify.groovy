String log = new File(basedir, 'build.log').text
def module = new File(basedir, 'mod_greeter')

assert new File(module, 'mod_greeter.lua').file
assert new File(module, 'spec/mod_greeter_spec.lua').file
assert log.contains('Wrote mod_greeter (iq-handler, for Prosody 0.12, 13.0) into .:')
assert log.contains('\n  mod_greeter/mod_greeter.lua\n')
assert log.contains('Next: run its specs with\n  mvn ' + plugin + ':test -Dprosody.directories=mod_greeter\n')

assert log.contains('because these files already exist:')
assert log.contains('-Dprosody.onConflict=overwrite')
String readme = new File(module, 'README.md').text
assert readme.contains('Overwritten')
assert !readme.contains('Skipped')
assert log.contains('Kept existing files:')

assert log.contains('Would write mod_dry')
assert !new File(basedir, 'mod_dry').exists()

String lua = new File(basedir, 'a/b/mod_quiet/mod_quiet.lua').text
assert lua.contains('quiet_text')
assert lua.contains('hello, you')
assert lua.contains('quiet_max')

String porter = new File(basedir, 'mod_porter/mod_porter.lua').text
assert [
  'module:depends("disco");',
  'local function has_carbons()',
  'module:add_feature("urn:example:porter:1");',
  'module:default_permission("prosody:admin", ":pass");',
  'module:default_permission("prosody:registered", ":look");',
  'module:open_store("porter_log", "archive")',
  'module:hook("message/host", function (event)\n\tif not may_pass(event) then',
  'end, 5);',
  'module:hook_global("server-stopping"',
].findAll { !porter.contains(it) }.empty

assert !log.contains('\tat ')
