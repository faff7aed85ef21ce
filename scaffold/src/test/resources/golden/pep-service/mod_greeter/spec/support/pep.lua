-- A test double of mod_pep: a service for each user, whose nodes keep their last item.
-- luacheck: std min

return function ()
	local services = {};
	local pep = { services = services };

	function pep.get_pep_service(username)
		if services[username] then return services[username]; end
		local handlers = {};
		local service = { events = {}, nodes = {} };
		function service.events.add_handler(event, handler) handlers[event] = handler; end
		function service.events.remove_handler(event, handler)
			if handlers[event] == handler then handlers[event] = nil; end
		end
		function service.publish(_, node, actor, id, item)
			if service.refuses == node then return false, "forbidden"; end
			service.nodes[node] = item;
			local handler = handlers["item-published/"..node];
			if handler then handler { node = node, actor = actor, id = id, item = item }; end
			return true;
		end
		services[username] = service;
		return service;
	end

	return pep;
end
