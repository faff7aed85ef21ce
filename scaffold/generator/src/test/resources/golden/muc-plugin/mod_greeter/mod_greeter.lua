-- mod_greeter.lua
-- Greets room occupants and counts messages
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

-- A room's data is saved with the room when Prosody unloads it from memory.
local count = "greeter_messages";

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
	local text = options.greeter_greeting.." "..room.jid;
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
