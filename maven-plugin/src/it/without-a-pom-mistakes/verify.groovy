String log = new File(basedir, 'build.log').text

def missing = [
  'prosody.module: name the new module, as in -Dprosody.module=greeter',
  'module name "Greeter" must be lower-case letters',
  'prosody.layer: unknown layer "strem"',
  'prosody.options: option 1, "a:int=3": "int" is not one of string',
  'prosody.options: option 2, "b=2": has no type',
  'the catalogue has a module smacks',
  'Allow it with -Dprosody.allowCatalogueName',
  'unknown module "smack"; did you mean smacks?',
  'prosody.module: name the module to describe',
  'prosody.format: "xml" is not one of table, json, csv',
  'prosody.xep: not a specification: "moo"',
  'prosody.compatibleWith: there is no Prosody 12.1',
  'prosody.catalogFile: there is no file ',
  'unknown layer "09-noise"',
  'prosody.modules: unknown module "rostr"; did you mean roster?',
  'prosody.modules: unknown module "smack"; did you mean smacks?',
  'prosody.version: not a Prosody version: "nine"',
  'prosody.version: name at least one',
].findAll { !log.contains(it) }
assert missing.empty

assert log.readLines().findAll { it.contains('\tat ') || it.contains('Exception:') }.empty
assert !basedir.list().any { it.startsWith('mod_') }
