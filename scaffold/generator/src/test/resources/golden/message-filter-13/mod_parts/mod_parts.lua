-- mod_parts.lua
-- Filters messages
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "prosody.util.stanza";

local xmlns_parts = "urn:prosodykit:parts:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_bounce = module:get_option_array("parts_bounce", {});
	options.parts_drop = module:get_option_array("parts_drop", {});
	options.parts_mark = module:get_option_array("parts_mark", {});
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
	local word = find_word(options.parts_drop, text);
	if word then
		module:log("debug", "Dropping a message from %s: %s", stanza.attr.from, word);
		return true;
	end
	word = find_word(options.parts_bounce, text);
	if word and stanza.attr.type ~= "groupchat" then -- rooms remove occupants that send errors
		module:log("debug", "Bouncing a message from %s: %s", stanza.attr.from, word);
		origin.send(st.error_reply(stanza, "modify", "not-acceptable", "This message is not wanted here"));
		return true;
	end
	word = find_word(options.parts_mark, text);
	if word then
		module:log("debug", "Marking a message from %s: %s", stanza.attr.from, word);
		stanza:reset():tag("marked", { xmlns = xmlns_parts }):up();
	end
end

-- Runs before the message is delivered, stored for later or archived.
module:hook("message/bare", filter, 50);
module:hook("message/full", filter, 50);

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
