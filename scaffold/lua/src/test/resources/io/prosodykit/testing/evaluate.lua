-- Runs chunks that arrive on standard input, each in an environment of its own, and prints what it then finds there.
-- A request is a line with a path into the environment ("a.b", "." for all that the chunk has put there, or "" to compile
-- only), a line with the chunk's length in bytes, and the chunk. The answer is one line: the value, its strings in base
-- 16, or "error" and the message in base 16.

local digits = {};
for byte = 0, 255 do digits[string.char(byte)] = ("%02x"):format(byte); end
local function hex(text)
	return (text:gsub(".", digits));
end

local function show(value)
	if type(value) == "string" then
		return "s"..hex(value);
	elseif type(value) == "number" then
		return ("n%.17g"):format(value);
	elseif type(value) == "table" then
		local items, fields = {}, {};
		for i, item in ipairs(value) do items[i] = show(item); end
		for key, item in pairs(value) do
			if not items[key] then fields[#fields + 1] = show(key).."="..show(item); end
		end
		table.sort(fields);
		for _, field in ipairs(fields) do items[#items + 1] = field; end
		return "{"..table.concat(items, ",").."}";
	end
	return tostring(value);
end

-- A module API in which each option has its default, recorded in the environment's table `options`.
local function new_environment()
	local options = {};
	local nothing = function () end;
	local module = setmetatable({}, { __index = function (_, key)
		if type(key) == "string" and key:find("^get_option") then
			return function (_, name, default) options[name] = default; return default; end;
		end
		return nothing;
	end });
	local function require()
		return setmetatable({}, { __index = function () return nothing; end });
	end
	local given = { module = module, options = options, require = require, VirtualHost = nothing, files = {} };
	return setmetatable({}, { __index = given });
end

local function compile(chunk, environment)
	local setfenv = rawget(_G, "setfenv");
	if setfenv then
		local f, err = loadstring(chunk, "=chunk");
		return f and setfenv(f, environment), err;
	end
	return load(chunk, "=chunk", "t", environment);
end

local function evaluate(path, chunk)
	local environment = new_environment();
	local run, err = compile(chunk, environment);
	if not run then error(err, 0); end
	if path == "" then return "compiled"; end
	run();
	local value = environment;
	for key in path:gmatch("[^.]+") do value = value[key]; end
	return show(value);
end

for path in io.lines() do
	local length = tonumber((io.read("*l")));
	local chunk = length > 0 and io.read(length) or ""; -- to read nothing is to wait for the next request
	local ok, answer = pcall(evaluate, path, chunk);
	io.write(ok and answer or "error "..hex(tostring(answer)), "\n");
	io.flush();
end
