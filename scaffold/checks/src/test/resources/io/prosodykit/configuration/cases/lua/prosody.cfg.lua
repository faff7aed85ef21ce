admins = { Lua.os.getenv("ADMIN") or "admin@example.org" }
domain = Lua.string.upper("example")
VirtualHost "example.org"
