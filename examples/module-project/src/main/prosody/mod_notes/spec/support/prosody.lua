-- A test double of a Prosody server with one host, for the specs of one module.
--
--   local server = double.new { release = "0.12", config = { x_text = "hi" } };
--   local module, exports = server:load("mod_x.lua");
--   local replies = server:deliver(st.iq { type = "get", id = "1", from = "a@b/c", to = "localhost" }:query("urn:x"));
--   server:unload(module);
--
-- It does in memory what Prosody 0.11, 0.12 or 13.0 does, depending on the release. Using anything that it lacks raises
-- an error that says so. To run a spec with the real util.stanza, add a Prosody to LUA_PATH and LUA_CPATH.
-- luacheck: std min

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");

local function find_stanza_library()
	local found, st = pcall(require, "util.stanza");
	if found then
		return st;
	elseif not tostring(st):find("module 'util.stanza' not found", 1, true) then
		require "loader"; -- of Prosody 13.0: makes a library available as util.x and as prosody.util.x
		return require "util.stanza";
	end
	st = dofile(here.."stanza.lua");
	for _, name in ipairs { "util.stanza", "prosody.util.stanza" } do
		package.preload[name] = function () return st; end
	end
	return st;
end
local st = find_stanza_library();
local api = dofile(here.."module_api.lua");
local libraries = dofile(here.."libraries.lua");

local unpack = rawget(table, "unpack") or rawget(_G, "unpack");

local releases = { ["0.11"] = 1, ["0.12"] = 2, ["13.0"] = 3 };
local since = {
	metric = "0.12", cron = "0.12", hourly = "0.12", daily = "0.12", weekly = "0.12";
	set_status = "0.12", log_status = "0.12", get_status = "0.12";
	get_option_integer = "13.0", get_option_period = "13.0", get_option_enum = "13.0", on_ready = "13.0";
	may = "13.0", could = "13.0", default_permission = "13.0", default_permissions = "13.0";
};

-- Fields of `module` that may be read before they are set.
local optional = {};
for field in ("load unload save restore add_host ready command environment global loaded saved_state"):gmatch("%S+") do
	optional[field] = true;
end

-- util.events: the highest priority first, and the first result that is not nil ends the event.
local function new_events()
	local events, handlers = {}, {};
	function events.remove_handler(event, handler)
		local kept = {};
		for _, entry in ipairs(handlers[event] or {}) do
			if entry.handler ~= handler then kept[#kept + 1] = entry; end
		end
		handlers[event] = kept;
	end
	function events.add_handler(event, handler, priority)
		assert(type(handler) == "function", "the handler of "..tostring(event).." is not a function");
		events.remove_handler(event, handler);
		local list, place = handlers[event], 1;
		while list[place] and list[place].priority >= (priority or 0) do place = place + 1; end
		table.insert(list, place, { handler = handler, priority = priority or 0 });
	end
	function events.fire_event(event, data)
		for _, entry in ipairs(handlers[event] or {}) do
			local result = entry.handler(data);
			if result ~= nil then return result; end
		end
	end
	return events;
end

local server = {};
server.__index = server;

local double = {};

-- Settings, all optional: release; host; host_type, "local" or "component"; config, the options in the host's
-- section; global_config, the options before it; modules, what other modules export, by name; parts, what
-- module:require returns, by name; admins, bare JIDs as keys; everybody_may, whether everybody has every permission;
-- users, names as keys; libraries, by name without "prosody.", each a table or a function that makes one for a server;
-- extensions, a function that creates further functions of the module API for a server. server.dependencies lists what
-- module:depends loaded. A string in server.store_error makes every write to a store fail with that error, and a string
-- in server.read_error every read from a keyval or map store.
function double.new(settings)
	local release, host = settings.release or "13.0", settings.host or "localhost";
	assert(releases[release], "unknown release: "..release);
	local self = setmetatable({
		release = release, host = host, now = 0;
		config = { [host] = settings.config or {}, ["*"] = settings.global_config or {} };
		modules = settings.modules or {}, admins = settings.admins or {}, libraries = {};
		event_sources = { [host] = new_events(), ["*"] = new_events() };
		loaded = {}, options = {}, log = {}, sent = {}, timers = {}, stores = {}, shared = {};
		host_type = settings.host_type or "local", parts = settings.parts or {};
		everybody_may = settings.everybody_may;
		permissions = {}, users = settings.users or {}, dependencies = {}, store_error = nil;
	}, server);
	for name, library in pairs(settings.libraries or {}) do self.libraries[name] = library; end
	self.extensions = settings.extensions and settings.extensions(self) or {};
	self.prosody = {
		events = self:events("*"), full_sessions = {}, bare_sessions = {};
		hosts = { [host] = { host = host, type = settings.host_type or "local", events = self:events(host), sessions = {} } };
	};
	return self;
end

function server:at_least(release)
	return releases[self.release] >= releases[release];
end

function server:events(host)
	return self.event_sources[host] or error("the test double has no host "..tostring(host));
end

function server:configured(host, name)
	local value = (self.config[host] or {})[name];
	if value == nil then value = self.config["*"][name]; end
	return value;
end

-- Replaces the options in the host's section and notifies the modules, as `prosodyctl reload` does.
function server:reconfigure(config)
	self.config[self.host] = config;
	self:events("*").fire_event("config-reloaded", { filename = "prosody.cfg.lua", config = self.config });
end

-- One of the double's libraries, by its name without "prosody.".
function server:library(name)
	local library = self.libraries[name] or libraries[name];
	if type(library) == "function" then
		library = library(self);
		self.libraries[name] = library;
	end
	return library;
end

-- Runs a file as Prosody runs a plugin: with its own globals.
function server:run(path, environment) -- luacheck: ignore 212/self
	local setfenv = rawget(_G, "setfenv"); -- Lua 5.1, which ignores the environment in the next line
	local chunk = assert(loadfile(path, "t", environment));
	return (setfenv and setfenv(chunk, environment) or chunk)();
end

-- Returns the module and what its file returns.
function server:load(path, saved_state)
	local name = assert(path:match("mod_([%w_]+)%.lua$"), "not a module file: "..path);
	local module = { name = name, host = self.host, path = path, saved_state = saved_state };
	module._server, module._hooks, module._items = self, {}, {};
	function module._log(level, message, ...)
		assert(level == "debug" or level == "info" or level == "warn" or level == "error", "no such log level");
		local args = { ... };
		for i = 1, select("#", ...) do args[i] = tostring(args[i]); end
		local n = 0;
		message = message:gsub("%%[^%a%%]*([%a%%])", function (option)
			if option == "%" then return "%"; end
			n = n + 1;
			return args[n] or "nil";
		end);
		table.insert(self.log, { level = level, message = message, module = name });
	end
	setmetatable(module, { __index = function (_, key)
		if since[key] and not self:at_least(since[key]) then
			return nil; -- so that a module can test whether the release has it
		elseif self.extensions[key] ~= nil then
			return self.extensions[key];
		elseif api[key] == nil and not optional[key] then
			error(("module.%s is not in the test double: add it to spec/support/module_api.lua"):format(tostring(key)), 2);
		end
		return api[key];
	end });
	module.environment = setmetatable({ module = module, prosody = self.prosody }, { __index = _G });
	function module.environment.require(library)
		if library:find("^prosody%.") and not self:at_least("13.0") then
			error(("%s: only Prosody 13.0 has libraries with this prefix, and this is %s"):format(library, self.release), 2);
		end
		return self:library((library:gsub("^prosody%.", ""))) or require(library);
	end

	self.loaded[name] = module;
	local exports = self:run(path, module.environment);
	if module.load then module.load(); end
	if module.global and module.add_host then
		module.add_host(setmetatable({ host = self.host, global = false }, { __index = module }));
	end
	if module.ready and self:at_least("13.0") then module.ready(); end
	return module, exports;
end

function server:unload(module)
	if module.unload then module.unload(); end
	for _, hook in ipairs(module._hooks) do
		hook.object.remove_handler(hook.event, hook.handler);
	end
	for i = #module._items, 1, -1 do
		module:remove_item(module._items[i].kind, module._items[i].item);
	end
	module.loaded, self.loaded[module.name] = false, nil;
end

function server:reload(module)
	local state = module.save and module.save();
	self:unload(module);
	local reloaded = self:load(module.path, state);
	if reloaded.restore then reloaded.restore(state or {}); end
	return reloaded;
end

-- The items of one kind from all modules on a host: server:items("feature").
function server:items(kind, host)
	local items = {};
	for _, module in pairs(self.loaded) do
		for _, entry in ipairs(module.host == (host or self.host) and module._items or {}) do
			if entry.kind == kind then table.insert(items, entry.item); end
		end
	end
	return items;
end

-- The first message with this level that contains a text, or nil.
function server:logged(level, text)
	for _, entry in ipairs(self.log) do
		if entry.level == level and entry.message:find(text or "", 1, true) then return entry.message; end
	end
end

-- The callback runs in server:advance(seconds), and again as long as it returns a number of seconds.
function server:add_timer(delay, callback, ...)
	local args, timer = { n = select("#", ...), ... }, {};
	function timer.run(now) return callback(now, unpack(args, 1, args.n)); end
	function timer.stop() timer.at = nil; end
	function timer.reschedule(_, seconds) timer.at = self.now + seconds; end
	timer.disarm = timer.stop;
	timer:reschedule(delay);
	table.insert(self.timers, timer);
	return timer;
end

-- Advances the time: runs the timers that become due, the earliest first.
function server:advance(seconds)
	local stop = self.now + seconds;
	while true do
		local due;
		for _, timer in ipairs(self.timers) do
			if timer.at and timer.at <= stop and (not due or timer.at < due.at) then due = timer; end
		end
		if not due then break; end
		self.now, due.at = due.at, nil;
		local again = due.run(self.now);
		if type(again) == "number" then due:reschedule(again); end
	end
	self.now = stop;
end

-- A client's session; what the server sends to the client is in session.sent.
function server:session(full_jid) -- luacheck: ignore 212/self
	local username, host, resource = full_jid:match("^([^@]+)@([^/]+)/(.+)$");
	assert(resource, "not a full JID: "..full_jid);
	local session = { type = "c2s", full_jid = full_jid, username = username, host = host, resource = resource };
	session.sent = {};
	function session.send(stanza)
		table.insert(session.sent, stanza);
		return true;
	end
	return session;
end

-- The events that a stanza fires on its way, in order.
local function events_of(stanza, kind)
	local name, child, names = stanza.name, stanza.tags[1], { stanza.name.."/"..kind };
	local type = stanza.attr.type;
	if name == "iq" and (type == "get" or type == "set") then
		local payload = (child.attr.xmlns or "jabber:client")..":"..child.name;
		table.insert(names, "iq/"..kind.."/"..payload);
		table.insert(names, "iq-"..type.."/"..kind.."/"..payload);
	elseif name == "iq" then
		table.insert(names, "iq-"..type.."/"..kind.."/"..stanza.attr.id);
	end
	return names;
end

-- Delivers a stanza to the host as if a client had sent it, and returns the replies to that client.
function server:deliver(stanza, session)
	session = session or self:session(stanza.attr.from or "juliet@"..self.host.."/balcony");
	local to = stanza.attr.to or session.username.."@"..session.host;
	local kind = to:find("/") and "full" or to:find("@") and "bare" or "host";
	local event = { origin = session, stanza = stanza, to_self = to == session.username.."@"..session.host };
	local names = events_of(stanza, kind);
	table.insert(names, 1, "pre-"..stanza.name.."/"..kind);
	for _, name in ipairs(event.to_self and events_of(stanza, "self") or {}) do
		table.insert(names, name);
	end

	local before = #session.sent;
	local handled;
	for _, name in ipairs(names) do
		handled = self:events(self.host).fire_event(name, event);
		if handled ~= nil then break; end
	end
	if not handled and stanza.name == "iq" and (stanza.attr.type == "get" or stanza.attr.type == "set") then
		session.send(st.error_reply(stanza, "cancel", "service-unavailable"));
	end
	local replies = {};
	for i = before + 1, #session.sent do
		replies[#replies + 1] = session.sent[i];
	end
	return replies;
end

return double;
