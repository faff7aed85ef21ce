modules_enabled = { "roster" }
modules_enabled "ping"
VirtualHost "example.org"
