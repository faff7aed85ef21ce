VirtualHost "example.org"
Include "con*/x.cfg.lua"
