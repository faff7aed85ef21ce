-- Example configuration of mod_kitchen.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"kitchen";
-- That list is not here, because a host keeps only the last one: each file would disable the modules of the others.
-- The options have their defaults, and apply to all hosts.
-- luacheck: ignore 111 113 131, no max line length

kitchen_note = "no XML: \0001\001 and\rCR"
kitchen_text = "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters"
kitchen_mark = "`|`"
kitchen_open = true
kitchen_seats = 12
kitchen_heat = -2.5
kitchen_dishes = { "soup", "a \"pie\"" }
kitchen_none = {}
