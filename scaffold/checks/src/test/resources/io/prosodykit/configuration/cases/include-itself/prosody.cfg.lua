VirtualHost "example.org"
Include "prosody.cfg.lua"
