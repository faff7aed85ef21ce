local domain = os.getenv("DOMAIN") or "example.org"
local function rooms(of) return "rooms." .. of end
modules_enabled = { "roster", os.getenv("EXTRA") or "ping" }
for i, name in ipairs { "csi", "smacks" } do
	modules_enabled[#modules_enabled + 1] = i .. name
end
VirtualHost (domain)
if os.getenv("EMPTY") == "" then
	set_in_condition = true
end
Component (rooms(domain)) "muc"
	modules_enabled = { "muc_" .. ("mam"):lower() }
