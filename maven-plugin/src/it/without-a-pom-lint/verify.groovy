import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def text = { new File(basedir, it).getText('UTF-8') }
String log = text('build.log')

String lint = text('lint.txt')
assert lint.contains('''\
modules/mod_greeter/mod_greeter.lua:1:13: error: prosody.util.jid is not in Prosody 0.11 and 0.12 [library-missing-in-target]
    local jid = require "prosody.util.jid";
                ^^^^^^^^^^^^^^^^^^^^^^^^^^
    write require "util.jid", which 13.0 also finds
''')
assert lint.contains('mod_greeter.lua:5:9: error: module:may is not in Prosody 0.11 and 0.12 [api-missing-in-target]')
assert lint.endsWith('2 modules for Prosody 0.11, 0.12 and 13.0: 2 errors, 1 warning, 0 notes\n')
assert !lint.contains('mod_fine')
assert log.contains('2 findings have the severity error (prosody.failOn) or higher')

def run = new JsonSlurper().parseText(text('lint.sarif')).runs[0]
assert run.results*.ruleId == ['print-call']
assert run.results[0].locations[0].physicalLocation.artifactLocation.uri == 'modules/mod_greeter/mod_greeter.lua'

def checkstyle = new XmlSlurper().parseText(text('lint.xml'))
assert checkstyle.file.error*.@source*.text().contains('prosody.print-call')

assert text('baseline.txt').contains('1\tprint-call\tmodules/mod_greeter/mod_greeter.lua\tprint(')
assert new JsonSlurper().parseText(text('lint.json')).findings == []

[
  'prosody.directories: there is no folder ',
  'prosody.targets: there is no Prosody 12.1: after 0.12 comes 13.0',
  'prosody.disable: unknown rule "print-cal": a rule with a similar name exists: "print-call"; choose from ',
  'prosody.format: unknown format "xml": choose from text, json, sarif, checkstyle',
  'prosody.failOn: unknown severity "bad": choose from error, warning, note',
  'prosody.baseline: name the file to write',
  'mod_fine.lua:1: not a line of a baseline',
].each { assert log.contains(it) }
assert log.readLines().findAll { it.contains('\tat ') }.empty

assert text('milder.txt').contains('note: prosody.util.jid is not in Prosody 0.11 and 0.12 [library-missing-in-target]')
assert log.contains('prosody.severities: "print-call" gives no severity: write RULE=SEVERITY, as in print-call=error')

// a file of the user's describes a release
String next = text('next.txt')
assert next.contains('error: module:may is not in Prosody 13.1 [api-missing-in-target]')
assert !next.contains('prosody.util.jid is not')
assert next.contains('2 modules for Prosody 13.0 and 13.1: ')
