-- Example configuration of mod_greeter.
-- Include this file in prosody.cfg.lua, and give the component a name below that of your host.
-- The options have their defaults.
-- luacheck: ignore 111 113 131

Component "greeter.localhost" "greeter"
	greeter_title = "Greeter"
	greeter_prefix = "You said:"
