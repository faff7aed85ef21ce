local modules = { "roster" }
for _, name in pairs { "csi", "smacks" } do
	table.insert(modules, name)
end
table.sort(modules)
modules_enabled = modules
text = string.format("%05d|%s|%q", 42, table.concat(modules, "+"), "q")
parts = { string.match("user@example.org", "(.*)@(.*)") }
chosen = select("#", 1, 2, 3)
converted = tonumber("0x10") + math.floor(2.7)
shown = tostring(nil) .. type({})
VirtualHost "example.org"
