-- Example configuration of mod_lookout, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua. If that host has a list of
-- modules_enabled of its own, add "lookout" to it instead: of two lists in one section only the later one counts.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	modules_enabled = {
		"lookout";
	}
	lookout_greeting = "Clients online:"
