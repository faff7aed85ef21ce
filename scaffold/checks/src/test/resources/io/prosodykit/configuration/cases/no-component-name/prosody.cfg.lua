VirtualHost "example.org"
Component (undefined_name) "muc"
below = 1
