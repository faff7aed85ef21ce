-- A test double of mod_pep: a service for each user, whose nodes keep their last item and who published it.
-- luacheck: std min

return function ()
	local services = {};
	local pep = { services = services };

	function pep.get_pep_service(username)
		if services[username] then return services[username]; end
		local handlers = {};
		local service = { events = {}, nodes = {}, actors = {}, publications = 0 };
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
				handler { node = node, actor = actor, id = id, item = item };
			end
			return true;
		end
		services[username] = service;
		return service;
	end

	return pep;
end
