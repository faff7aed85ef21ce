VirtualHost "example.org"
secret = Credential "secret"
