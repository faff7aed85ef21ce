import java.nio.file.Files
import java.nio.file.Path

def write = { String path, String text ->
  def file = new File(basedir, path)
  file.parentFile.mkdirs()
  file.setText(text, 'UTF-8')
}
def link = { String path, String target ->
  def file = basedir.toPath().resolve(path)
  Files.createDirectories(file.parent)
  Files.createSymbolicLink(file, Path.of(target))
}
def fine = 'module:log("debug", "fine");\n'

write('secret', 'do-not-publish-me\n')
write('fine/mod_fine/mod_fine.lua', fine)

write('links/mod_env/mod_env.lua', fine)
link('links/mod_env/env.txt', '/proc/self/environ')
link('links/mod_env/README.md', '../../secret')
link('links/mod_env/spec/env_spec.lua', '../../../secret')
write('links/mod_env/.env', 'do-not-publish-me\n')
link('links/mod_env/visible.txt', '.env')

write('names/mod_bad/mod_bad.lua', fine)
write('names/mod_bad/x\\..\\..\\tmp\\EVIL.txt', '')
write('names/mod_bad/a', '')
write('names/mod_bad/a\\b', '')
write('names/mod_bad/nul.txt', '')

write('sources/mod_fine/mod_fine.lua', 'print(1)\n')
write('sources/mod_wide/mod_wide.lua', 'print(1) ' * 36_000)
write('sources/mod_locals/mod_locals.lua', (1..20_000).collect { "local a$it = $it" }.join('\n'))
write('sources/mod_guards/mod_guards.lua', (1..8_000).collect { "if module.x$it then module.x$it() end" }.join('\n'))
write('sources/mod_nul/mod_nul.lua', 'local a = require "util.a\\0b"; module:require("x\\0y");\n')
write('sources/mod_alias/mod_alias.lua', fine)
write('sources/mod_alias/README.md', '---\nlabels: &a [[*a]]\n---\n')
write('sources/mod_deep/mod_deep.lua', fine)
write('sources/mod_deep/README.md', '---\nlabels: ' + '[' * 20_000 + '\n---\n')
write('sources/mod_laughs/mod_laughs.lua', fine)
write('sources/mod_laughs/README.md',
  '---\na0: &a0 [x]\n' + (1..40).collect { "a$it: &a$it [*a${it - 1}, *a${it - 1}]\n" }.join() + 'labels: *a40\n---\n')
write('sources/mod_rock/mod_rock.lua', fine)
write('sources/mod_rock/mod_rock-1-1.rockspec',
  'package = "mod_rock"\nversion = "1-1"\nbuild = { type = "builtin", modules = { mod_rock = "mod_rock.lua\\0" } }\n')

write('config/prosody.cfg.lua', '''\
modules_enabled = { "roster" }
Include "../config/prosody.cfg.lua"
Include "chain0.cfg.lua"
Include "/dev/zero"
Include "a*a*a*a*a*a*b"
Include "x\\0y"
''')
write('config/attack.cfg.lua', '''\
VirtualHost "example.org"
tried = {
  pcall(Include, "/dev/zero"), pcall(Include, "../secret"), pcall(FileContents, "../secret"), pcall(Include, "x\\0y"),
  pcall(Include, "a*a*a*a*a*a*b"), pcall(Lua.load("return io.open"), "secret"), pcall(Lua.string.rep, "x", 2^40),
}
while true do pcall(function () while true do end end) end
''')
(0..<3_000).each { write("config/chain${it}.cfg.lua", "Include \"chain${it + 1}.cfg.lua\"\n") }
write('config/chain3000.cfg.lua', '')
write('config/' + 'a' * 200, '')

def spec = { String name, String body ->
  write("specs/mod_$name/mod_${name}.lua", fine)
  write("specs/mod_$name/spec/${name}_spec.lua", "describe(\"$name\", function () it(\"attacks\", function () $body end); end);\n")
}
spec('nuls', 'io.write(("\\0"):rep(60 * 1024 * 1024));')
spec('flood', 'while true do io.write(("x"):rep(65536)); end')
spec('names', '')
write('specs/mod_names/spec/names_spec.lua', 'for i = 1, 2000 do it(("n"):rep(65536) .. i, function () end); end\n')
spec('loop', 'while true do end')
spec('fine', 'assert(true);')

write('journal/id_rsa', 'do-not-publish-me\n')
write('journal/precious.txt', 'precious\n')
write('outside/id_rsa', 'planted\n')
write('journal/.mod_a7.prosodykit/lock', '')
write('journal/.mod_a7.prosodykit/plan', 'replace id_rsa\ncreate precious.txt\nend\n')
link('journal/.mod_a7.prosodykit/old', '../../outside')
return true
