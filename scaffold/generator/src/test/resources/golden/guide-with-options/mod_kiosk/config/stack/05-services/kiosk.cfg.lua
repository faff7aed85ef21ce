-- Example configuration of mod_kiosk.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"kiosk";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values. The module is global: it reads them from the global section, whichever hosts
-- enable it. In a host's section they would have no effect.
-- luacheck: ignore 111 113 131, no max line length

kiosk_note = "no XML: \0001\001 and\rCR"
kiosk_text = "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters"
kiosk_mark = "`|`"
kiosk_open = true
kiosk_seats = 12
kiosk_heat = -2.5
kiosk_dishes = { "soup", "a \"pie\"" }
kiosk_none = {}
