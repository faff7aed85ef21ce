VirtualHost "localhost"
	modules_enabled = { "fine" }
	fine_text = "well"
