local next_name = coroutine.wrap(function ()
	for _, name in ipairs { "a", "b" } do coroutine.yield(name) end
end)
names = { next_name(), next_name() }
VirtualHost "example.org"
