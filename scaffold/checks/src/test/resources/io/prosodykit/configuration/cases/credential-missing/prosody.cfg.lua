VirtualHost "example.org"
secret = Credential "nowhere"
