modules_enabled = { "roster" }
