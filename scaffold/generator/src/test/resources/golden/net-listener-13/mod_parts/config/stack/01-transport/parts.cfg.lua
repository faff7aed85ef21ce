-- Example configuration of mod_parts.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"parts";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values. The module is global: it reads them from the global section.
-- luacheck: ignore 111 113 131

-- Where it listens, as for every Prosody service:
-- parts_ports = { 5999 }
-- parts_interfaces = { "127.0.0.1" }
parts_longest_line = 1024
