-- Example configuration of mod_modern, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua. If that host has a list of
-- modules_enabled of its own, add "modern" to it instead: of two lists in one section only the later one counts.
-- luacheck: ignore 111 113 131, no max line length

VirtualHost "localhost"
	modules_enabled = {
		"modern";
	}
	modern_note = "no XML: \0001\001 and\rCR"
	modern_text = "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters"
	modern_mark = "`|`"
	modern_open = true
	modern_seats = 12
	modern_heat = -2.5
	modern_dishes = { "soup", "a \"pie\"" }
	modern_none = {}
