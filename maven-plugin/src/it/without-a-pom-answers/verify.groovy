import groovy.json.JsonSlurper

def text = { new File(basedir, it).text }
def json = { new JsonSlurper().parseText(text(it)) }

String log = text('build.log')
String all = text('all.json')
// the log has standard error too, where Java warns of what Maven itself does, and what ran the selector
assert log.replaceAll(/(?m)^(WARNING: |(Running|Finished) selector script).*\n/, '').startsWith(all): 'with -q, standard output is the document from its first byte to its last'
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

assert text('sheet.txt').readLines()[1] == '0.9 community   0.10 community   0.11 community   0.12 shipped   13.0 shipped'
assert text('sheet.txt').contains('XEP-0198 Stream Management')
assert json('sheet.json').name == 'smacks'

assert text('check.csv').readLines().size() == 1 + 4
assert json('check.json').compatibility.size() == 49

assert ['check-compatibility', 'coverage', 'describe-module', 'list-modules', 'new-module', 'release-diff'].every {
  log.contains("prosody:$it")
}

assert log.contains('[WARNING] prosody.xep: the registry of XEPs has no XEP-9999')


def coverage = text('coverage.txt')
assert coverage.startsWith('XMPP Compliance Suites 2023 (XEP-0479) on Prosody 13.0, for servers\n')
assert coverage =~ /(?m)^mobile +core, advanced +Stream Management +covered +XEP-0198: smacks$/
assert coverage =~ /(?m)^web +core, advanced +Web Connection Mechanisms +covered +RFC 7395: websocket$/
assert coverage =~ /(?m)^ +XEP-0206 \(partial\): bosh$/
assert coverage =~ /(?m)^av +core +1 of 1$/
assert coverage =~ /(?m)^XEP-0198 +complete +0\.12\.0 +Stream Management +smacks$/
assert coverage =~ /(?m)^XEP-0368 +complete +0\.2\.0 +.* built in$/

assert json('coverage.json').modules == ['smacks', 'cloud_notify']
assert json('coverage.json').unknown == ['no_such_module']
assert json('coverage.json').unavailable == ['fast']
assert json('coverage.json').features*.level.unique() == ['core']
assert json('coverage.json').features*.role.unique() == ['server']

String clients = text('clients.txt')
assert clients.contains('Modules of a server cannot do that')
assert clients =~ /(?m)^web +core, advanced +Web Connection Mechanisms +one-required +RFC 7395, XEP-0206$/
assert !clients.contains('missing')

def cells = text('coverage.csv').readLines()
assert cells[0] == 'category,feature,role,level,verdict,implemented,missing,add'
assert cells.contains('mobile,Stream Management,server,core,covered,XEP-0198: smacks,,')
assert cells.contains('mobile,Third Party Push Notifications,server,advanced,missing,,XEP-0357,cloud_notify')
assert cells.contains('mobile,Third Party Push Notifications,server,core,not-required,,XEP-0357,cloud_notify')
assert cells.size() == 1 + 2 * (3 + 5)

def server = text('server.csv').readLines().drop(1)*.split(',')
assert server*.getAt(0).containsAll(['auth_internal_hashed', 'bookmarks2', 'muc', 'our_own', 'roster', 'tls', 'turn_external', 'vcard', 'vcard_legacy'])
assert !server*.getAt(0).contains('external_services') : 'turn_external gives up before it loads that'
assert server.find { it[0] == 'our_own' }[2] == 'incompatible'
assert server.find { it[0] == 'roster' }[2] == 'compatible'
assert server.findAll { it[0] in ['turn_external', 'vcard', 'vcard_legacy'] }*.getAt(2) == ['incompatible', 'incompatible', 'compatible']
assert text('server.csv').contains('configuration: in VirtualHost ""example.com"" it does not work without the option turn_external_secret, which is not set')
assert text('server.csv').contains('it conflicts with vcard_legacy: vcard_legacy does what vcard does, and Prosody then skips vcard; remove vcard')
assert json('server.json').modules.containsAll(['smacks', 'roster', 'muc'])
assert json('server.json').unconfigured == ['turn_external'] : 'the room component loads vcard itself'
assert json('server.json').suggestion.components == [[component: 'component', modules: []], [component: 'muc', modules: ['muc_mam']]]
assert log =~ /\[WARNING\] .*server\.cfg\.lua: it was read without these environment variables: MORE; pass them with -Dprosody\.env/

def changes = json('changes.json')
assert changes.keySet() as List ==
  ['from', 'to', 'fromSources', 'toSources', 'fromSupport', 'toSupport', 'modules', 'options', 'rules', 'functions', 'libraries', 'members', 'events', 'lua', 'unknown']
assert changes.lua == [before: ['5.1', '5.2', '5.3', '5.4'], after: ['5.2', '5.3', '5.4']]
assert changes.options.find { it.option == 'blocklist_cache_size' }.kinds == ['type', 'default']
assert changes.members.contains([owner: 'util.sasl', member: 'new', kind: 'changed', before: 'function/2',
  after: 'function/3', sources: ['0.12.3', '13.0.1']])

String back = text('changes.md')
assert back.startsWith('# Prosody 13.0 to 0.12.3\n\n')
assert back.contains('\n| flags | handed-over | shipped | community | install the community\'s module |')
assert back.contains('\n- nothing is recorded about: our_own\n')
assert log.contains('[WARNING] prosody.from: 13.0 is later than 0.12.3, so this is what a downgrade changes.')

def firing = text('firing.csv').readLines()
assert firing[0] == 'name,presence,fires,needs'
assert firing.size() == 2 && firing[1].startsWith('muc,shipped,muc-add-history; muc-broadcast-message; ')
assert text('none.txt') == 'None of the 571 modules matches these filters.\n'

String database = text('database.txt')
assert database =~ /(?m)^auth_ldap +13\.0 +compatible +evidence: .*\n( +advice: part of .*\n)? +advice: for lualdap, install lua-ldap \(Debian\) or lualdap \(LuaRocks\)$/
assert database =~ /(?m)^ +advice: for DBI, install one of lua-dbi-mysql, lua-dbi-postgresql, lua-dbi-sqlite3 \(Debian\) or luadbi \(LuaRocks\)$/
assert database =~ /\n\d+ compatible\n$/

assert text('loaded.txt').readLines()*.split(/\s+/)*.first().containsAll(['NAME', 'auth_ldap', 'roster', 'storage_sql', 'tls'])
def all13 = json('configured.json')
assert all13.configurations*.version == ['0.12', '13.0'] && all13.configurations*.starts == [false, true]
assert all13.configurations[0].errors[0].line == 2
assert all13.compatibility*.version.unique() == ['13.0']
assert log.contains('Prosody 0.12 does not start: ')
