VirtualHost "example.org"
Include "broken.cfg.lua"
