-- mod_greeter.lua
-- Runs a task now and then
-- luacheck: globals module, read globals prosody, ignore 241/options

local store = module:open_store();

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_when = module:get_option_string("greeter_when", "daily");
	if not ({ ["daily"] = true, ["hourly"] = true })[options.greeter_when] then
		module:log("error", "greeter_when is set to %s, taking %s", tostring(options.greeter_when), "daily");
		options.greeter_when = "daily";
	end
end
read_options();
module:hook_global("config-reloaded", read_options);

local function runs_so_far()
	local state = store:get();
	return state and state.runs or 0;
end

-- What there is to do. Prosody goes on only when it returns, so it must not take long.
local function run()
	local runs = runs_so_far() + 1;
	local ok, err = store:set(nil, { runs = runs, last = os.time() });
	if not ok then
		module:log("error", "The run cannot be noted: %s", err);
		return;
	end
	module:log("info", "Runs so far: %d", runs);
end

module:log("info", "Runs before: %d", runs_so_far());

if module.hourly then
	module[options.greeter_when](module, "greeter", run);
else -- Prosody 0.11
	module:add_timer(2, function ()
		run();
		return options.greeter_when == "hourly" and 3600 or 86400;
	end);
end
