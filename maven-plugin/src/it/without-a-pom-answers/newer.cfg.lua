modules_enabled = { "roster" }
modules_enabled:append { "mam" }
VirtualHost "example.org"
