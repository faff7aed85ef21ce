-- Example configuration of mod_greeter.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"greeter";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values. The module is global: it reads them from the global section.
-- luacheck: ignore 111 113 131

-- Where it listens, as for every Prosody service:
-- greeter_ports = { 5999 }
-- greeter_interfaces = { "127.0.0.1" }
greeter_longest_line = 1024
