authentication = internal_hashed
allowed = { yes, "no" }
VirtualHost "example.org"
storage = internal
