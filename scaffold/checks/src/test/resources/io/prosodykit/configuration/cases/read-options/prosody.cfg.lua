base = "example.org"
admins = { "a", "b" }
doubled = base and base .. base
copy = admins
list = admins and admins.values and true
if admins then
	local all = {}
	for name in admins:values() do all[#all + 1] = name end
	names = all
end
VirtualHost (base)
own = base
