import groovy.json.JsonSlurper

def text = { new File(basedir, it).text }
String log = text('build.log')

assert log.contains('Wrote 2 modules to ')
assert log.contains('mod_ours_web.lua:3:7: ')
assert new JsonSlurper().parseText(text('ours.json')).modules == [
  [name: 'ours_store', layer: '06-storage', stability: 'stable', purpose: 'Keeps what is ours', specifications: ['XEP-0313']],
  [name: 'ours_web', layer: '07-interfaces', stability: 'alpha', purpose: 'Prosody module mod_ours_web', specifications: [],
   dependencies: ['http', 'ours_store']],
]
assert text('storage.txt').readLines()*.split(/\s+/)*.first().containsAll(['mam', 'muc_mam', 'ours_store'])
String web = text('web.txt')
assert web =~ /loads +http\n +ours_store/
assert web =~ /history +one of your own modules/
assert web =~ /your own +modules, \d+-\d\d-\d\d, for Prosody 0.9, 0.10, 0.11, 0.12, 13.0/
def ours = new JsonSlurper().parseText(text('ours.json')).knowledge
assert ours.modules*.name == ['ours_store', 'ours_web'] && ours.modules.every { it.replaces }
assert ours.modules[1].dependencies*.name == ['http', 'ours_store']
assert text('check.txt').contains('evidence: on 0.11 it is one of your own modules (modules, ')
assert text('check.txt').endsWith('\n2 compatible\n')

String sheet = text('cloud_notify.txt')
[
  'XEP-0357', 'with Prosody 13.0', "Debian 12's prosody-modules, 2023-02, the time of Prosody 0.12",
  'a community module until 0.12, part of Prosody since 13.0', 'push_max_errors', '(number)', 'no other module', 'push_notification_important_body',
].each { assert sheet.contains(it) }

assert log.contains('prosody.directories: there is no folder ')
assert log.contains('prosody.catalogFile: name the file to write')
assert log.readLines().findAll { it.contains('\tat ') }.empty
