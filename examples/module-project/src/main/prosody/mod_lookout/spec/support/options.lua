-- The option getters, module:get_option and the like: the part of the module API's test double that converts the values
-- of the configuration as Prosody does. server.options has what a getter last returned for an option.
-- luacheck: std min

local getters = {};

-- Raises an error for anything that Prosody has and the doubles lack, so that specs do not fail for obscure reasons.
local function unknown(what)
	return function (_, key)
		if type(key) == "string" then
			error(("%s.%s is not in the test double: add it to spec/support/options.lua"):format(what, key), 2);
		end
	end
end

local array_mt = { __index = unknown("util.array") };
local set_mt = {
	__index = unknown("util.set");
	__call = function (set, _, item) return next(set._items, item); end; -- for item in set do
};

local function new_set(list)
	local items = {};
	for _, item in ipairs(list) do items[item] = true; end
	return setmetatable({
		_items = items;
		contains = function (_, item) return items[item]; end;
		add = function (_, item) items[item] = true; end;
		remove = function (_, item) items[item] = nil; end;
		include = function (_, other) for item in other do items[item] = true; end end;
		empty = function () return next(items) == nil; end;
	}, set_mt);
end

function getters:get_option(name, default)
	local value = self._server:configured(self.host, name);
	if value == nil then return default; end
	return value;
end

function getters:get_option_scalar(name, default)
	local value = getters.get_option(self, name, default);
	if type(value) ~= "table" then return value; end
	if #value > 1 then
		self:log("error", "Config option '%s' does not take a list, using just the first item", name);
	end
	return value[1];
end

function getters:get_option_string(name, default)
	local value = getters.get_option_scalar(self, name, default);
	return value ~= nil and tostring(value) or nil;
end

local booleans = { [true] = true, ["true"] = true, [1] = true, [false] = false, ["false"] = false, [0] = false };
function getters:get_option_boolean(name, default)
	local value = getters.get_option_scalar(self, name, default);
	if value ~= nil and booleans[value] == nil then
		self:log("error", "Config option '%s' not understood, expecting true/false", name);
	end
	return booleans[value];
end

local function within(self, name, value, min, max)
	local bound = min and value < min and min or max and value > max and max;
	if bound then
		self:log("warn", "Config option '%s' is %g and out of bounds, using %g", name, value, bound);
	end
	return bound or value;
end

function getters:get_option_number(name, default, min, max)
	local value = getters.get_option_scalar(self, name, default);
	local number = tonumber(value);
	if value ~= nil and number == nil then
		self:log("error", "Config option '%s' not understood, expecting a number", name);
	end
	if number == default or not self._server:at_least("13.0") then
		return number; -- earlier releases have no bounds
	end
	return within(self, name, number, min, max); -- with bounds, 13.0 raises an error for a value that is not a number
end

local smallest, largest = rawget(math, "mininteger") or -2^52, rawget(math, "maxinteger") or 2^53;
function getters:get_option_integer(name, default, min, max)
	local number = getters.get_option_number(self, name, default, min or smallest, max or largest);
	if number and number ~= default and number ~= math.floor(number) then
		self:log("warn", "Config option '%s' expected an integer, not a float (%g)", name, number);
		return math.floor(number);
	end
	return number;
end

local day = 86400;
local seconds = { s = 1, min = 60, h = 3600, ho = 3600, d = day, w = 7 * day, mon = 31 * day, y = 365.2425 * day };
local lax = { m = seconds.mon, mo = seconds.mon, mi = seconds.min };

-- Returns the seconds, and whether it had to guess: "5 m" is read as months, "5" as seconds.
local function parse_period(value)
	if type(value) ~= "string" then return value; end
	local count, unit = value:lower():match("(%d+)%s*([smhdwy]?[io]?n?)");
	if not count then return nil; end
	if seconds[unit] then return count * seconds[unit]; end
	unit = value:lower():match("%d+%s*([smhdwy]?[io]?)");
	return count * (lax[unit] or seconds[unit] or 1), true;
end

function getters:get_option_period(name, default, min, max)
	local value = getters.get_option_scalar(self, name, default);
	if value == nil then return nil; end
	if value == "never" or value == false then return math.huge; end
	local period, guessed = parse_period(value);
	if guessed then
		self:log("error", "Config option '%s' is set to ambiguous period '%s'", name, value);
	end
	if type(period) ~= "number" then
		self:log("error", "Config option '%s' not understood, expecting a period (e.g. \"2 days\")", name);
		return nil;
	end
	return period < 0 and math.huge or within(self, name, period, (parse_period(min)), (parse_period(max)));
end

-- Prosody reports a value that is not allowed, but returns it nevertheless.
function getters:get_option_enum(name, default, ...)
	local value = getters.get_option_scalar(self, name, default);
	if value ~= nil and not new_set({ default, ... }):contains(value) then
		self:log("error", "Config option '%s' not in set of allowed values", name);
	end
	return value;
end

function getters:get_option_array(name, default)
	local value = getters.get_option(self, name, default);
	if value == nil then return nil; end
	local array = setmetatable({}, array_mt);
	for _, item in ipairs(type(value) == "table" and value or { value }) do
		array[#array + 1] = item;
	end
	return array;
end

function getters:get_option_set(name, default)
	local value = getters.get_option_array(self, name, default);
	return value and new_set(value);
end

function getters:get_option_inherited_set(name, default)
	local value = getters.get_option_set(self, name, default);
	local global_value = getters.get_option_set(self:context("*"), name, default);
	if value and global_value then
		value:include(global_value);
	end
	return value or global_value;
end

function getters:get_option_path(name, default, parent)
	local value = getters.get_option_string(self, name, default);
	if not value or value:sub(1, 1) == "/" then return value; end
	return (parent or self:get_directory()).."/"..value;
end

-- What a module sees: the getters, each of which records what it returns.
local recorded = {};
for getter, get in pairs(getters) do
	recorded[getter] = function (module, name, ...)
		local value = get(module, name, ...);
		module._server.options[name] = value;
		return value;
	end;
end
return recorded;
