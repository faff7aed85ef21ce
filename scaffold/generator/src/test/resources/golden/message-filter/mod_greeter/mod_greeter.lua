-- mod_greeter.lua
-- Filters messages
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "util.stanza";

local xmlns_greeter = "urn:prosodykit:greeter:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_bounce = module:get_option_array("greeter_bounce", {});
	options.greeter_drop = module:get_option_array("greeter_drop", {});
	options.greeter_mark = module:get_option_array("greeter_mark", {});
end
read_options();
module:hook_global("config-reloaded", read_options);

-- Returns the first of the words that the lower-case text contains. An empty word would be in every text.
local function find_word(words, text)
	for _, word in ipairs(words) do
		word = tostring(word):lower();
		if word ~= "" and text:find(word, 1, true) then return word; end
	end
end

local function filter(event)
	local origin, stanza = event.origin, event.stanza;
	local body = stanza.attr.type ~= "error" and stanza:get_child_text("body");
	if not body then return; end
	local text = body:lower();
	local word = find_word(options.greeter_drop, text);
	if word then
		module:log("debug", "Dropping a message from %s: %s", stanza.attr.from, word);
		return true;
	end
	word = find_word(options.greeter_bounce, text);
	if word and stanza.attr.type ~= "groupchat" then -- rooms remove occupants that send errors
		module:log("debug", "Bouncing a message from %s: %s", stanza.attr.from, word);
		origin.send(st.error_reply(stanza, "modify", "not-acceptable", "This message is not wanted here"));
		return true;
	end
	word = find_word(options.greeter_mark, text);
	if word then
		module:log("debug", "Marking a message from %s: %s", stanza.attr.from, word);
		stanza:reset():tag("marked", { xmlns = xmlns_greeter }):up();
	end
end

-- Runs before the message is delivered, stored for later or archived.
module:hook("message/bare", filter, 50);
module:hook("message/full", filter, 50);
