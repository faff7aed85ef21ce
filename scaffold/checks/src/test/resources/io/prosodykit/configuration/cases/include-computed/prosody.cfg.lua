Include (ENV_NONE or "layers/*.cfg.lua")
VirtualHost "example.org"
