modules_enabled = { "roster" }
modules_enabled = { "ping" }
VirtualHost "example.org"
modules_enabled = { "csi" }
name = "one"
name = "two"
VirtualHost "other.example.org"
name = "three"
Include "again.cfg.lua"
VirtualHost "example.org"
name = "five"
