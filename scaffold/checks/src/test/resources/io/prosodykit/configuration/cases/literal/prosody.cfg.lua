-- what most files have: literals of every type, in sections
admins = { "admin@example.org", "Second@Example.org" }
modules_enabled = {
	"roster"; "saslauth"; "tls"; "disco";
	"ping"; -- a comment
}
modules_disabled = {}
c2s_require_encryption = true
log = { info = "*console"; { levels = { min = "warn" }; to = "file"; filename = "x.log" } }
limits = { c2s = { rate = "10kb/s"; burst = "2s" }; s2sin = { rate = "30kb/s" } }
http_ports = { 5280, 5281 }
archive_expires_after = "1w"
c2s_timeout = 300.5
negative, small = -3, 1e-3
large = 2^40
hexadecimal = 0xff
half = 7 / 2
whole = 10 / 2
welcome = [[
two
lines]]
umlauts = "Grüße, 😀 and \"quotes\" \\ \t"
VirtualHost "example.org"
	ssl = { key = "a.key", certificate = "a.crt" }
	authentication = "internal_hashed"
Component "rooms.example.org" "muc"
	name = "Rooms"
	modules_enabled = { "muc_mam" }
Component "gateway.example.org"
	component_secret = "s3cret"
