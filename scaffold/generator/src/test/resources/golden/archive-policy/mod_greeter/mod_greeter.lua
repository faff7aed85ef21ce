-- mod_greeter.lua
-- Decides what is archived
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

-- Returns why a message is not to be archived, or nothing if it may be.
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

-- The archive of the sender sees a message at these events, the archive of the recipient at the others; Prosody 0.11
-- has no event for the decision itself, so the message gets a hint that every release minds.
for _, event in ipairs { "pre-message/bare", "pre-message/full", "message/bare", "message/full" } do
	module:hook(event, hint, 100);
end
