-- a host inherits what is global
enabled = false
VirtualHost "example.org"
