import groovy.xml.XmlSlurper

String log = new File(basedir, 'build.log').getText('UTF-8')
int recipes = 18
assert log.count('Next: lint it, run its specs and package it with\n  mvn verify\n') == recipes

assert log.contains("$recipes modules for Prosody 0.11, 0.12 and 13.0: 0 errors, 0 warnings, ")
assert log =~ /Specs: [1-9]\d{2,} passed, 0 failed/
def reports = new File(basedir, 'target/surefire-reports').listFiles().findAll { it.name.endsWith('.xml') }
assert reports.size() == 2 * recipes // on Lua 5.1 and 5.4
assert reports.every { new XmlSlurper().parse(it).testcase.size() > 10 }

def packages = new File(basedir, 'target/prosody')
assert new File(packages, 'rocks').list().count { it.endsWith('.all.rock') } == recipes
def installed = new File(localRepositoryPath, 'com/example/every-recipe/1')
def main = new java.util.zip.ZipFile(new File(installed, 'every-recipe-1.zip'))
assert main.entries().collect { it.name }.containsAll(['mod_auth_try/mod_auth_try.lua', 'mod_try_component/README.md'])
assert new File(installed, 'every-recipe-1-mod_try_webhook.rock').bytes ==
  new File(packages, 'rocks/mod_try_webhook-0.1.0-1.all.rock').bytes

assert ['0.11.9', '0.12.3', '13.0.1'].every { log.contains("Prosody $it: $recipes modules, no complaint") }
