-- Example configuration of mod_notes, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua. If that host has a list of
-- modules_enabled of its own, add "notes" to it instead: of two lists in one section only the later one counts.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	modules_enabled = {
		"notes";
	}
	notes_token = ""
	notes_longest_body = 4096
	notes_most_notes = 100
