-- mod_greeter.lua
-- Decides which messages are archived
-- luacheck: globals module, read globals prosody, ignore 241/options

module:depends("mam");

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_secret = module:get_option_string("greeter_secret", "off the record:");
	options.greeter_headlines = module:get_option_boolean("greeter_headlines", false);
end
read_options();
module:hook_global("config-reloaded", read_options);

-- Returns the reason why a message must not be archived, or nothing if it may be.
local function reason(stanza)
	if stanza.attr.type == "headline" and not options.greeter_headlines then
		return "headline";
	end
	local body = stanza:get_child_text("body") or "";
	local secret = options.greeter_secret;
	if secret ~= "" and body:sub(1, #secret):lower() == secret:lower() then
		return "secret";
	end
end

local function hint(event)
	local stanza = event.stanza;
	local why = reason(stanza);
	if why then
		module:log("debug", "Not archiving a message: %s", why);
		stanza:reset():tag("no-store", { xmlns = "urn:xmpp:hints" }):up();
	end
end

-- The sender's archive sees a message on the pre- events, the recipient's archive on the others. Prosody 0.11 has no
-- event for the decision itself, so the message gets a hint that every release respects.
for _, event in ipairs { "pre-message/bare", "pre-message/full", "message/bare", "message/full" } do
	module:hook(event, hint, 100);
end
