modules_enabled = { "roster", "smacks", "csi", "tls", "saslauth", "s2s_bidi", "admin_shell", "mam", "console" }
modules_disabled = { "s2s", "csi" }
VirtualHost "a.example.org"
modules_enabled = { "vcard", "vcard_legacy", "csi" }
modules_disabled = { "offline", "smacks" }
VirtualHost "b.example.org"
Component "rooms.example.org" "muc"
modules_enabled = { "muc_mam", "csi" }
Component "nodes.example.org" "pubsub"
modules_disabled = { "tls" }
Component "nothing.example.org"
component_secret = "x"
