-- mod_parts.lua
-- Greets room occupants and counts messages
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "prosody.util.stanza";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_greeting = module:get_option_string("parts_greeting", "Welcome to");
end
read_options();
module:hook_global("config-reloaded", read_options);

module:depends("muc");

-- A room's data is saved with the room when Prosody unloads it from memory.
local count = "parts_messages";

module:hook("muc-room-created", function (event)
	local room = event.room;
	module:log("debug", "New room %s", room.jid);
	if not room:get_name() then
		room:set_name(room.jid:match("^[^@]*"));
	end
end);

module:hook("muc-occupant-joined", function (event)
	local room, origin, stanza = event.room, event.origin, event.stanza;
	if not (origin and stanza) then return; end -- another module let the occupant in
	local text = options.parts_greeting.." "..room.jid;
	room:route_stanza(st.message({ from = room.jid, to = stanza.attr.from, type = "groupchat" }, text));
end, -10);

module:hook("muc-occupant-groupchat", function (event)
	local room, stanza = event.room, event.stanza;
	local body, data = stanza:get_child_text("body"), room._data;
	if not body then return; end
	if body ~= "!count" then
		data[count] = (data[count] or 0) + 1;
		return;
	end
	local text = ("Messages so far: %d"):format(data[count] or 0);
	room:route_stanza(st.message({ from = room.jid, to = stanza.attr.from, type = "groupchat" }, text));
	return true; -- only the sender sees the question and the answer
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
