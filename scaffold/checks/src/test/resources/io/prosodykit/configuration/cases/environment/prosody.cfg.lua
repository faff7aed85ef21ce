VirtualHost (ENV_DOMAIN)
empty = ENV_EMPTY
none = ENV_NONE
both = (ENV_NONE or "usual") .. "/" .. ENV_DOMAIN
