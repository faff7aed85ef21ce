-- mod_parts.lua
-- Sets a text with an ad-hoc command
-- luacheck: globals module, read globals prosody, ignore 241/options

module:depends("adhoc");

local dataforms_new = require "prosody.util.dataforms".new;
local adhoc_new = module:require("adhoc").new;

local xmlns_parts = "urn:prosodykit:parts:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_text = module:get_option_string("parts_text", "hello");
end
read_options();
module:hook_global("config-reloaded", read_options);

local store = module:open_store();

local layout = dataforms_new {
	title = "Sets a text with an ad-hoc command";
	instructions = "Enter the new text.";
	{ name = "FORM_TYPE", type = "hidden", value = xmlns_parts };
	{ name = "text", type = "text-single", label = "Text", required = true };
};

local function current_text()
	local stored = store:get();
	return stored and stored.text or options.parts_text;
end

-- Called for each step: first without a form, then with the submitted form.
local function handler(_, data, state)
	if data.action == "cancel" then
		return { status = "canceled" };
	end
	if not state then
		return {
			status = "executing", actions = { "complete", default = "complete" };
			form = { layout = layout, values = { text = current_text() } };
		}, "asked";
	end
	local fields, err = {}, nil;
	if data.form then
		fields, err = layout:data(data.form);
	end
	if err or not fields.text or fields.text == "" then
		return { status = "completed", error = { message = "Enter a text" } };
	end
	local ok, failure = store:set(nil, { text = fields.text });
	if not ok then
		module:log("error", "Cannot store the text: %s", failure);
		return { status = "completed", error = { message = "The text could not be stored" } };
	end
	module:log("info", "%s set the text to %s", data.from, fields.text);
	return { status = "completed", info = "The text is now: "..fields.text };
end

-- On Prosody 13.0, "admin" makes this a permission of prosody:admin, which the configuration can grant to other roles.
module:provides("adhoc", adhoc_new("Sets a text with an ad-hoc command", xmlns_parts, handler, "admin"));

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
