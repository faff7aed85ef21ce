VirtualHost "example.org"
VirtualHost (12)
below = 1
