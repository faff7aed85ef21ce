-- mod_parts.lua
-- Adds commands to the admin shell
-- luacheck: globals module, read globals prosody, ignore 241/options

module:set_global();

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_greeting = module:get_option_string("parts_greeting", "Hello");
end
read_options();
module:hook_global("config-reloaded", read_options);

-- Each command returns whether it succeeded, and what to print.
local commands = {};

function commands.hello(_, who)
	if type(who) ~= "string" or who == "" then
		return nil, "Specify whom to greet, as in parts:hello(\"Juliet\")";
	end
	module:log("debug", "Greeting %s", who);
	return true, options.parts_greeting..", "..who.."!";
end

function commands.count(_, host)
	local found = prosody.hosts[host];
	if not found then
		return nil, "There is no host "..tostring(host);
	end
	local n = 0;
	for _ in pairs(found.sessions or {}) do n = n + 1; end
	return true, ("Users online on %s: %d"):format(host, n);
end

module:add_item("shell-command", {
	section = "parts", section_desc = "Adds commands to the admin shell";
	name = "hello", desc = "Greets somebody";
	args = { { name = "who", type = "string" } };
	handler = commands.hello;
});
module:add_item("shell-command", {
	section = "parts", name = "count", desc = "Counts the users who are online on a host";
	args = { { name = "host", type = "string" } };
	handler = commands.count;
});

module:depends("disco");

-- mod_carbons may be loaded after this module: call this when it matters, not while loading.
local function has_carbons(host)
	local is_loaded = require "prosody.core.modulemanager".is_loaded;
	return is_loaded(host, "carbons")
		or is_loaded("*", "carbons");
end
module:add_timer(0, function () -- runs when the server has loaded all modules
	for host in pairs(prosody.hosts) do
		if not has_carbons(host) then
			module:log("debug", "mod_carbons is not loaded on %s, continuing without it", host);
		end
	end
end);

module:default_permission("prosody:admin", ":greet-all");
module:default_permission("prosody:registered", ":look");

module:hook_global("server-stopping", function (event)
	module:log("debug", "Event server-stopping: %s", event.reason);
end);
