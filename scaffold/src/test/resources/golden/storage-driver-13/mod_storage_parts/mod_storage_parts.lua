-- mod_storage_parts.lua
-- Keeps data in files of its own
-- luacheck: globals module, read globals prosody

local lfs = require "lfs";
local new_id = require "prosody.util.id".medium;
local serialization = require "prosody.util.serialization";
local st = require "prosody.util.stanza";

-- Any name becomes a file's name, and no two the same one.
local function encode(name)
	return (name:gsub("[^%w%-]", function (c) return ("%%%02x"):format(c:byte()); end));
end

local function decode(name)
	return (name:gsub("%%(%x%x)", function (hex) return string.char(tonumber(hex, 16)); end));
end

-- Data that belongs to no user has a file that no user's name is encoded as.
local no_user = "_host";

local root = prosody.paths.data.."/"..module.name;
local host_folder = root.."/"..encode(module.host);

local function is_folder(path)
	return lfs.attributes(path, "mode") == "directory";
end

local function make_folders(store)
	local path;
	for _, folder in ipairs { root, host_folder, host_folder.."/"..encode(store) } do
		path = folder;
		if not is_folder(path) then
			local ok, err = lfs.mkdir(path);
			if not ok then return nil, err; end
		end
	end
	return path;
end

-- The names of a folder's entries, and none where there is no folder.
local function entries(path)
	local names = {};
	if is_folder(path) then
		for name in lfs.dir(path) do
			if name:sub(1, 1) ~= "." then table.insert(names, name); end
		end
	end
	return names;
end

local store_methods = {};

function store_methods:path(user)
	return host_folder.."/"..encode(self.name).."/"..(user and encode(user) or no_user).."."..self.kind;
end

-- Returns the file's text, nil if there is none, or nil and an error.
function store_methods:read(user)
	local path = self:path(user);
	if not lfs.attributes(path) then return nil; end
	local file, err = io.open(path, "rb");
	if not file then return nil, err; end
	local text, read_err = file:read("*a");
	file:close();
	return text, read_err;
end

-- Whoever reads meanwhile finds the old text or the new one, and never a part. Without a text the file goes.
function store_methods:write(user, text)
	local path = self:path(user);
	if not text then
		if not lfs.attributes(path) then return true; end
		return os.remove(path);
	end
	local folder, folder_err = make_folders(self.name);
	if not folder then return nil, folder_err; end
	local file, err = io.open(path.."~", "wb");
	if not file then return nil, err; end
	local ok, write_err = file:write(text);
	local closed, close_err = file:close();
	if not (ok and closed) then return nil, write_err or close_err; end
	return os.rename(path.."~", path);
end

function store_methods:users()
	local users, n = {}, 0;
	for _, name in ipairs(entries(host_folder.."/"..encode(self.name))) do
		local user = name:match("^(.*)%."..self.kind.."$");
		if user and user ~= no_user then table.insert(users, decode(user)); end
	end
	return function ()
		n = n + 1;
		return users[n];
	end
end

function store_methods:purge(user)
	return self:write(user, nil);
end

local keyval = setmetatable({ kind = "keyval" }, { __index = store_methods });

function keyval:get(user)
	local text, err = self:read(user);
	if not text then return nil, err; end
	return serialization.deserialize(text);
end

function keyval:set(user, data)
	return self:write(user, data ~= nil and serialization.serialize(data) or nil);
end

-- An archive's file has for each item a line with a length, and a text of that many bytes.
local archive = setmetatable({ kind = "archive", caps = { total = true, ids = true, full_id_range = true } }, {
	__index = store_methods;
});

-- The files that are known to end with a complete item, so that one more can go behind it.
local complete = {};

local function pack(item)
	local text = serialization.serialize(item);
	return #text.."\n"..text.."\n";
end

function archive:items(user)
	local text, err = self:read(user);
	if err then return nil, err; end
	local items, from = {}, 1;
	while text and from <= #text do
		local _, line_end, length = text:find("^(%d+)\n", from);
		local stop = line_end and line_end + tonumber(length) + 1;
		if not stop or stop > #text then
			-- The server ended while it wrote.
			complete[self:path(user)] = nil;
			module:log("warn", "The last item in %s is not complete, going on without it", self:path(user));
			return items, nil, true;
		end
		local item, item_err = serialization.deserialize(text:sub(line_end + 1, stop - 1));
		if not item then return nil, item_err; end
		table.insert(items, item);
		from = stop + 1;
	end
	return items;
end

function archive:write_items(user, items)
	local texts = {};
	for i, item in ipairs(items) do texts[i] = pack(item); end
	return self:write(user, #texts > 0 and table.concat(texts) or nil);
end

local function new_item(key, value, when, with)
	local is_stanza = st.is_stanza(value);
	return {
		key = key, when = when, with = with;
		stanza = is_stanza and st.preserialize(value) or nil, value = not is_stanza and value or nil;
	};
end

local function value_of(item)
	return item.stanza and st.deserialize(item.stanza) or item.value;
end

-- An item of the same key is replaced.
function archive:append(user, key, value, when, with)
	local item, path = new_item(key or new_id(), value, when, with), self:path(user);
	if key or not complete[path] then
		local items, err, broken = self:items(user);
		if not items then return nil, err; end
		local kept = {};
		for _, old in ipairs(items) do
			if old.key ~= item.key then table.insert(kept, old); end
		end
		if broken or #kept < #items then
			table.insert(kept, item);
			local ok, write_err = self:write_items(user, kept);
			return ok and item.key or nil, write_err;
		end
	end
	local folder, folder_err = make_folders(self.name);
	if not folder then return nil, folder_err; end
	local file, open_err = io.open(path, "ab");
	if not file then return nil, open_err; end
	complete[path] = nil;
	local ok, write_err = file:write(pack(item));
	local closed, close_err = file:close();
	if not (ok and closed) then return nil, write_err or close_err; end
	complete[path] = true;
	return item.key;
end

local function matches(item, query, ids)
	return (not query.key or item.key == query.key) and (not ids or ids[item.key])
		and (not query.with or item.with == query.with)
		and (not query.start or item.when >= query.start) and (not query["end"] or item.when <= query["end"]);
end

local function ids_of(query)
	local ids = query.ids and {};
	for _, id in ipairs(query.ids or {}) do ids[id] = true; end
	return ids;
end

local function place_of(items, key)
	for i, item in ipairs(items) do
		if item.key == key then return i; end
	end
end

function archive:find(user, query)
	query = query or {};
	local items, err = self:items(user);
	if not items then return nil, err; end
	local first, last = 1, #items;
	if query.after then
		local place = place_of(items, query.after);
		if not place then return nil, "item-not-found"; end
		first = place + 1;
	end
	if query.before then
		local place = place_of(items, query.before);
		if not place then return nil, "item-not-found"; end
		last = place - 1;
	end

	local ids, total, found = ids_of(query), 0, {};
	for i, item in ipairs(items) do
		if matches(item, query, ids) then
			total = total + 1;
			if i >= first and i <= last then table.insert(found, item); end
		end
	end
	local count, n = math.min(#found, query.limit or #found), 0;
	return function ()
		n = n + 1;
		if n > count then return; end
		local item = found[query.reverse and #found + 1 - n or n];
		return item.key, value_of(item), item.when, item.with;
	end, query.total and total or nil;
end

function archive:get(user, key)
	local items, err = self:items(user);
	if not items then return nil, err; end
	local item = items[place_of(items, key)];
	if not item then return nil, "item-not-found"; end
	return value_of(item), item.when, item.with;
end

function archive:set(user, key, value, when, with)
	local items, err = self:items(user);
	if not items then return nil, err; end
	local place = place_of(items, key);
	if not place then return nil, "item-not-found"; end
	items[place] = new_item(key, value, when or items[place].when, with or items[place].with);
	return self:write_items(user, items);
end

function archive:summary(user, query)
	local iter, err = self:find(user, query);
	if not iter then return nil, err; end
	local counts, earliest, latest = {}, {}, {};
	for _, _, when, with in iter do
		counts[with] = (counts[with] or 0) + 1;
		earliest[with] = math.min(earliest[with] or when, when);
		latest[with] = math.max(latest[with] or when, when);
	end
	return { counts = counts, earliest = earliest, latest = latest };
end

-- Returns how many were deleted. With `truncate`, so many of the newest items stay.
function archive:delete(user, query)
	query = query or {};
	local items, err = self:items(user);
	if not items then return nil, err; end
	local ids, kept, deletable = ids_of(query), {}, #items - (query.truncate or 0);
	for i, item in ipairs(items) do
		if i > deletable or not matches(item, query, ids) then table.insert(kept, item); end
	end
	if #kept < #items then
		local ok, write_err = self:write_items(user, kept);
		if not ok then return nil, write_err; end
	end
	return #items - #kept;
end

local driver = {};

-- Prosody makes a store of type map out of one of type keyval.
function driver:open(name, kind) -- luacheck: ignore 212/self
	local methods = ({ keyval = keyval, archive = archive })[kind or "keyval"];
	if not methods then return nil, "unsupported-store"; end
	return setmetatable({ name = name }, { __index = methods });
end

-- Called when a user is deleted.
function driver:purge(user)
	for _, name in ipairs(entries(host_folder)) do
		for _, kind in ipairs { "keyval", "archive" } do
			local ok, err = self:open(decode(name), kind):purge(user);
			if not ok then return nil, err; end
		end
	end
	return true;
end

module:provides("storage", driver);

module:depends("disco");

if not module:depends("carbons", true) then
	module:log("debug", "There is no mod_carbons, going on without it");
end

module:add_feature("urn:example:more:0");

local parts_notes_store = module:open_store("parts_notes", "keyval"); -- luacheck: ignore 211

local parts_log_store = module:open_store("parts_log", "archive"); -- luacheck: ignore 211

module:default_permission("prosody:admin", ":greet-all");
local function may_greet_all(event)
	return module:may(":greet-all", event);
end

module:default_permission("prosody:registered", ":look");

module:hook_global("server-stopping", function (event)
	module:log("debug", "Event %s: %s", "server-stopping", tostring(event.stanza));
end);

module:hook("message/bare", function (event)
	module:log("debug", "Event %s: %s", "message/bare", tostring(event.stanza));
end, 5);

module:hook("message/host", function (event)
	if not may_greet_all(event) then
		event.origin.send(require "prosody.util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		return true;
	end
	module:log("debug", "Event %s: %s", "message/host", tostring(event.stanza));
end);
