String log = new File(basedir, 'build.log').text

assert log.contains('4 compatible')
assert log.contains('into src/main/prosody:')
assert new File(basedir, 'src/main/prosody/mod_greeter/mod_greeter.lua').file
assert log.count('There are no modules in src/main/prosody.') == 4
assert !log.contains('there is no mod_NAME.lua')
