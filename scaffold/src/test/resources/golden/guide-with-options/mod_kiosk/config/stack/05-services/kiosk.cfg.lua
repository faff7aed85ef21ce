-- Example configuration of mod_kiosk, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua. If that host has a list of
-- modules_enabled of its own, add "kiosk" to it instead: of two lists in one section only the later one counts.
-- luacheck: ignore 111 113 131, no max line length

-- The module is global: it is loaded once for all hosts, whichever enable it, and has its options from the global
-- section. In the section of a host they would have no effect.
kiosk_note = "no XML: \0001\001 and\rCR"
kiosk_text = "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters"
kiosk_mark = "`|`"
kiosk_open = true
kiosk_seats = 12
kiosk_heat = -2.5
kiosk_dishes = { "soup", "a \"pie\"" }
kiosk_none = {}

VirtualHost "localhost"
	modules_enabled = {
		"kiosk";
	}
