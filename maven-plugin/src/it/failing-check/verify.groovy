String log = new File(basedir, 'build.log').text

assert log.contains('1 of 2 checks failed:')
def error = log.readLines().findAll { it.startsWith('[ERROR]') }
assert error.any { it.contains('smacks on 0.11.9: incompatible') }
assert error.any { it.contains('policy: for 0.11.x the guide says "Legacy modules only"') }
assert error.any { it.contains('evidence: has shipped with Prosody since 0.12; on 0.11 it is a community module') }
assert !log.contains('\tat ')
assert log.contains('The compatibility check is skipped.')
