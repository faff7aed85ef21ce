-- Decides which of the listed modules Prosody loads. prosody.cfg.lua runs this first. It makes Lua.stack, in which the
-- files of the layers list their modules by stability:
--   Lua.stack.beta { "sasl2" }                   on every virtual host, unless PROSODY_ENABLE_BETA is false
--   Lua.stack.official { components = { "muc" } } the module of a component, which Lua.stack.has asks for
--   Lua.stack.official { muc = { "muc_mam" } }    on the components of a module

-- Prosody 13.0 gives configurations the name Lua for Lua's own functions; older releases get it here.
if rawget(_G, "Lua") == nil then
	rawset(_G, "Lua", _G);
end
local stack = {};
rawset(_G, "stack", stack);

local SWITCH = {
	["true"] = true, ["1"] = true, yes = true, on = true;
	["false"] = false, ["0"] = false, no = false, off = false;
};
local ENABLE, DISABLE = "PROSODY_ENABLE_MODULES", "PROSODY_DISABLE_MODULES";
local problems = {};

local function problem(text, ...)
	problems[#problems + 1] = text:format(...);
end

local function refuse()
	if #problems > 0 then
		table.sort(problems);
		error(table.concat(problems, "; "), 0);
	end
end

local function visible(text)
	return (text:gsub("%c", "?"):sub(1, 60));
end

-- Whether a variable such as PROSODY_ENABLE_BETA is true.
local function switch(stability, default)
	local variable = "PROSODY_ENABLE_" .. stability:upper();
	local text = os.getenv(variable);
	if text == nil then
		return default;
	end
	local on = SWITCH[text:lower()];
	if on == nil then
		problem('%s is "%s"; set it to true or false (or 1/0, yes/no, on/off)', variable, visible(text));
	elseif not on and stability == "core" then
		problem('%s is "%s", but core modules are always on; remove it or set it to true', variable, visible(text));
	end
	return on;
end

-- The names in a variable, which commas or spaces separate.
local function names(variable)
	local found = {};
	for name in (os.getenv(variable) or ""):gmatch("[^%s,]+") do
		found[name:gsub("^mod_", "")] = true;
	end
	return found;
end

local wanted, unwanted = names(ENABLE), names(DISABLE);
for name in pairs(wanted) do
	if unwanted[name] then
		problem("%s and %s both name %s; remove it from one of them", ENABLE, DISABLE, visible(name));
	end
end

local known, lists, disabled = {}, {}, {};

local function add(place, name, on, stability)
	if unwanted[name] and stability == "core" then
		problem("%s names %s, but core modules are always on; remove it", DISABLE, visible(name));
	end
	known[name] = (on or wanted[name] == true) and not unwanted[name];
	if known[name] then
		lists[place] = lists[place] or {};
		table.insert(lists[place], name);
	elseif unwanted[name] then
		table.insert(disabled, name);
	end
end

local function list(stability, on)
	return function (modules)
		for key, value in pairs(modules) do
			if type(value) == "table" then
				for _, name in ipairs(value) do
					add(key, name, on, stability);
				end
			else
				add("hosts", value, on, stability);
			end
		end
	end;
end

--STABILITIES
refuse();

-- The modules that are on: without an argument those of the virtual hosts, or those of the components of a module.
function stack.modules(component)
	return lists[component or "hosts"] or {};
end

-- The modules that PROSODY_DISABLE_MODULES names: Prosody then loads them for other modules neither.
function stack.disabled()
	return disabled;
end

-- Whether a module is on.
function stack.has(name)
	return known[name] == true;
end

-- Refuses names that no file lists. prosody.cfg.lua calls it last.
function stack.check()
	for variable, given in pairs({ [ENABLE] = wanted, [DISABLE] = unwanted }) do
		for name in pairs(given) do
			if known[name] == nil then
				problem("%s names %s, which no file of the stack lists; correct or remove it", variable, visible(name));
			end
		end
	end
	refuse();
end
