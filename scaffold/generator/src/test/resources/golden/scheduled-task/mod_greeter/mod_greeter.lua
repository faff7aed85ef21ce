-- mod_greeter.lua
-- Runs a task periodically
-- luacheck: globals module, read globals prosody, ignore 241/options

local store = module:open_store();

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_when = module:get_option_string("greeter_when", "daily");
	if not ({ ["daily"] = true, ["hourly"] = true })[options.greeter_when] then
		module:log("error", "greeter_when is set to %s, using %s", tostring(options.greeter_when), "daily");
		options.greeter_when = "daily";
	end
end
read_options();
module:hook_global("config-reloaded", read_options);

-- Returns nothing if the store cannot be read: starting from scratch would overwrite what it holds.
local function read_state()
	local state, err = store:get();
	if err then
		module:log("error", "Cannot read the number of runs: %s", err);
		return nil;
	end
	return state or { runs = 0 };
end

-- The task. It blocks Prosody until it returns, so it must not take long.
local function run()
	local state = read_state();
	if not state then return; end
	state.runs, state.last = state.runs + 1, os.time();
	local ok, err = store:set(nil, state);
	if not ok then
		module:log("error", "Cannot record the run: %s", err);
		return;
	end
	module:log("info", "Runs so far: %d", state.runs);
end

local before = read_state() or {};
module:log("info", "Runs before: %d", before.runs or 0);

-- Prosody 0.11 has no scheduler. Like those of later releases, this one remembers the last run across restarts.
local function start_timer()
	local period = options.greeter_when == "hourly" and 3600 or 86400;
	local due = (before.last or 0) + period - os.time();
	module:add_timer(math.max(2, math.min(due, period)), function ()
		run();
		return period;
	end);
end

if module.hourly then
	module[options.greeter_when](module, "greeter", run);
else
	start_timer();
end
