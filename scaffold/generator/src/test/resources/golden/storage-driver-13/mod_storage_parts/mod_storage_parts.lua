-- mod_storage_parts.lua
-- Keeps data in its own files
-- luacheck: globals module, read globals prosody

-- Prosody's plain files: load and store of util.datamanager itself use the configured drivers.
local datamanager = require "prosody.core.storagemanager".olddm;
local new_id = require "prosody.util.id".medium;
local now = require "prosody.util.time".now;
local set = require "prosody.util.set";
local st = require "prosody.util.stanza";

local host = module.host;

local open_list = datamanager.list_open; -- reads only the requested items

local keyval = {};

function keyval:get(user)
	return datamanager.load(user, host, self.store);
end

function keyval:set(user, data)
	return datamanager.store(user, host, self.store, data);
end

function keyval:users()
	return datamanager.users(host, self.store, "keyval");
end

local archive = { caps = { total = true, ids = true, full_id_range = true, truncate = true } };

function archive:users()
	return datamanager.users(host, self.store, "list");
end

local function new_item(key, stanza, when, with)
	return { key = key, when = when, with = with, stanza = st.preserialize(stanza) };
end

local function place_of(items, key)
	for i = 1, #items do
		if items[i].key == key then return i; end
	end
end

-- Returns a function that tells whether a query matches an item, regardless of its position.
local function matcher(query)
	local ids = query.ids and set.new(query.ids);
	return function (item)
		return (not query.key or item.key == query.key) and (not ids or ids:contains(item.key))
			and (not query.with or item.with == query.with)
			and (not query.start or item.when >= query.start) and (not query["end"] or item.when <= query["end"]);
	end;
end

-- A list from which Prosody 13.0 reads single items keeps its file open.
local function close(items)
	if items.close then items:close(); end
end

function archive:find(user, query)
	query = query or {};
	local items, err = open_list(user, host, self.store);
	if err then return nil, err; end
	items = items or {};
	local first, last = 1, #items;
	if query.after then
		local place = place_of(items, query.after);
		if not place then
			close(items);
			return nil, "item-not-found";
		end
		first = place + 1;
	end
	if query.before then
		local place = place_of(items, query.before);
		if not place then
			close(items);
			return nil, "item-not-found";
		end
		last = place - 1;
	end

	local matches, total = matcher(query), nil;
	if query.total then
		total = 0;
		for i = 1, #items do
			if matches(items[i]) then total = total + 1; end
		end
	end

	local i, step, left = first, 1, query.limit or #items;
	if query.reverse then i, step = last, -1; end
	return function ()
		while items and left > 0 and i >= first and i <= last do
			local item = items[i];
			i = i + step;
			if matches(item) then
				left = left - 1;
				return item.key, st.deserialize(item.stanza), item.when, item.with;
			end
		end
		if items then close(items); end
		items = nil;
	end, total;
end

function archive:get(user, key)
	local find, err = self:find(user, { key = key, limit = 1 });
	if not find then return nil, err; end
	local found, stanza, when, with = find();
	find(); -- runs to the end, which closes the file
	if not found then return nil, "item-not-found"; end
	return stanza, when, with;
end

function archive:summary(user, query)
	local find, err = self:find(user, query);
	if not find then return nil, err; end
	local counts, earliest, latest, body = {}, {}, {}, {};
	for _, stanza, when, with in find do
		counts[with] = (counts[with] or 0) + 1;
		earliest[with] = math.min(earliest[with] or when, when);
		latest[with] = math.max(latest[with] or when, when);
		body[with] = stanza:get_child_text("body") or body[with];
	end
	return { counts = counts, earliest = earliest, latest = latest, body = body };
end

function archive:write(user, items)
	local ok, err = datamanager.list_store(user, host, self.store, items);
	if not ok then return nil, err or "the archive cannot be written"; end
	return true;
end

-- Drops the items that do not stay and, if there are any, appends the new one. Returns how many were dropped.
function archive:filter(user, stays, new)
	local items, err = datamanager.list_load(user, host, self.store);
	if err then return nil, err; end
	items = items or {};
	local kept = {};
	for i, item in ipairs(items) do
		if stays(item, #items - i) then table.insert(kept, item); end
	end
	local dropped = #items - #kept;
	if dropped > 0 then
		table.insert(kept, new);
		local ok, write_err = self:write(user, kept);
		if not ok then return nil, write_err; end
	end
	return dropped;
end

-- Replaces an item with the same key.
function archive:append(user, key, stanza, when, with)
	if not st.is_stanza(stanza) then return nil, "unsupported-datatype"; end
	local item = new_item(key or new_id(), stanza, when or now(), with);
	if key then
		local dropped, err = self:filter(user, function (old) return old.key ~= key; end, item);
		if not dropped then return nil, err; end
		if dropped > 0 then return key; end
	end
	local ok, err = datamanager.list_append(user, host, self.store, item);
	if not ok then return nil, err; end
	return item.key;
end

function archive:set(user, key, stanza, when, with)
	local items, err = datamanager.list_load(user, host, self.store);
	if err then return nil, err; end
	local place = place_of(items or {}, key);
	if not place then return nil, "item-not-found"; end
	items[place] = new_item(key, stanza, when or items[place].when, with or items[place].with);
	return self:write(user, items);
end

-- Returns how many items were deleted. With `truncate`, that many of the newest items stay.
function archive:delete(user, query)
	query = query or {};
	local matches, truncate = matcher(query), query.truncate or 0;
	return self:filter(user, function (item, newer) return newer < truncate or not matches(item); end);
end

-- Prosody builds a store of type map on one of type keyval.
local types = { keyval = keyval, archive = archive };
local driver = {};

-- The module's name keeps its files apart from those of Prosody's own driver.
function driver:open(store, kind) -- luacheck: ignore 212/self
	local methods = types[kind or "keyval"];
	if not methods then return nil, "unsupported-store"; end
	return setmetatable({ store = module.name.."_"..store }, { __index = methods });
end

-- Called when a user is deleted: deletes all of the user's files.
function driver:purge(user) -- luacheck: ignore 212/self
	return datamanager.purge(user, host);
end

module:provides("storage", driver);

module:depends("disco");

-- mod_carbons may be loaded after this module: call this when it matters, not while loading.
local function has_carbons()
	local is_loaded = require "prosody.core.modulemanager".is_loaded;
	return is_loaded(module.host, "carbons")
		or is_loaded("*", "carbons");
end
module:add_timer(0, function () -- runs when the server has loaded all modules
	if not has_carbons() then
		module:log("debug", "mod_carbons is not loaded, continuing without it");
	end
end);

module:add_feature("urn:example:more:0");

local parts_notes_store = module:open_store("parts_notes", "keyval"); -- luacheck: ignore 211

local parts_log_store = module:open_store("parts_log", "archive"); -- luacheck: ignore 211

module:default_permission("prosody:admin", ":greet-all");
module:default_permission("prosody:registered", ":look");

local function may_greet_all(event)
	return module:may(":greet-all", event);
end

local function may_look(event)
	return module:may(":look", event);
end

module:hook_global("server-stopping", function (event)
	module:log("debug", "Event server-stopping: %s", event.reason);
end);

module:hook("message/bare", function (event)
	module:log("debug", "Event message/bare: %s", tostring(event.stanza));
end, 5);

module:hook("message/host", function (event)
	if not may_greet_all(event) then
		if event.stanza.attr.type ~= "error" then -- an error must not cause another
			event.origin.send(require "prosody.util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/host: %s", tostring(event.stanza));
end);

module:hook("message/full", function (event)
	if not may_look(event) then
		if event.stanza.attr.type ~= "error" then -- an error must not cause another
			event.origin.send(require "prosody.util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/full: %s", tostring(event.stanza));
end, 1000);

module:hook("message/bare", function (event)
	if not may_look(event) then
		if event.stanza.attr.type ~= "error" then -- an error must not cause another
			event.origin.send(require "prosody.util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/bare: %s", tostring(event.stanza));
end, 1000);
