-- Test doubles of util.id and util.serialization, and a folder for files.
-- luacheck: std min

local lfs = require "lfs";

local double = {};

local function serialize(value)
	if type(value) ~= "table" then
		return type(value) == "string" and ("%q"):format(value) or tostring(value);
	end
	local fields = {};
	for key, field in pairs(value) do
		table.insert(fields, ("[%s]=%s"):format(serialize(key), serialize(field)));
	end
	return "{"..table.concat(fields, ";").."}";
end

local function deserialize(text)
	local setfenv = rawget(_G, "setfenv"); -- Lua 5.1
	local chunk, err = (rawget(_G, "loadstring") or load)("return "..text, "=data", "t", {});
	if not chunk then return nil, err; end
	if setfenv then setfenv(chunk, {}); end
	return chunk();
end

-- For the libraries of double.new.
function double.libraries()
	local ids = 0;
	return {
		["util.serialization"] = { serialize = serialize, deserialize = deserialize };
		["util.id"] = { medium = function ()
			ids = ids + 1;
			return "id"..ids;
		end };
	};
end

-- A new folder, and a function that removes it with all in it.
function double.folder()
	local path = os.tmpname();
	os.remove(path);
	assert(lfs.mkdir(path));
	local function remove(from)
		for name in lfs.dir(from) do
			local entry = from.."/"..name;
			if lfs.attributes(entry, "mode") ~= "directory" then
				assert(os.remove(entry));
			elseif name ~= "." and name ~= ".." then
				remove(entry);
			end
		end
		assert(lfs.rmdir(from));
	end
	return path, function () remove(path); end
end

return double;
