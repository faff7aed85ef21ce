import groovy.json.JsonSlurper

def text = { new File(basedir, it).getText('UTF-8') }
String log = text('build.log')

def shown = new JsonSlurper().parseText(log[log.indexOf('{')..log.indexOf('\n}\n') + 2])
assert shown.starts && shown.release == '13.0' && shown.asked == ['DOMAIN', 'EXTRA', 'PATH']
assert shown.sections*.host == ['*', 'example.net', 'rooms.example.org']
def modules = shown.sections[0].options.find { it.name == 'modules_enabled' }
assert modules.value == ['roster', 'ping'] && modules.line == 2 && modules.file.endsWith('/prosody.cfg.lua')
assert shown.sections[0].options.find { it.name == 'path_is_set' }.value == false: 'variables are passed by request'
assert shown.warnings*.message.every { it == "Lua's own os is deprecated here: write Lua.os" }
assert shown.modules.find { it.host == 'rooms.example.org' }.modules*.name ==
  ['muc', 'adhoc', 'authz_internal', 'disco', 'iq', 'muc_mam', 'muc_unique', 's2s', 'storage_internal', 'vcard']
assert shown.modules.find { it.host == 'rooms.example.org' }.modules.find { it.name == 'disco' } ==
  [name: 'disco', origin: 'module', reason: 'needed by muc']

def old = text('old.txt').readLines()
assert old[0] =~ /^Prosody 0\.11 starts with .*prosody\.cfg\.lua$/
assert old.contains('environment variables that it reads: DOMAIN, EXTRA, PATH')
assert old.contains('VirtualHost "example.com"')
assert old.any { it ==~ /  modules_enabled +\{ "roster", "ping" \} +prosody\.cfg\.lua:2/ }
assert old.any { it ==~ /  path_is_set +true +prosody\.cfg\.lua:3/ }
assert old.any { it ==~ /  modules_enabled +\{ "muc_mam" \} +conf\.d\/rooms\.cfg\.lua:2/ }
assert old.any { it ==~ /  muc_mam +modules_enabled at conf\.d\/rooms\.cfg\.lua:2/ }
assert old.any { it ==~ /  posix +loaded on every host/ }
assert old.any { it ==~ /  auth_internal_plain +the default of authentication/ }

assert log =~ /newer\.cfg\.lua:2: attempt to index a nil value \(global 'modules_enabled'\); options can be read and appended to since Prosody 13\.0/
assert log.contains('Prosody 0.12.3 does not start with ')
assert text('newer.csv').startsWith('host,kind,name,value,place\n')
assert text('newer.md').contains('| \\* | option | modules_enabled | { "roster", "mam" } | newer.cfg.lua\\:2 |')

assert log.contains('prosody.version: the rules of Prosody 0.10 are not known: configurations are evaluated for 0.11 and later')
assert log.contains('prosody.env: "=x" is not a variable: write NAME=VALUE, for example DOMAIN=example.org')
assert log =~ /prosody\.serverConfig: there is no file .*gone\.cfg\.lua/
assert log =~ /prosody\.configFolders: there is no folder .*nowhere/
assert log.contains('prosody.serverConfig: name the configuration, as in -Dprosody.serverConfig=/etc/prosody/prosody.cfg.lua')
assert log.contains('prosody.version: name the version of Prosody that reads it, as in -Dprosody.version=13.0')
assert log =~ /hostile\.cfg\.lua:2: os\.execute is not available/
assert !new File('/tmp/prosodykit-was-here').exists()
