modules_enabled = { "roster"; "tls"; "bookmarks2"; "our_own"; "turn_external"; "vcard"; "vcard_legacy" }
authentication = "internal_hashed"

VirtualHost "example.com"
	if ENV_MORE then modules_enabled = { "mam" } end
Component "rooms.example.com" "muc"
