-- Example configuration of mod_ancient.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"ancient";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values and apply to all hosts.
-- luacheck: ignore 111 113 131, no max line length

ancient_note = "no XML: \0001\001 and\rCR"
ancient_text = "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters"
ancient_mark = "`|`"
ancient_open = true
ancient_seats = 12
ancient_heat = -2.5
ancient_dishes = { "soup", "a \"pie\"" }
ancient_none = {}
