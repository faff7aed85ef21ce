-- A test double of util.json: objects, arrays, strings, numbers and booleans.
-- luacheck: std min

local json = {};

-- The metatable of util.array. As in Prosody, an empty table without it is an object.
local array_mt = { __index = { push = function (self, item)
	table.insert(self, item);
	return self;
end } };
json.array = setmetatable({}, { __call = function (_, list) return setmetatable(list or {}, array_mt); end });

local function quote(text)
	return '"'..text:gsub('[%c"\\]', function (c) return ("\\u%04x"):format(c:byte()); end)..'"';
end

function json.encode(value)
	if type(value) ~= "table" then
		return type(value) == "string" and quote(value) or tostring(value);
	end
	local parts = {};
	if #value > 0 or getmetatable(value) == array_mt then
		for _, item in ipairs(value) do table.insert(parts, json.encode(item)); end
		return "["..table.concat(parts, ",").."]";
	end
	for key, item in pairs(value) do table.insert(parts, quote(key)..":"..json.encode(item)); end
	table.sort(parts);
	return "{"..table.concat(parts, ",").."}";
end

local escapes = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" };
local words = { ["true"] = true, ["false"] = false };
local read;

local function read_text(text, at)
	local stop = at;
	repeat
		stop = text:find('["\\]', stop + 1);
		if stop and text:sub(stop, stop) == "\\" then stop = stop + 1; end
	until not stop or text:sub(stop, stop) == '"' and text:sub(stop - 1, stop - 1) ~= "\\" or stop > #text;
	if not stop or stop > #text then error("unterminated string", 0); end
	local value = text:sub(at + 1, stop - 1);
	value = value:gsub("\\u00(%x%x)", function (hex) return string.char(tonumber(hex, 16)); end);
	return (value:gsub("\\(.)", function (c) return escapes[c] or c; end)), stop + 1;
end

-- Reads "key": value, … up to the closing bracket; an array has no keys.
local function read_list(text, at, close, keyed)
	local result = keyed and {} or json.array();
	at = text:find("%S", at + 1);
	while at and text:sub(at, at) ~= close do
		local key = #result + 1;
		if keyed then
			key, at = read(text, at);
			at = assert(text:match("^%s*:()", at), "missing colon");
		end
		result[key], at = read(text, at);
		at = text:match("^%s*,?%s*()", at);
	end
	if not at or at > #text then error("missing closing bracket", 0); end
	return result, at + 1;
end

function read(text, at)
	at = text:match("^%s*()", at);
	local c = text:sub(at, at);
	if c == '"' then return read_text(text, at); end
	if c == "{" then return read_list(text, at, "}", true); end
	if c == "[" then return read_list(text, at, "]", false); end
	local word, stop = text:match("^([%w.+-]+)()", at);
	local value = words[word or ""];
	if value == nil then value = tonumber(word); end
	if value == nil then error("no value at "..at, 0); end
	return value, stop;
end

function json.decode(text)
	local ok, value, stop = pcall(read, text, 1);
	if not ok then return nil, value; end
	if text:find("%S", stop) then return nil, "trailing content"; end
	return value;
end

return json;
