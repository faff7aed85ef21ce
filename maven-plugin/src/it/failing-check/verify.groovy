String log = new File(basedir, 'build.log').text

assert log.contains('1 of 2 checks failed: incompatible on 0.11.9: smacks.')
assert log.contains('policy: for 0.11.x the guide says "Legacy modules only"')
assert log.contains('evidence: has shipped with Prosody since 0.12; on 0.11 it is a community module')
// the table says why; the error does not repeat it
assert log.readLines().findAll { it.startsWith('[ERROR]') }.every { !it.contains('policy:') }
assert !log.contains('\tat ')
assert log.contains('The compatibility check is skipped.')
