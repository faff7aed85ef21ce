-- Example configuration of mod_auth_parts.
-- Include this file in prosody.cfg.lua, and replace the host's name with yours. The option authentication makes Prosody
-- load the module.
-- The options have their default values.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	authentication = "parts"
	auth_parts_users = {
		juliet = "change me";
	}
