-- Example configuration of mod_parts.
-- Include this file in prosody.cfg.lua, and give the component a name under that of your host.
-- The options have their default values.
-- luacheck: ignore 111 113 131

Component "parts.localhost" "parts"
	parts_title = "Greeter"
	parts_prefix = "You said:"
