VirtualHost "example.org"
error("plain", 0)
