modules_enabled = { "roster"; "tls" }
authentication = "ldap"
storage = "sql"

VirtualHost "example.com"
