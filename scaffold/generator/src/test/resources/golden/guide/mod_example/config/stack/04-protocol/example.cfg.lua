-- Example configuration of mod_example.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"example";
-- That list is not here, because a host keeps only the last one: each file would disable the modules of the others.
-- The options have their defaults. The module is global: it takes them from the global section for all hosts, whichever
-- enable it. In the section of a host they would have no effect.
-- luacheck: ignore 111 113 131

example_config = {}
