import groovy.json.JsonSlurper

def text = { new File(basedir, it).getText('UTF-8') }
String log = text('build.log')

assert log.contains('-local st = require "util.stanza";\n+local st = require "prosody.util.stanza";\n')
assert log.contains('Nothing was written: this is a dry run.')
assert log =~ /mod_greeter, iq-handler for Prosody 13\.0:\nreplaced +\.luacheckrc\n/
assert text('mod_greeter/mod_greeter.lua').contains('require "prosody.util.stanza"')
assert log.contains('mod_greeter is up to date.')
assert log =~ /mod_nobody.\.prosodykit\.json: is missing/
assert log.contains('2 errors:')
assert log.contains('prosody.module: name the module, as in -Dprosody.module=greeter')

assert log =~ /our-iq +05-services +0\.11, 0\.12, 13\.0 +answers in our words/
assert log.contains('19 recipes')
def recipes = new JsonSlurper().parseText(text('recipes.json')).recipes
assert recipes.size() == 18
assert recipes.find { it.id == 'shell-command' }.remarks['0.11'].contains('console')

assert text('mod_ours/README.md').contains('From a custom template: ours.')
assert text('mod_ours/mod_ours.lua').contains('iq-get/host')

assert log.contains('introduction.md.mustache:2:5: unknown name: {{nothing}}')
assert log.contains('recipe shell-command does not support the targets')
assert log.contains('(the console does not accept commands from other modules): it makes modules for Prosody [0.12,13.0]')
assert log.contains('prosody.templates: there is no folder ')
assert log.contains('"spoilt" must begin with auth_')
assert log.contains('--- a/mod_greeter-0.1.0-1.rockspec\n+++ /dev/null\n')
assert log =~ /deleted +mod_greeter-0\.1\.0-1\.rockspec \(the recipe no longer has it\)/
assert !new File(basedir, 'mod_greeter/mod_greeter-0.1.0-1.rockspec').exists()
assert new File(basedir, 'mod_greeter/mod_greeter-0.2.0-1.rockspec').exists()
assert log.contains("option auth_spoilt_users is reserved by the recipe: choose another name")
assert !new File(basedir, 'mod_auth_spoilt').exists()
assert !new File(basedir, 'mod_spoilt').exists()
def record = new JsonSlurper().parseText(text('mod_greeter/.prosodykit.json')).spec
assert record.options.collectEntries { [it.name, it.default] } == [greeter_kind: 'loud', greeter_max: 3]
assert record.dependencies*.module == ['disco']
assert record.features == ['urn:example:greeter:0']
assert record.permissions*.action == ['send']
assert record.stores*.name == ['greeter_notes']
assert record.hooks*.event == ['message/bare'] && record.hooks*.priority == [5]
assert record.summary == 'Greets in another way' && record.author == 'Ada Lovelace'
assert record.specifications == ['XEP-0030']
assert text('mod_greeter/mod_greeter.lua').contains('greeter_max')
assert !text('mod_greeter/README.md').contains('greeter_old')
assert log.contains('prosody.recipe: mod_greeter was made with iq-handler, and an update cannot change the recipe; write a new module with webhook')
assert log.contains('prosody.options: option 2, "x": has no "="')
assert log.contains('prosody.layer: unknown layer "strem"')
assert log.contains('there is no option greeter_gone to remove: the module has greeter_kind, greeter_max')
assert log.readLines().findAll { it.contains('\tat ') }.empty
