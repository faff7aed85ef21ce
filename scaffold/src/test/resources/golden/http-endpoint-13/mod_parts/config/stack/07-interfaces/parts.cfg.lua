-- Example configuration of mod_parts, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua. If that host has a list of
-- modules_enabled of its own, add "parts" to it instead: of two lists in one section only the later one counts.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	modules_enabled = {
		"parts";
	}
	parts_token = ""
	parts_longest_body = 4096
	parts_most_notes = 100
