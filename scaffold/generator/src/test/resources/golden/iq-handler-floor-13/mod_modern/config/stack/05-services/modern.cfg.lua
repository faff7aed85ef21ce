-- Example configuration of mod_modern.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"modern";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values and apply to all hosts.
-- luacheck: ignore 111 113 131, no max line length

modern_note = "no XML: \0001\001 and\rCR"
modern_text = "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters"
modern_mark = "`|`"
modern_open = true
modern_seats = 12
modern_heat = -2.5
modern_dishes = { "soup", "a \"pie\"" }
modern_none = {}
