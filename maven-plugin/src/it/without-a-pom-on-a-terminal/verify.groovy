import java.util.concurrent.TimeUnit

if (!System.getProperty('os.name').contains('Linux')) {
  println 'skipped: script(1), which makes the terminal, takes other arguments here'
  return true
}
String maven = new File(System.getProperty('maven.home'), 'bin/mvn').path
def process = new ProcessBuilder(
  'script', '-qec',
  "'$maven' -o -llr '-Dmaven.repo.local=$localRepositoryPath' $plugin:new-module -Dprosody.layer=services", '/dev/null')
  .directory(basedir).redirectErrorStream(true).start()
def answers = ['Asker', 'asker', '', 'Answers "when asked"', '', '[0.12,13.0]', '199', 'asker_text:string=hello', 'Ada']
process.outputStream.withWriter { it << answers.join('\n') << '\n' }
String screen = ''
def reader = Thread.start { screen = process.inputStream.text }
assert process.waitFor(120, TimeUnit.SECONDS)
reader.join()

assert process.exitValue() == 0: screen
assert screen.contains('Name of the new module, without mod_: ')
assert screen.contains('module name "Asker" must be lower-case letters')
assert screen.contains('Recipe: guide, net-listener, ')
assert screen.contains('scheduled-task [iq-handler]: ')
assert !screen.contains('Layer: ')
def module = new File(basedir, 'mod_asker')
assert new File(module, 'config/stack/05-services/asker.cfg.lua').text.contains('hello')
String readme = new File(module, 'README.md').text
assert readme.contains('summary: "Answers \\"when asked\\""')
assert readme.contains('XEP-0199') && readme.contains('Ada') && !readme.contains('| 0.11')
