modules_enabled = { "roster"; "tls" }
authentication = "ldap"
ldap_base = "dc=example,dc=org"
storage = "sql"

VirtualHost "example.com"
