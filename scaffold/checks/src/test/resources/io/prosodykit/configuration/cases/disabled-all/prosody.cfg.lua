VirtualHost "example.org"
enabled = false
Component "rooms.example.org" "muc"
