local ok = pcall(Include, "nowhere.cfg.lua")
found = ok
VirtualHost "example.org"
