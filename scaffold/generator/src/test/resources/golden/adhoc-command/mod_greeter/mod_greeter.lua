-- mod_greeter.lua
-- Sets a text by an ad-hoc command
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
	title = "Sets a text by an ad-hoc command";
	instructions = "What the text is to be.";
	{ name = "FORM_TYPE", type = "hidden", value = xmlns_greeter };
	{ name = "text", type = "text-single", label = "Text", required = true };
};

local function current_text()
	local stored = store:get();
	return stored and stored.text or options.greeter_text;
end

-- Called for each step: first without a form, then with what was filled in.
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
		return { status = "completed", error = { message = "Fill in a text" } };
	end
	local ok, failure = store:set(nil, { text = fields.text });
	if not ok then
		module:log("error", "The text cannot be stored: %s", failure);
		return { status = "completed", error = { message = "The text could not be stored" } };
	end
	module:log("info", "%s sets the text to %s", data.from, fields.text);
	return { status = "completed", info = "The text is now: "..fields.text };
end

-- On Prosody 13.0, "admin" makes this a permission of the role prosody:admin that the configuration can give to others.
module:provides("adhoc", adhoc_new("Sets a text by an ad-hoc command", xmlns_greeter, handler, "admin"));
