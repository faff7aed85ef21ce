-- Example configuration of mod_example.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"example";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values. The module is global: it reads them from the global section, whichever hosts
-- enable it. In a host's section they would have no effect.
-- luacheck: ignore 111 113 131

example_config = {}
