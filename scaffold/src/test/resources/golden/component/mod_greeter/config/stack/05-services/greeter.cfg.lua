-- Example configuration of mod_greeter, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"

Component "greeter.localhost" "greeter"
	greeter_title = "Greeter"
	greeter_prefix = "You said:"
