VirtualHost "example.org"
VirtualHost { "a.example.org" }
