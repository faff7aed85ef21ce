VirtualHost "example.org"
VirtualHost (undefined_name)
below = 1
