-- Example configuration of mod_auth_greeter, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	authentication = "greeter"
	auth_greeter_users = {
		juliet = "change me";
	}
