-- Example configuration of mod_parts, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"

Component "parts.localhost" "parts"
	parts_title = "Greeter"
	parts_prefix = "You said:"
