-- Example configuration of mod_storage_greeter, with the defaults of its options.
-- Give the name of your host, then include this file at the end of prosody.cfg.lua.
-- luacheck: ignore 111 113 131

VirtualHost "localhost"
	-- storage = "greeter" has everything there, and accounts too.
	storage = {
		private = "greeter";
		archive = "greeter";
	}
