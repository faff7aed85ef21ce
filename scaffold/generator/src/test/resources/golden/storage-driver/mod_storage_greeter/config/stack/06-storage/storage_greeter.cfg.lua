-- Example configuration of mod_storage_greeter.
-- Include this file in prosody.cfg.lua, and replace the host's name with yours. The option storage makes Prosody load
-- the module.
-- The options have their default values.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	-- storage = "greeter" would keep everything there, including accounts.
	storage = {
		private = "greeter";
		archive = "greeter";
	}
