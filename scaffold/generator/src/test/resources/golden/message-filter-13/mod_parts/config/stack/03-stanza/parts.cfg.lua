-- Example configuration of mod_parts.
-- Include this file in prosody.cfg.lua, and add the module to the modules_enabled of a host there:
--	"parts";
-- That list is not here, because a host keeps only the last one: each file would disable the modules of the others.
-- The options have their defaults, and apply to all hosts.
-- luacheck: ignore 111 113 131

parts_bounce = {}
parts_drop = {}
parts_mark = {}
