-- Example configuration of mod_greeter.
-- Include this file in prosody.cfg.lua, and add the module and the shell to the modules_enabled of a host there:
--	"admin_shell";
--	"greeter";
-- That list is not here, because a host keeps only the last one: each file would disable the modules of the others.
-- The options have their defaults. The module is global: it takes them from the global section for all hosts.
-- luacheck: ignore 111 113 131

greeter_greeting = "Hello"
