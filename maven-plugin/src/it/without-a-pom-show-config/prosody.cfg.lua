local domain = os.getenv("DOMAIN") or "example.org"
modules_enabled = { "roster"; os.getenv("EXTRA") or "ping" }
path_is_set = os.getenv("PATH") ~= nil
VirtualHost (domain)
Include "conf.d/*.cfg.lua"
