-- a section does not see what is global
modules_enabled = { "roster" }
VirtualHost "example.org"
modules_enabled:append { "version" }
