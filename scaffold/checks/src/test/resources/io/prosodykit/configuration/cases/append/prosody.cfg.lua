modules_enabled = { "roster" }
modules_enabled:append { "mam", "privacy" }
modules_enabled { "csi" }
limits = { c2s = { rate = "1kb/s" } }
limits:append { s2s = { rate = "2kb/s" } }
VirtualHost "example.org"
modules_enabled = { "ping" }
modules_enabled:append { "version" }
