-- mod_parts.lua
-- Runs a task now and then
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

module[options.parts_when](module, "parts", run);

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
