VirtualHost "example.org"
VirtualHost "\255\254"
below = 1
