-- mod_greeter.lua
-- Answers messages on its own host
-- luacheck: globals module, read globals prosody, ignore 241/options

if module:get_host_type() ~= "component" then
	error("mod_greeter is a component: write Component \"greeter.example.com\" \"greeter\"", 0);
end

local st = require "util.stanza";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_title = module:get_option_string("greeter_title", "Greeter");
	options.greeter_prefix = module:get_option_string("greeter_prefix", "You said:");
end
read_options();
module:hook_global("config-reloaded", read_options);

module:depends("disco");
module:add_identity("component", "generic", options.greeter_title);

local function answer(event)
	local origin, stanza = event.origin, event.stanza;
	local body = stanza:get_child_text("body");
	if not body or stanza.attr.type == "error" or stanza.attr.type == "groupchat" then
		return true; -- nothing to answer, and an error must not cause another
	end
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza);
	reply.attr.id = nil;
	reply:text_tag("body", options.greeter_prefix.." "..body);
	origin.send(reply);
	return true;
end

module:hook("message/host", answer);
module:hook("message/bare", answer);
module:hook("message/full", answer);

-- Grants every subscription to its presence, and is always available.
local function show_presence(event)
	local origin, stanza = event.origin, event.stanza;
	local from, to, type = stanza.attr.to, stanza.attr.from, stanza.attr.type;
	if type == "subscribe" then
		origin.send(st.presence({ from = from, to = to, type = "subscribed" }));
	end
	if type == "subscribe" or type == "probe" then
		origin.send(st.presence({ from = from, to = to }));
	end
	return true;
end

module:hook("presence/host", show_presence);
module:hook("presence/bare", show_presence);
