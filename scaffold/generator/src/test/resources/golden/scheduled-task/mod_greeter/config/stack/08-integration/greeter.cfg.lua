-- Example configuration of mod_greeter.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"greeter";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values and apply to all hosts.
-- luacheck: ignore 111 113 131

greeter_when = "daily"
