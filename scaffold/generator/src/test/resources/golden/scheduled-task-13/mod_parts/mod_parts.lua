-- mod_parts.lua
-- Runs a task periodically
-- luacheck: globals module, read globals prosody, ignore 241/options

local store = module:open_store();

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_when = module:get_option_enum("parts_when", "daily", "hourly");
	if not ({ ["daily"] = true, ["hourly"] = true })[options.parts_when] then
		options.parts_when = "daily";
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

module[options.parts_when](module, "parts", run);

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
