VirtualHost "example.org" "muc"
