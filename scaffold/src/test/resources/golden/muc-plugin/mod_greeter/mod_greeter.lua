-- mod_greeter.lua
-- Greets in rooms and counts their messages
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "util.stanza";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_greeting = module:get_option_string("greeter_greeting", "Welcome to");
end
read_options();
module:hook_global("config-reloaded", read_options);

module:depends("muc");

-- How many messages each room has seen since the module is loaded.
local counts = setmetatable({}, { __mode = "k" });

module:hook("muc-room-created", function (event)
	local room = event.room;
	module:log("debug", "New room %s", room.jid);
	if not room:get_name() then
		room:set_name(room.jid:match("^[^@]*"));
	end
end);

module:hook("muc-occupant-joined", function (event)
	local room, origin, stanza = event.room, event.origin, event.stanza;
	if not (origin and stanza) then return; end -- joined by another module
	local text = options.greeter_greeting.." "..room.jid;
	room:route_stanza(st.message({ from = room.jid, to = stanza.attr.from, type = "groupchat" }, text));
end, -10);

module:hook("muc-occupant-groupchat", function (event)
	local room, stanza = event.room, event.stanza;
	local body = stanza:get_child_text("body");
	if not body then return; end
	if body ~= "!count" then
		counts[room] = (counts[room] or 0) + 1;
		return;
	end
	local text = ("%d messages"):format(counts[room] or 0);
	room:route_stanza(st.message({ from = room.jid, to = stanza.attr.from, type = "groupchat" }, text));
	return true; -- only who asked sees question and answer
end);

module:hook("muc-room-destroyed", function (event)
	counts[event.room] = nil;
end);
