-- mod_parts.lua
-- Counts messages and times logins
-- luacheck: globals module, read globals prosody

local now = require "prosody.util.time".now;

local messages = module:metric("counter", "messages", "", "Messages to users of the host", {}):with_labels();
local logins = module:metric("histogram", "login", "seconds", "From login to first presence", {}, {
	buckets = { 0.01, 0.1, 1, 10 };
}):with_labels();
local function count_message() messages:add(1); end
local function time_login(seconds) logins:sample(seconds); end

local function count(event)
	if event.stanza:get_child("body") then
		count_message();
	end
end
module:hook("message/bare", count, 100);
module:hook("message/full", count, 100);

-- When each session logged in. The keys are weak, so entries vanish with their sessions.
local since = setmetatable({}, { __mode = "k" });

module:hook("resource-bind", function (event)
	since[event.session] = now();
end);

module:hook("presence/initial", function (event)
	local begin = since[event.origin];
	if begin then
		since[event.origin] = nil;
		time_login(now() - begin);
	end
end);

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
