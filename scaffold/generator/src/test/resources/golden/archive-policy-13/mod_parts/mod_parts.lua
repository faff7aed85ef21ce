-- mod_parts.lua
-- Decides which messages are archived
-- luacheck: globals module, read globals prosody, ignore 241/options

module:depends("mam");

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_secret = module:get_option_string("parts_secret", "off the record:");
	options.parts_headlines = module:get_option_boolean("parts_headlines", false);
end
read_options();
module:hook_global("config-reloaded", read_options);

-- Returns the reason why a message must not be archived, or nothing if it may be.
local function reason(stanza)
	if stanza.attr.type == "headline" and not options.parts_headlines then
		return "headline";
	end
	local body = stanza:get_child_text("body") or "";
	local secret = options.parts_secret;
	if secret ~= "" and body:sub(1, #secret):lower() == secret:lower() then
		return "secret";
	end
end

-- Runs before the archive makes its own decision, which stands unless this handler returns a result.
module:hook("archive-should-store", function (event)
	local why = reason(event.stanza);
	if why then
		module:log("debug", "Not archiving a message: %s", why);
		event.reason = why;
		return false;
	end
end, 10);

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
