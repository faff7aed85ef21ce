-- paths are relative to the file that has them
Include "../second.cfg.lua"
