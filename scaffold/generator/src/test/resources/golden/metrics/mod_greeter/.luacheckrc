-- Used when luacheck runs in this folder. From elsewhere, the directives in the files themselves are enough.
std = "min" -- what every version of Lua has
max_line_length = 120
globals = { "module" }
read_globals = { "prosody" }

files["spec"] = { std = "+busted" }
files["config"] = { ignore = { "111", "113", "131" } } -- options are globals there
