VirtualHost "example.org"
Include (ENV_NONE)
