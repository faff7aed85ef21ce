import groovy.json.JsonSlurper

def text = { new File(basedir, it).getText('UTF-8') }
String log = text('build.log')

assert log.contains('-local st = require "util.stanza";\n+local st = require "prosody.util.stanza";\n')
assert log.contains('Nothing was written: this is a dry run.')
assert log =~ /mod_greeter, iq-handler for Prosody 13\.0:\nreplaced +\.luacheckrc\n/
assert text('mod_greeter/mod_greeter.lua').contains('require "prosody.util.stanza"')
assert log.contains('mod_greeter is up to date.')
assert log =~ /mod_nobody.\.prosodykit\.json: is not there/
assert log.contains('2 mistakes:')
assert log.contains('prosody.module: name the module, as in -Dprosody.module=greeter')

assert log =~ /our-iq +05-services +0\.11, 0\.12, 13\.0 +answers in our words/
assert log.contains('19 recipes')
def recipes = new JsonSlurper().parseText(text('recipes.json')).recipes
assert recipes.size() == 18
assert recipes.find { it.id == 'shell-command' }.remarks['0.11'].contains('console')

assert text('mod_ours/README.md').contains('Made by the house: ours.')
assert text('mod_ours/mod_ours.lua').contains('iq-get/host')

assert log.contains('introduction.md.mustache:2:5: no such name in the view: {{nothing}}')
assert log.contains('recipe shell-command cannot serve the targets')
assert log.contains('(its console has no place for the commands of other modules): it makes modules for Prosody [0.12,13.0]')
assert log.contains('prosody.templates: there is no folder ')
assert log.contains('"spoilt" must begin with auth_')
assert log.contains('--- a/mod_greeter-0.1.0-1.rockspec\n+++ /dev/null\n')
assert log =~ /deleted +mod_greeter-0\.1\.0-1\.rockspec \(no longer made\)/
assert !new File(basedir, 'mod_greeter/mod_greeter-0.1.0-1.rockspec').exists()
assert new File(basedir, 'mod_greeter/mod_greeter-0.2.0-1.rockspec').exists()
assert log.contains("option auth_spoilt_users is one of the recipe's own: choose another name")
assert !new File(basedir, 'mod_auth_spoilt').exists()
assert !new File(basedir, 'mod_spoilt').exists()
assert log.readLines().findAll { it.contains('\tat ') }.empty
