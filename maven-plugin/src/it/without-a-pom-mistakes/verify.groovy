String log = new File(basedir, 'build.log').text

def missing = [
  'prosody.module: name the new module, as in -Dprosody.module=greeter',
  'module name "Greeter" must be lower-case letters',
  'prosody.layer: unknown layer "strem"',
  'prosody.options: option 1, "a:int=3": unknown type "int": choose from string',
  'prosody.options: option 2, "b=2": has no type',
  'prosody.dependencies: dependency 1, "mod_disco": module name "mod_disco" begins with mod_',
  'prosody.features: namespace "not one" must be a URI',
  'prosody.permissions: permission 1, "Pass": action "Pass" must be',
  'prosody.stores: store 1, "notes:keyvl": unknown type "keyvl": choose from keyval, map, archive; did you mean keyval?',
  'prosody.hooks: hook 1, "message/host requires": is no hook; write EVENT',
  'the catalogue has a module smacks',
  'Allow it with -Dprosody.allowCatalogueName',
  'unknown module "smack"; did you mean smacks',
  'prosody.module: name the module to describe',
  'prosody.format: unknown format "xml": choose from table, json, csv',
  'prosody.xep: not a specification: "moo"',
  'prosody.compatibleWith: there is no Prosody 12.1',
  'prosody.catalog: there is no file ',
  'prosody.module: module name "Greeter"',
  'prosody.moduleVersion: version "x"',
  'prosody.format: is empty; leave it away, or say something',
  'prosody.modules: is empty; leave it away, or say something',
  ' is a folder',
  'a file where a folder must be: ',
  '/broken.json: already exists and is not a folder',
  'prosody.module: module name "mod_smacks" begins with mod_',
  'unknown layer "09-noise"',
  'prosody.modules: unknown module "rostr"; did you mean roster',
  'prosody.modules: unknown module "smack"; did you mean smacks',
  'prosody.version: not a Prosody version: "nine"',
  'prosody.version: name at least one',
  'prosody.version: name the version of Prosody, as in -Dprosody.version=13.0',
  'prosody.category: unknown category "mobil": choose from core, web, im, mobile, av; did you mean mobile?',
  'prosody.level: unknown level "top": choose from core, advanced',
  'prosody.failOnMissing: modules of a server cannot do what is demanded of clients',
  '4 features of XEP-0479 are missing:',
  'web (core, advanced): Web Connection Mechanisms',
  'RFC 7395 is missing; add websocket',
  'prosody.serverConfig: there is no file ',
  'broken.json loads no module; name the main file',
].findAll { !log.contains(it) }
assert missing.empty

assert log.readLines().findAll { it.contains('\tat ') || it.contains('Exception:') }.empty
assert !basedir.list().any { it.startsWith('mod_') }
assert log.count('Allow it with') == 1 : 'mod_smacks is a slip, and no wish to replace smacks'
