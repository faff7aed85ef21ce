import groovy.json.JsonSlurper

def text = { new File(basedir, it).text }
def json = { new JsonSlurper().parseText(text(it)) }

String log = text('build.log')
String all = text('all.json')
// the log has standard error too, where Java warns of what Maven itself does
assert log.replaceAll(/(?m)^WARNING: .*\n/, '').startsWith(all): 'with -q, standard output is the document from its first byte to its last'
assert json('all.json').modules.size() == 49
assert json('all.json').modules.every {
  it.keySet() as List == ['name', 'layer', 'stability', 'purpose', 'specifications']
}

def rows = text('out/some.csv').readLines()
assert rows[0] == 'name,layer,stability,purpose,specifications'
assert rows.contains('smacks,02-stream,core,Stream management,XEP-0198')
assert rows.drop(1).every { it =~ /,(02-stream|06-storage),(core|official),/ }

assert text('smacks.txt').readLines()*.split(/\s+/)*.first() == ['NAME', 'smacks', '', '1']

String ours = text('ours.txt')
assert ours.contains('Ours, patched')
assert ours.contains('2 of 50 modules')
assert ours.contains('Ours, \\u001B[31mloud'): 'escape sequences of a catalogue are shown, not obeyed'

assert text('sheet.txt').contains('XEP-0198 Stream Management')
assert json('sheet.json').name == 'smacks'

assert text('check.csv').readLines().size() == 1 + 4
assert json('check.json').compatibility.size() == 49

assert ['check-compatibility', 'describe-module', 'list-modules', 'new-module'].every {
  log.contains("prosody:$it")
}

assert log.contains('[WARNING] prosody.xep: the registry of XEPs has no XEP-9999')
assert log.contains('[WARNING] prosody.compatibleWith: nothing is known of Prosody 14.0')
