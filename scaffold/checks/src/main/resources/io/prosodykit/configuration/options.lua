-- The options of a configuration by their hosts, and how a file sets and reads them.
return function ()
	local error, getmetatable, ipairs, next, pairs = error, getmetatable, ipairs, next, pairs
	local rawget, setmetatable, tostring, type = rawget, setmetatable, tostring, type
	local match, sort, sub = string.match, table.sort, string.sub
	local IMPLIED = { component_module = true, defined = true, load_global_modules = true }
	local config, hosts, set_at = { ["*"] = {} }, { "*" }, { ["*"] = {} }
	local watched
	local options = {}

	-- A section without an option has that of the global section.
	local inherited = { __index = function (_, name) return config["*"][name]; end }

	-- Remembers from now on what each file sets in a table, and returns the table in which it was remembered before.
	function options.watch(found)
		local before = watched;
		watched = found;
		return before;
	end

	local function compare(host, name, value, file)
		if not watched or IMPLIED[name] then
			return;
		end
		local key = host .. "\0" .. tostring(name);
		local before = watched[key];
		if before and before.file ~= file and (before.value ~= value or type(value) == "table") then
			options.remark("\"" .. tostring(name) .. "\" is also set by " .. before.file
				.. ", which the same pattern includes: which of them counts depends on the order in which the disk lists them");
		end
		watched[key] = { file = file, value = value };
	end

	function options.set(host, name, value, file, line)
		if not (host and name) then
			return;
		end
		if not config[host] then
			config[host], set_at[host] = setmetatable({}, inherited), {};
			hosts[#hosts + 1] = host;
		end
		compare(host, name, value, file);
		config[host][name] = value;
		set_at[host][name] = { file = file, line = line };
	end

	function options.get(host, name)
		local section = host and config[host];
		if section and name then
			return rawget(section, name);
		end
		return nil;
	end

	-- Whether a host is left that is enabled, and no component.
	function options.serves()
		for _, host in ipairs(hosts) do
			if host ~= "*" and config[host].enabled ~= false and not config[host].component_module then
				return true;
			end
		end
		return false;
	end

	-- A list that is read is a reference to an option, which can be appended to.
	local function references(places)
		local operations = {}
		function operations:value()
			return options.get(self.host, self.option_name);
		end
		function operations:values()
			local list, key, value = self:value(), nil, nil;
			return function ()
				key, value = next(list, key);
				return value;
			end;
		end
		function operations:append(added)
			local list = self:value();
			if list == nil then
				list = {};
			end
			if type(added) ~= "table" then
				error("append takes a list of values, not a " .. type(added), 2);
			end
			if added[1] ~= nil then
				for _, value in ipairs(added) do
					list[#list + 1] = value;
				end
			else
				for key, value in pairs(added) do
					list[key] = value;
				end
			end
			options.set(self.host, self.option_name, list, places.find());
			return self;
		end
		setmetatable(operations, { __index = function (_, name)
			error("an option has no operation \"" .. tostring(name) .. "\"", 2);
		end });
		return {
			__index = operations;
			__call = function (self, added)
				local value = self:value() or {};
				if type(value) == "table" and type(added) == "table" then
					return self:append(added);
				end
				error("an option is not a function: write = between its name and its value", 2);
			end;
		};
	end

	local reference

	local function read(env, name, rules, warn, globals)
		local host = env.__currenthost or "*";
		local value, global = options.get(host, name), rawget(globals, name);
		if type(value) == "table" then
			return setmetatable({ config_table = config, host = host, option_name = name }, reference);
		elseif value == nil and global ~= nil then
			warn("Lua's own " .. name .. " is deprecated here: write Lua." .. name);
			return global;
		elseif value == nil and rules.unknown then
			warn(name .. " is not set: if it is a text, quote it");
		end
		return value;
	end

	-- How names without local are read and set in a file.
	function options.access(env, rules, warn, sandbox, places)
		reference = reference or references(places);
		local before = {};
		return {
			__index = function (_, name)
				if match(name, "^ENV_") then
					return sandbox.getenv(sub(name, 5));
				elseif not rules.options then
					return rawget(sandbox.globals, name);
				elseif name == "Lua" then
					return sandbox.globals;
				end
				return read(env, name, rules, warn, sandbox.globals);
			end;
			__newindex = function (_, name, value)
				local host = env.__currenthost or "*";
				local key = host .. "/" .. name;
				if before[key] and rules.names then
					warn("the option " .. name .. " is set twice in this file: the last value counts");
				end
				before[key] = true;
				if rules.unknown and getmetatable(value) == reference then
					setmetatable(value, nil);
				end
				options.set(host, name, value, places.find());
			end;
		};
	end

	-- Describes the sections in the order in which they began, and their options by name.
	function options.sections(describe)
		local sections = {};
		for _, host in ipairs(hosts) do
			local names, described = {}, {};
			for name in next, config[host] do
				names[#names + 1] = name;
			end
			sort(names, function (a, b) return tostring(a) < tostring(b); end);
			for _, name in ipairs(names) do
				local at = set_at[host][name] or {};
				described[#described + 1] = {
					name = tostring(name), value = describe(config[host][name]), file = at.file, line = at.line;
				};
			end
			sections[#sections + 1] = { host = host, enabled = config[host].enabled ~= false, options = described };
		end
		return sections;
	end

	return options;
end
