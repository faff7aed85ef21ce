-- mod_greeter.lua
-- Sets a text with an ad-hoc command
-- luacheck: globals module, read globals prosody, ignore 241/options

module:depends("adhoc");

local dataforms_new = require "util.dataforms".new;
local adhoc_new = module:require("adhoc").new;

local xmlns_greeter = "urn:prosodykit:greeter:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_text = module:get_option_string("greeter_text", "hello");
end
read_options();
module:hook_global("config-reloaded", read_options);

local store = module:open_store();

local layout = dataforms_new {
	title = "Sets a text with an ad-hoc command";
	instructions = "Enter the new text.";
	{ name = "FORM_TYPE", type = "hidden", value = xmlns_greeter };
	{ name = "text", type = "text-single", label = "Text", required = true };
};

local function current_text()
	local stored = store:get();
	return stored and stored.text or options.greeter_text;
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
module:provides("adhoc", adhoc_new("Sets a text with an ad-hoc command", xmlns_greeter, handler, "admin"));
