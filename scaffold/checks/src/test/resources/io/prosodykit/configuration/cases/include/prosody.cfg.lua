modules_enabled = { "roster" }
VirtualHost "example.org"
Include "own.cfg.lua"
after = "still of example.org"
Include "conf.d/*.cfg.lua"
Include ("./conf.d/" .. "?.cfg.lua")
include "deep/er/first.cfg.lua"
