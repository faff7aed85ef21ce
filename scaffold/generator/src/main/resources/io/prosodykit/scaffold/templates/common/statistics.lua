-- A test double of Prosody's statistics for double.new. It provides module:measure on 0.11, and module:metric from 0.12
-- on. Each value that is counted or sampled is kept in server.statistics, by the metric's name.
-- luacheck: std min

return function (server)
	local values = {};
	local function keep(name, value)
		values[name] = values[name] or {};
		table.insert(values[name], value);
	end

	local api = { values = values, units = {} };
	if server:at_least("0.12") then
		function api.metric(_, kind, name, unit)
			assert(kind == "counter" or kind == "gauge" or kind == "histogram" or kind == "summary", "unknown kind of metric");
			api.units[name] = unit;
			local metric = {};
			function metric.add(_, value) keep(name, value); end
			function metric.sample(_, value) keep(name, value); end
			function metric.with_labels() return metric; end
			return metric;
		end
	end
	function api.measure(_, name, kind)
		if kind == "rate" then return function () keep(name, 1); end; end
		return function (value) keep(name, value); end
	end
	return api;
end
