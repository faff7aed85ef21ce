-- Example configuration of mod_kiosk.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"kiosk";
-- That list is not here, because a host keeps only the last one: each file would disable the modules of the others.
-- The options have their defaults. The module is global: it takes them from the global section for all hosts, whichever
-- enable it. In the section of a host they would have no effect.
-- luacheck: ignore 111 113 131, no max line length

kiosk_note = "no XML: \0001\001 and\rCR"
kiosk_text = "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters"
kiosk_mark = "`|`"
kiosk_open = true
kiosk_seats = 12
kiosk_heat = -2.5
kiosk_dishes = { "soup", "a \"pie\"" }
kiosk_none = {}
