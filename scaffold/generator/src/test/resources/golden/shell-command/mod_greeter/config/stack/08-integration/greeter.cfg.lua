-- Example configuration of mod_greeter.
-- Include this file in prosody.cfg.lua, and add the module and the shell to the modules_enabled of a host there:
--	"admin_shell";
--	"greeter";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values. The module is global: it reads them from the global section.
-- luacheck: ignore 111 113 131

greeter_greeting = "Hello"
