-- mod_greeter.lua
-- Adds commands to the admin shell
-- luacheck: globals module, read globals prosody, ignore 241/options

module:set_global();

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_greeting = module:get_option_string("greeter_greeting", "Hello");
end
read_options();
module:hook_global("config-reloaded", read_options);

-- Each command returns whether it succeeded, and what to print.
local commands = {};

function commands.hello(_, who)
	if type(who) ~= "string" or who == "" then
		return nil, "Specify whom to greet, as in greeter:hello(\"Juliet\")";
	end
	module:log("debug", "Greeting %s", who);
	return true, options.greeter_greeting..", "..who.."!";
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

-- Prosody 13.0 accepts commands as items, and Prosody 0.12 through a table that its shell shares.
if module.may then
	module:add_item("shell-command", {
		section = "greeter", section_desc = "Adds commands to the admin shell";
		name = "hello", desc = "Greets somebody";
		args = { { name = "who", type = "string" } };
		handler = commands.hello;
	});
	module:add_item("shell-command", {
		section = "greeter", name = "count", desc = "Counts the users who are online on a host";
		args = { { name = "host", type = "string" } };
		handler = commands.count;
	});
else
	local shell = module:shared("/*/admin_shell/env");
	shell.greeter = commands;
	function module.unload()
		shell.greeter = nil;
	end
end
