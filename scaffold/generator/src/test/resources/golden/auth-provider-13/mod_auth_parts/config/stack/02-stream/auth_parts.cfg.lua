-- Example configuration of mod_auth_parts.
-- Include this file in prosody.cfg.lua, and give the name of your host. The option authentication has Prosody load the
-- module.
-- The options have their defaults.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	authentication = "parts"
	auth_parts_users = {
		juliet = "change me";
	}
