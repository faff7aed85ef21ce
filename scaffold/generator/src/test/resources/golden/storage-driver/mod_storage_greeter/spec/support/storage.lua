-- Test doubles of core.storagemanager with Prosody's files in memory, and of the libraries that a driver needs.
-- luacheck: std min

local storage = {};
storage.__index = storage;

-- Its data outlives a server. If `broken` is set, every call fails with that error.
function storage.new()
	return setmetatable({ data = {}, lists = {}, items_read = 0, open = 0, broken = nil }, storage);
end

local function copy(value)
	if type(value) ~= "table" then return value; end
	assert(getmetatable(value) == nil, "only plain tables can be written to a file");
	local result = {};
	for k, v in pairs(value) do result[k] = copy(v); end
	return result;
end

local function folder(files, host, store)
	local path = host.."/"..store;
	files[path] = files[path] or {};
	return files[path];
end

local no_user = {};

function storage:datamanager(release)
	local dm = {};

	local function get(files, user, host, store)
		if self.broken then return nil, self.broken; end
		return folder(files, host, store)[user or no_user];
	end

	local function put(files, user, host, store, value)
		if self.broken then return nil, self.broken; end
		folder(files, host, store)[user or no_user] = next(value or {}) and copy(value) or nil;
		return true;
	end

	function dm.load(user, host, store)
		local data, err = get(self.data, user, host, store);
		return copy(data), err;
	end

	function dm.store(user, host, store, data)
		return put(self.data, user, host, store, data);
	end

	function dm.list_load(user, host, store)
		local list, err = get(self.lists, user, host, store);
		self.items_read = self.items_read + #(list or {});
		return copy(list), err;
	end

	function dm.list_store(user, host, store, list)
		if release == "0.11" and self.broken then return; end
		return put(self.lists, user, host, store, list);
	end

	function dm.list_append(user, host, store, item)
		local list, err = get(self.lists, user, host, store);
		if err then return nil, err; end
		list = copy(list) or {};
		table.insert(list, item);
		return put(self.lists, user, host, store, list);
	end

	-- The releases that have this function run on a Lua that supports __len.
	if release == "13.0" then
		function dm.list_open(user, host, store)
			local list, err = get(self.lists, user, host, store);
			if not list then return nil, err; end
			local has_len = #setmetatable({}, { __len = function () return 1; end }) == 1;
			if not has_len then return dm.list_load(user, host, store); end
			self.open = self.open + 1;
			local function close() self.open = self.open - 1; end
			return setmetatable({ close = close }, {
				__len = function () return #list; end;
				__index = function (_, i)
					self.items_read = self.items_read + 1;
					return copy(list[i]);
				end;
			});
		end
	end

	function dm.users(host, store, kind)
		local users, user = folder(kind == "list" and self.lists or self.data, host, store), nil;
		return function ()
			repeat user = next(users, user); until user ~= no_user;
			return user;
		end;
	end

	function dm.purge(user, host)
		for _, files in ipairs { self.data, self.lists } do
			for path, users in pairs(files) do
				if path:sub(1, #host + 1) == host.."/" then users[user] = nil; end
			end
		end
		return true;
	end

	return dm;
end

-- For the setting `libraries` of double.new.
function storage:libraries(release)
	local ids = 0;
	return {
		["core.storagemanager"] = { olddm = self:datamanager(release) };
		["util.id"] = { medium = function ()
			ids = ids + 1;
			return "id"..ids;
		end };
		["util.set"] = { new = function (list)
			local items = {};
			for _, item in ipairs(list) do items[item] = true; end
			return { contains = function (_, item) return items[item] == true; end };
		end };
	};
end

return storage;
