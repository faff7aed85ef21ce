VirtualHost "other.example.org"
name = "four"
name = "four again"
