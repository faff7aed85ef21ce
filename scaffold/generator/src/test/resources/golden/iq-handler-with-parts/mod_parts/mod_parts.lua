-- mod_parts.lua
-- Answers iq queries
-- luacheck: globals module

local st = require "util.stanza";

local xmlns_parts = "urn:prosodykit:parts:0";

module:add_feature(xmlns_parts);

-- Nothing can be set, so an iq of type "set" is left to the server, which answers it with service-unavailable.
module:hook("iq-get/host/"..xmlns_parts..":parts", function (event)
	local origin, stanza = event.origin, event.stanza;
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza)
		:tag("parts", { xmlns = xmlns_parts });
	origin.send(reply);
	return true;
end);

module:depends("disco");

-- mod_carbons may be loaded after this module: call this when it matters, not while loading.
local function has_carbons()
	local is_loaded = require "core.modulemanager".is_loaded;
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

-- Prosody 13.0 checks the roles of users; older releases only distinguish administrators.
if module.default_permission then
	module:default_permission("prosody:admin", ":greet-all");
	module:default_permission("prosody:registered", ":look");
end

local function may_greet_all(event)
	if module.may then
		return module:may(":greet-all", event);
	end
	return require "core.usermanager".is_admin(event.stanza.attr.from, module.host);
end

local function may_look(event)
	if module.may then
		return module:may(":look", event);
	end
	return require "core.usermanager".is_admin(event.stanza.attr.from, module.host);
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
			event.origin.send(require "util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/host: %s", tostring(event.stanza));
end);

module:hook("message/full", function (event)
	if not may_look(event) then
		if event.stanza.attr.type ~= "error" then -- an error must not cause another
			event.origin.send(require "util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/full: %s", tostring(event.stanza));
end, 1000);

module:hook("message/bare", function (event)
	if not may_look(event) then
		if event.stanza.attr.type ~= "error" then -- an error must not cause another
			event.origin.send(require "util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/bare: %s", tostring(event.stanza));
end, 1000);
