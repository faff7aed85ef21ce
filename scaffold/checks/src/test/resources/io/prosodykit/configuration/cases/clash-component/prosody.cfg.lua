VirtualHost "example.org"
Component "Example.org" "muc"
