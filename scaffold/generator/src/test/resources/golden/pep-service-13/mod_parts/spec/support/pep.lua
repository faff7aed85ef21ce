-- A test double of mod_pep: a service for each user. A node keeps its last item and who published it.
-- Like mod_pep, it announces each service with an item.
-- luacheck: std min

return function (server)
	local services, module = {}, { host = server.host, _items = {} };
	server.loaded.pep = module;
	local pep = { services = services };

	function pep.get_pep_service(username)
		if services[username] then return services[username]; end
		local handlers = {};
		local service = { events = {}, nodes = {}, actors = {}, publications = 0, config = { pep_username = username } };
		function service.events.add_handler(event, handler)
			handlers[event] = handlers[event] or {};
			handlers[event][handler] = true;
		end
		function service.events.remove_handler(event, handler)
			if handlers[event] then handlers[event][handler] = nil; end
		end
		function service.publish(_, node, actor, id, item)
			if service.refuses == node then return false, "forbidden"; end
			service.nodes[node], service.actors[node] = item, actor;
			service.publications = service.publications + 1;
			for handler in pairs(handlers["item-published/"..node] or {}) do
				handler { service = service, node = node, actor = actor, id = id, item = item };
			end
			return true;
		end
		services[username] = service;
		service.item = { service = service, jid = username.."@"..server.host };
		table.insert(module._items, { kind = "pep-service", item = service.item });
		server:events(server.host).fire_event("item-added/pep-service", { item = service.item });
		return service;
	end

	-- Makes mod_pep unload a service from memory.
	function pep.forget(username)
		local item = services[username].item;
		services[username] = nil;
		for i = #module._items, 1, -1 do
			if module._items[i].item == item then table.remove(module._items, i); end
		end
		server:events(server.host).fire_event("item-removed/pep-service", { item = item });
	end

	return pep;
end
