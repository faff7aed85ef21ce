modules_enabled = { "roster", "privacy" }
