-- Waits for a client, writes what the server's libraries and objects have to a file, and exits.
-- A line is "library NAME KIND ARITY", "missing NAME ERROR", "object NAME FROM" or
-- "member NAME KIND ARITY" of the library or object before it, with tabs between.

local getinfo = debug.getinfo;

-- What is in the index of a metatable is there, too.
local function index(value)
	local meta = getmetatable(value);
	return type(meta) == "table" and type(meta.__index) == "table" and meta.__index or nil;
end

local function arity(f, bound)
	local info = getinfo(f, "Su");
	if info.what == "C" then
		return "";
	end
	return math.max(info.nparams - bound, 0) .. (info.isvararg and "+" or "");
end

local function describe(value)
	local kind = type(value);
	if kind == "function" then
		return kind, arity(value, 0);
	end
	local meta = getmetatable(value);
	local call = kind == "table" and type(meta) == "table" and rawget(meta, "__call");
	if type(call) == "function" then
		return "callable", arity(call, 1);
	end
	return kind, "";
end

local function members(value)
	local all = {};
	local seen = {};
	while type(value) == "table" and not seen[value] do
		seen[value] = true;
		for name, member in pairs(value) do
			if type(name) == "string" and name:match("^[%a_][%w_]*$") and not name:match("^__")
				and all[name] == nil then
				all[name] = member;
			end
		end
		value = index(value);
	end
	return all;
end

local out;

local function line(...)
	out:write(table.concat({ ... }, "\t"), "\n");
end

local function write_members(value, prefix, known)
	for name, member in pairs(members(value)) do
		line("member", prefix .. name, describe(member));
		-- tables of functions, but not other libraries, and not what the server has at the moment
		if prefix == "" and type(member) == "table" and not known[member] then
			local all_functions = next(member) ~= nil;
			for _, inner in pairs(member) do
				all_functions = all_functions and type(inner) == "function";
			end
			if all_functions then
				write_members(member, name .. ".", known);
			end
		end
	end
end

local constructors = {
	{ "util.array" };
	{ "util.cache", "new", 1 };
	{ "util.dataforms", "new", { } };
	{ "util.dbuffer", "new", 10 };
	{ "util.events", "new" };
	{ "util.hashring", "new", 1, function (s) return s; end };
	{ "util.indexedbheap", "create" };
	{ "util.multitable", "new" };
	{ "util.promise", "new", function () end };
	{ "util.pubsub", "new", { } };
	{ "util.queue", "new", 1 };
	{ "util.ringbuffer", "new", 10 };
	{ "util.roles", "new", { } };
	{ "util.set", "new" };
	{ "util.smqueue", "new", 1 };
	{ "util.sslconfig", "new" };
	{ "util.stanza", "stanza", "message" };
	{ "util.throttle", "create", 1, 1 };
};

local function write_object(name, from, object)
	line("object", name, from);
	local meta = type(object) == "userdata" and getmetatable(object);
	write_members(meta and meta.__index or object, "", { });
end

local function write_objects(session)
	for _, constructor in ipairs(constructors) do
		local library, name = constructor[1], constructor[2];
		local found, exports = pcall(require, library);
		local create = found and exports;
		if create and name then
			create = exports[name];
		end
		if create then
			local _, object = assert(pcall(create, table.unpack(constructor, 3)));
			write_object(library:match("%w+$"), library .. (name and "." .. name or ""), object);
		end
	end
	write_object("connection", "", session.conn);
	write_object("host", "", prosody.hosts[session.host]);
	write_object("session", "", session);
end

local function write_libraries(names)
	local known = { [_G] = true, [prosody] = true };
	for _, library in pairs(package.loaded) do
		known[library] = true;
	end
	for _, name in ipairs(names) do
		local found, library = pcall(require, name);
		if found then
			line("library", name, describe(library));
			if type(library) == "table" then
				write_members(library, "", known);
			end
		else
			line("missing", name, (tostring(library):match("^[^\n]*")));
		end
	end
end

module:hook("presence/initial", function (event)
	local session = event.origin;
	module:add_timer(0, function ()
		local path = module:get_option_string("members_file");
		out = assert(io.open(path .. ".part", "w"));
		local ok, err = pcall(function ()
			write_objects(session);
			write_libraries(module:get_option_array("members_libraries"));
		end);
		out:close();
		if not ok then
			module:log("error", "%s", err);
			os.exit(1, false);
		end
		os.rename(path .. ".part", path);
		os.exit(0, false);
	end);
end);
