-- Does with a configuration what the configuration manager of a release does. rules.names: names of hosts are checked, and
-- options that a file sets twice are reported (since 0.12). rules.options: options can be read and appended to, and there
-- are Lua, FileContents, FileLine, FileLines and Credential (13.0). rules.unknown: what is not set is reported (13.0.2).
return function (rules, sandbox, sources, places, prepare, load_part)
	local error, ipairs, pairs, pcall, setmetatable = error, ipairs, pairs, pcall, setmetatable
	local rawset, tostring, type, xpcall = rawset, tostring, type, xpcall
	local find, format, gsub, match, max, sub = string.find, string.format, string.gsub, string.match, math.max, string.sub
	local MOST_OPEN, MOST_MESSAGES = 50, 1000
	local manager = { warnings = {}, remarks = {} }
	local options = load_part("options")()
	local open = 0

	local function remark(text)
		if #manager.remarks == MOST_MESSAGES then
			return;
		end
		local file, line = places.find();
		manager.remarks[#manager.remarks + 1] = { file = file, line = line, message = text };
	end
	options.remark = remark;

	-- Options that follow the name of a section as a table end the section.
	local function setter(env, host, module_follows)
		return function (given)
			rawset(env, "__currenthost", "*");
			if rules.names and not module_follows then
				if type(given) == "string" then
					error(format("VirtualHost %q has no module: to load %q as one, write Component", tostring(host), given), 2);
				elseif type(given) ~= "table" then
					error(format("a VirtualHost is followed by { options }, not by a %s", type(given)), 2);
				end
			end
			for name, value in pairs(given) do
				options.set(host or "*", name, value, places.find());
			end
		end;
	end

	-- The name of a host in the form that the server compares. Before 0.12, a wrong one stands for the global section.
	local function named(kind, name)
		if rules.names and not name then
			error("this " .. kind .. " has no name", 3);
		end
		local prepared = (type(name) == "string" or type(name) == "number") and prepare(tostring(name)) or nil;
		if rules.names and not prepared then
			error(format("%q is not a valid name for a %s", name, kind), 0);
		end
		if prepared and find(prepared, "[{}$<>%%%s]") then
			remark(format("%q is not the name of a host: is this a template that is not filled in?", prepared));
		elseif not prepared then
			remark("this is not the name of a host, so its options belong to the global section");
		end
		return prepared;
	end

	local clash = "%s %q is already defined as a %s: give each a name of its own, such as service.%s"
	local function virtual_host(env)
		return function (name)
			local host = named("VirtualHost", name);
			local module = host and options.get(host, "component_module");
			if module then
				error(format(clash, "VirtualHost", host, "Component", host), 0);
			end
			rawset(env, "__currenthost", host);
			options.set(host or "*", "defined", true, places.find());
			return setter(env, host);
		end;
	end

	local function component(env)
		return function (name)
			local host = named("Component", name);
			if host and options.get(host, "defined") and not options.get(host, "component_module") then
				error(format(clash, "Component", host, "VirtualHost", host), 0);
			end
			options.set(host, "component_module", "component", places.find());
			options.set(host, "load_global_modules", false, places.find());
			rawset(env, "__currenthost", host);
			local set = setter(env, host, true);
			return function (module)
				if type(module) == "string" then
					options.set(host, "component_module", module, places.find());
					return set;
				end
				return set(module);
			end;
		end;
	end

	-- Files of one pattern come in the order of the disk, which is not known here: they are read in that of their names.
	local function include_all(env, path, folder)
		local at, glob = match(path, "()([^/]+)$");
		local parent = sub(path, 1, max(at - 2, 0));
		local from = #parent > 0 and sources.resolve(folder, parent) or folder;
		local outer = options.watch({});
		for _, file in ipairs(sources.list(from, glob)) do
			env.Include(file);
		end
		options.watch(outer);
	end

	local function include(env, folder, warnings)
		return function (path)
			if find(path, "[*?]") then
				return include_all(env, path, folder);
			end
			local file = sources.resolve(folder, path);
			local text, problem = sources.read(file);
			if not text then
				error("cannot include " .. file .. ": " .. problem, 0);
			end
			local fault, found = manager.run(text, file);
			if fault then
				error(fault.text, 0);
			end
			for _, warning in ipairs(found) do
				if #warnings < MOST_MESSAGES then
					warnings[#warnings + 1] = warning;
				end
			end
			return {};
		end;
	end

	local function run_script(folder)
		return function (path)
			local file = sources.resolve(folder, path);
			local text, problem = sources.read(file);
			if not text then
				error("cannot open " .. tostring(file) .. ": " .. problem, 0);
			end
			local chunk, fault = sandbox.compile(text, sources.add(file), sandbox.globals);
			if not chunk then
				error(fault, 0);
			end
			return chunk();
		end;
	end

	-- Evaluates a file. Returns a fault, or nil and the warnings.
	function manager.run(text, file)
		local folder = gsub(file, "[^/]+$", "");
		local name = sources.add(file);
		local warnings = {};
		if open == MOST_OPEN then
			return places.fault("it is included more than " .. MOST_OPEN .. " files deep");
		end
		local function warn(message)
			if #warnings == MOST_MESSAGES then
				return;
			end
			local _, line = places.find(name);
			warnings[#warnings + 1] = { file = file, line = line, message = message };
		end
		local env = {}
		env.VirtualHost = virtual_host(env);
		env.Host, env.host = env.VirtualHost, env.VirtualHost;
		env.Component = component(env);
		env.component = env.Component;
		env.Include = include(env, folder, warnings);
		env.include = env.Include;
		env.RunScript = run_script(folder);
		env.__currenthost = "*";
		if rules.options then
			load_part("readers")(env, sources, folder, sandbox.getenv);
		end
		setmetatable(env, options.access(env, rules, warn, sandbox, places));
		local chunk, fault = sandbox.compile(text, name, env);
		if not chunk then
			return places.fault(fault);
		end
		open = open + 1;
		local ok, problem = xpcall(chunk, places.fault);
		open = open - 1;
		return not ok and problem or nil, warnings;
	end

	-- Evaluates the whole configuration. Returns the fault because of which the server does not start, or nil.
	function manager.load(file, text)
		local problem
		if not text then
			text, problem = sources.read(file);
		end
		if not text then
			return { message = problem, file = file, line = 0 };
		end
		local fault, warnings = manager.run(text, file);
		manager.warnings = warnings or {};
		return fault or not options.serves() and {
			message = "there is no VirtualHost that is enabled, without which Prosody does not start", file = file, line = 0;
		} or nil;
	end

	-- Describes the sections, or says why they cannot be described.
	function manager.sections(describe)
		local ok, answer = pcall(options.sections, describe);
		if ok then
			return answer;
		end
		return {}, places.fault(type(answer) == "table" and answer.limit or answer);
	end

	return manager;
end
