-- Example configuration of mod_ancient.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"ancient";
-- That list is not here, because a host keeps only the last one: each file would disable the modules of the others.
-- The options have their defaults, and apply to all hosts.
-- luacheck: ignore 111 113 131, no max line length

ancient_note = "no XML: \0001\001 and\rCR"
ancient_text = "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters"
ancient_mark = "`|`"
ancient_open = true
ancient_seats = 12
ancient_heat = -2.5
ancient_dishes = { "soup", "a \"pie\"" }
ancient_none = {}
