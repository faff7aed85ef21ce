modules_enabled = { "roster" }
log = { info = "*console"
VirtualHost "example.org"
