VirtualHost "example.org"
VirtualHost "old.example.org"
enabled = false
modules_enabled = { "privacy" }
