def example = new File(basedir, '../../../../examples/module-project').canonicalFile
def tree = { File root ->
  def files = new TreeMap()
  root.eachFileRecurse { if (it.file) files[root.toPath().relativize(it.toPath()).toString()] = it.text }
  files
}

assert new File(example, 'README.md').text.contains(
  'prosody:new-module -Dprosody.module=greeter -Dprosody.summary="Answers a greeting"' +
  ' -Dprosody.options=greeter_text:string=hello')

def committed = tree(new File(example, 'src/main/prosody/mod_greeter'))
def written = tree(new File(basedir, 'mod_greeter'))
assert written.size() > 5
assert written.keySet() == committed.keySet()
def differing = written.keySet().findAll { written[it] != committed[it] }
assert differing.empty: "write examples/module-project/src/main/prosody/mod_greeter anew, as its README says: $differing"
