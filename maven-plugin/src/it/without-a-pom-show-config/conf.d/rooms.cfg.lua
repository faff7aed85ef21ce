Component "rooms.example.org" "muc"
	modules_enabled = { "muc_mam" }
