-- Example configuration of mod_storage_greeter.
-- Include this file in prosody.cfg.lua, and give the name of your host. The option storage has Prosody load the module.
-- The options have their defaults.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	-- storage = "greeter" has everything there, and accounts too.
	storage = {
		private = "greeter";
		archive = "greeter";
	}
