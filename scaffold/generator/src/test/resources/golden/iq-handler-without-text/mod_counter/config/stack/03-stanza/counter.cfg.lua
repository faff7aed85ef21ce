-- Example configuration of mod_counter.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"counter";
-- The list is not in this file: a host uses only the last one, so each file would disable the modules of the others.
-- The options have their default values and apply to all hosts.
-- luacheck: ignore 111 113 131

counter_start = 1
counter_separator = "\000"
