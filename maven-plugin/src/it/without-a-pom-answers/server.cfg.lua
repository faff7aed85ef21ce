modules_enabled = { "roster"; "tls"; "bookmarks2"; "our_own" }
authentication = "internal_hashed"

VirtualHost "example.com"
	if ENV_MORE then modules_enabled = { "mam" } end
Component "rooms.example.com" "muc"
