VirtualHost "example.org"
Component "rooms.example.org" (5)
