-- Found when luacheck runs in this folder. The directives in the files themselves make it pass from elsewhere as well.
std = "min" -- what every version of Lua has
max_line_length = 120
globals = { "module" }
read_globals = { "prosody" }

files["spec"] = { std = "+busted" }
files["config"] = { ignore = { "111", "113", "131" } } -- options are globals there
