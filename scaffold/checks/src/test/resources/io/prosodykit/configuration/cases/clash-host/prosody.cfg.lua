VirtualHost "other.example.org"
Component "example.org" "muc"
VirtualHost "example.ORG"
