-- mod_auth_greeter.lua
-- Users from the configuration
-- luacheck: globals module, read globals prosody

local new_sasl = require "util.sasl".new;

-- Names and their passwords.
local users;
local function read_users()
	users = {};
	local configured = module:get_option("auth_greeter_users", {});
	if type(configured) ~= "table" then
		module:log("error", "auth_greeter_users is no table of names and passwords");
		return;
	end
	for username, password in pairs(configured) do
		if type(username) == "string" and type(password) == "string" then
			users[username] = password;
		else
			module:log("error", "auth_greeter_users has an entry that is no name and password: %s", tostring(username));
		end
	end
end
read_users();
module:hook_global("config-reloaded", read_users);

local fixed = "The users of this host stand in its configuration";

local provider = {};

function provider.test_password(username, password)
	if users[username] ~= nil and users[username] == password then
		return true;
	end
	return nil, "not-authorized";
end

function provider.user_exists(username)
	return users[username] ~= nil;
end

function provider.users()
	return next, users, nil;
end

function provider.get_password(username)
	return users[username];
end

function provider.set_password() return nil, fixed; end
function provider.create_user() return nil, fixed; end
function provider.delete_user() return nil, fixed; end

function provider.get_sasl_handler()
	return new_sasl(module.host, {
		plain_test = function (_, username, password)
			local matches = provider.test_password(username, password) == true;
			module:log("debug", "Login of %s: %s", username, matches and "right" or "wrong");
			return matches, users[username] ~= nil or nil;
		end;
	});
end

module:provides("auth", provider);
