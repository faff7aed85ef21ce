-- Makes the global environment of a configuration: the language, without what reaches the machine.
return function (getenv, hook)
	local create, error, load, loadstring = coroutine.create, error, load, loadstring
	local find, rep, setfenv, setmetatable, type = string.find, string.rep, setfenv, setmetatable, type
	local resume, select, status = coroutine.resume, select, coroutine.status
	local LONGEST = 2 ^ 24

	local globals = {}
	globals._G = globals;
	for _, name in ipairs({
		"_VERSION", "assert", "coroutine", "error", "getmetatable", "ipairs", "math", "next", "pairs", "pcall", "rawequal",
		"rawget", "rawlen", "rawset", "select", "setmetatable", "string", "table", "tonumber", "tostring", "type", "unpack",
		"utf8", "xpcall",
	}) do
		globals[name] = _G[name];
	end

	local function refuse(name)
		error(name .. " is not available: a configuration is evaluated without the machine that it is for", 3);
	end
	local function closed(name, members)
		return setmetatable(members, {
			__index = function (_, key)
				refuse(name .. "." .. tostring(key));
			end;
		});
	end

	for _, name in ipairs({ "debug", "io", "package", "prosody" }) do
		globals[name] = closed(name, {});
	end
	for _, name in ipairs({ "collectgarbage", "dofile", "loadfile", "require" }) do
		globals[name] = function ()
			refuse(name);
		end;
	end
	globals.os = closed("os", {
		clock = os.clock, date = os.date, difftime = os.difftime, time = os.time;
		getenv = function (name)
			if type(name) ~= "string" then
				error("os.getenv takes the name of a variable, not a " .. type(name), 2);
			end
			return getenv(name);
		end;
	});
	function globals.print() end

	-- Source alone: nothing checks compiled code.
	local function compile(text, name, environment)
		if find(text, "^\27") then
			return nil, "compiled code is not loaded";
		end
		if setfenv then
			local chunk, fault = loadstring(text, name);
			return chunk and setfenv(chunk, environment), fault;
		end
		return load(text, name, "t", environment);
	end
	globals.load = function (text, name, _, environment)
		if type(text) == "function" then
			local parts, part = {}, text();
			while part and part ~= "" do
				parts[#parts + 1] = part;
				part = text();
			end
			text = table.concat(parts);
		end
		return compile(text, name or text, environment or globals);
	end;
	globals.loadstring = loadstring and globals.load;

	-- The methods of strings are these as well.
	string.dump = nil;
	string.rep = function (text, count, between)
		local length = #text + (between and #tostring(between) or 0);
		if type(count) == "number" and length * count > LONGEST then
			error("a text of more than 16 MiB", 2);
		end
		return rep(text, count, between);
	end;

	-- A coroutine is counted as well.
	local function counted(body)
		local thread = create(body);
		hook(thread);
		return thread;
	end
	local function finish(thread, ok, ...)
		if not ok then
			error((...), status(thread) == "dead" and 0 or 2);
		end
		return ...;
	end
	coroutine.create = counted;
	coroutine.wrap = function (body)
		local thread = counted(body);
		return function (...)
			return finish(thread, resume(thread, ...));
		end;
	end;

	if table.unpack == nil then
		table.unpack = unpack;
	end
	if table.pack == nil then
		table.pack = function (...)
			return { n = select("#", ...), ... };
		end;
	end
	return { globals = globals, compile = compile, getenv = getenv };
end
