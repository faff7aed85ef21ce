import groovy.xml.XmlSlurper

String log = new File(basedir, 'build.log').text
assert log.contains('\nSpecs: 2 pending, 2 passed, 0 failed\n')
assert log.contains('The specs are not run.')

['TEST-mod_greeter.xml', 'TEST-mod_greeter-lua51.xml'].each {
  def suite = new XmlSlurper().parse(new File(basedir, "target/surefire-reports/$it"))
  assert suite.testcase*.@name*.text() == ['mod_greeter greets', 'mod_greeter says good-bye']
  assert suite.@skipped.text() == '1'
}
// the library of Lua was unpacked there, and is gone
assert new File(basedir, 'target/prosody-specs').list().length == 0
