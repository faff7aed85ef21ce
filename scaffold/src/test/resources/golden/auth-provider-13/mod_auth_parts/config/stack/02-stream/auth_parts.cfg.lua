-- Example configuration of mod_auth_parts, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	authentication = "parts"
	auth_parts_users = {
		juliet = "change me";
	}
