-- Example configuration of mod_greeter.
-- Include this file in prosody.cfg.lua, and give the component a name under that of your host.
-- The options have their default values.
-- luacheck: ignore 111 113 131

Component "greeter.localhost" "greeter"
	greeter_title = "Greeter"
	greeter_prefix = "You said:"
