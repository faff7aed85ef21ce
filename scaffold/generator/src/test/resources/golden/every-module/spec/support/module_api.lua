-- The module API: what a module finds in `module`, in memory. The option getters are in options.lua. Using anything
-- that is missing here raises an error that says so; add it below.
-- luacheck: std min

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");

local function copy(value)
	if type(value) ~= "table" then return value; end
	local result = {};
	for k, v in pairs(value) do result[k] = copy(v); end
	return result;
end

local api = dofile(here.."options.lua");

function api:get_name() return self.name; end
function api:get_host() return self.host; end
function api:get_host_type() return self.host == "*" and "global" or self._server.host_type; end
function api:get_directory() return self.path:match("^(.*)[/\\][^/\\]*$") or "."; end
function api:log(level, message, ...) self._log(level, message, ...); end

function api:set_global()
	self.host, self.global = "*", true;
end

function api:context(host)
	return setmetatable({ host = host or "*" }, { __index = self, __newindex = self });
end

function api:require(lib)
	if self._server.parts[lib] then return self._server.parts[lib]; end
	return self._server:run(("%s/%s.lib.lua"):format(self:get_directory(), lib), self.environment);
end

-- On Prosody 13.0, a soft dependency may be among modules_disabled. One that cannot be found is an error nevertheless.
function api:depends(name, soft)
	for _, disabled in ipairs(self._server:configured(self.host, "modules_disabled") or {}) do
		if disabled == name and soft and self._server:at_least("13.0") then return nil, "disabled"; end
	end
	local dependency = self._server.modules[name];
	if not dependency then
		error(("mod_%s is not available: pass its exports to double.new { modules = { %s = {} } }"):format(name, name), 2);
	end
	self._server.dependencies[name] = true;
	return dependency;
end

-- "x" is /host/module/x, "other/x" is /host/other/x, and "/*/other/x" is left unchanged.
function api:shared(path)
	if path:sub(1, 1) ~= "/" then
		local _, slashes = path:gsub("/", "");
		path = (slashes < 2 and "/"..self.host or "")..(slashes < 1 and "/"..self.name or "").."/"..path;
	end
	local tables = self._server.shared;
	tables[path] = tables[path] or {};
	return tables[path];
end

function api:fire_event(event, data)
	return self._server:events(self.host).fire_event(event, data);
end

function api:hook_object_event(object, event, handler, priority)
	object.add_handler(event, handler, priority);
	table.insert(self._hooks, { object = object, event = event, handler = handler });
end

function api:unhook_object_event(object, event, handler) -- luacheck: ignore 212/self
	object.remove_handler(event, handler);
end

function api:hook(event, handler, priority)
	self:hook_object_event(self._server:events(self.host), event, handler, priority);
end

function api:hook_global(event, handler, priority)
	self:hook_object_event(self._server:events("*"), event, handler, priority);
end

function api:hook_tag(xmlns, name, handler, priority)
	self:hook("stanza/"..(xmlns and xmlns..":" or "")..name, function (event)
		return handler(event.origin, event.stanza, event);
	end, priority);
end

function api:unhook(event, handler)
	self:unhook_object_event(self._server:events(self.host), event, handler);
end

function api:add_item(kind, item)
	table.insert(self._items, { kind = kind, item = item });
	self:fire_event("item-added/"..kind, { source = self, item = item });
end

function api:remove_item(kind, item)
	for i = #self._items, 1, -1 do
		if self._items[i].kind == kind and self._items[i].item == item then
			table.remove(self._items, i);
			self:fire_event("item-removed/"..kind, { source = self, item = item });
			return item;
		end
	end
end

function api:get_host_items(kind) return self._server:items(kind, self.host); end
function api:add_feature(xmlns) self:add_item("feature", xmlns); end
function api:add_extension(data) self:add_item("extension", data); end
function api:add_identity(category, identity_type, name)
	self:add_item("identity", { category = category, type = identity_type, name = name });
end

function api:handle_items(kind, added, removed, existing)
	self:hook("item-added/"..kind, added);
	self:hook("item-removed/"..kind, removed);
	for _, item in ipairs(existing == false and {} or self:get_host_items(kind)) do
		added({ item = item });
	end
end

-- A provider is named after its module, without the kind: auth_foo provides "foo".
function api:provides(kind, item)
	if not item then
		item = {};
		for k, v in pairs(self.environment) do
			if k ~= "module" then item[k] = v; end
		end
	end
	local prefix = kind:gsub("-", "_").."_";
	item.name = item.name or self.name:sub(1, #prefix) == prefix and self.name:sub(#prefix + 1) or self.name;
	item._provided_by = self.name;
	self:add_item(kind.."-provider", item);
end

function api:send(stanza)
	table.insert(self._server.sent, stanza);
	return true;
end

-- Timers of an unloaded module do not run.
function api:add_timer(delay, callback, ...)
	return self._server:add_timer(delay, function (...) return self.loaded ~= false and callback(...); end, ...);
end

function api:cron(task) self:add_item("task", task); end
for _, when in ipairs { "hourly", "daily", "weekly" } do
	api[when] = function (self, name, run)
		self:cron { when = when, name = run and name or nil, run = run or name };
	end
end

local stores_of = {};

-- For data that belongs to no user, the user is nil.
function stores_of.keyval(data, server)
	local store = {};
	function store.get(_, user)
		if server.read_error then return nil, server.read_error; end
		return copy(data[user or ""]);
	end
	function store.set(_, user, value)
		if server.store_error then return nil, server.store_error; end
		data[user or ""] = copy(value);
		return true;
	end
	function store.users() return next, data; end
	return store;
end

function stores_of.map(data, server)
	local store = {};
	function store.get(_, user, key)
		if server.read_error then return nil, server.read_error; end
		return copy((data[user or ""] or {})[key]);
	end
	function store.set(_, user, key, value)
		if server.store_error then return nil, server.store_error; end
		data[user or ""] = data[user or ""] or {};
		data[user or ""][key] = copy(value);
		return true;
	end
	return store;
end

-- An archive supports key, start, end, with, limit and reverse in queries.
function stores_of.archive(data, server)
	local store = { caps = {} };
	local function matches(item, query)
		return (query.key == nil or item.key == query.key) and (query.with == nil or item.with == query.with)
			and (query.start == nil or item.when >= query.start) and (query["end"] == nil or item.when <= query["end"]);
	end
	function store.append(_, user, key, value, when, with)
		if server.store_error then return nil, server.store_error; end
		data[user] = data[user] or {};
		key = key or tostring(#data[user] + 1);
		table.insert(data[user], { key = key, value = value, when = when, with = with });
		return key;
	end
	function store.find(_, user, query)
		query = query or {};
		local found, n = {}, 0;
		for _, item in ipairs(data[user] or {}) do
			if matches(item, query) then
				table.insert(found, query.reverse and 1 or #found + 1, item);
			end
		end
		return function ()
			n = n + 1;
			local item = found[n];
			if item and n <= (query.limit or math.huge) then return item.key, item.value, item.when, item.with; end
		end, #found;
	end
	function store.delete(_, user, query)
		local kept, items = {}, data[user] or {};
		for _, item in ipairs(items) do
			if not matches(item, query or {}) then table.insert(kept, item); end
		end
		data[user] = kept;
		return #items - #kept;
	end
	function store.users() return next, data; end
	return store;
end

-- Supported types of stores. They keep copies, which survive a reload.
function api:open_store(name, kind)
	if self.host == "*" then return nil, "global-storage-not-supported"; end
	assert(kind == nil or stores_of[kind] or kind == "keyval", "the test double has no stores of type "..tostring(kind));
	local stores = self._server.stores;
	local data = stores[name or self.name] or {};
	stores[name or self.name] = data;
	return stores_of[kind or "keyval"](data, self._server);
end

function api:set_status(kind, message) self.status_type, self.status_message = kind, message; end
function api:get_status() return self.status_type, self.status_message; end
function api:log_status(level, message, ...)
	self:set_status(level, message);
	self:log(level, message, ...);
end
-- Prosody 13.0's permissions, with the roles of administrators and of the host's users.
function api:default_permission(role, action)
	self._server.permissions[action:gsub("^:", self.name..":")] = role;
end

function api:default_permissions(role, actions)
	for _, action in ipairs(actions) do self:default_permission(role, action); end
end

local function has_role(module, jid, role)
	local bare = jid:match("^[^/]*");
	return module._server.admins[bare]
		or role == "prosody:registered" and bare:match("@(.*)$") == module._server.host;
end

-- The context is a JID, or an event with a stanza or a session.
function api:may(action, context)
	if self._server.everybody_may then return true; end
	local jid = context;
	if type(context) == "table" then
		local session = context.origin or context;
		jid = session.full_jid or context.stanza and context.stanza.attr.from;
	end
	local role = self._server.permissions[action:gsub("^:", self.name..":")];
	return role ~= nil and jid ~= nil and has_role(self, jid, role) and true or false;
end
api.could = api.may;

function api:on_ready(callback) return callback(self); end

return api;
