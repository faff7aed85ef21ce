-- mod_auth_greeter.lua
-- Authenticates users from the configuration
-- luacheck: globals module, read globals prosody

local new_sasl = require "util.sasl".new;
local nodeprep = require "util.encodings".stringprep.nodeprep;
local saslprep = require "util.encodings".stringprep.saslprep;
local secure_equals = require "util.hashes".equals;

-- Passwords by user name, both normalized as in a login.
local users;
local function read_users()
	users = {};
	local configured = module:get_option("auth_greeter_users", {});
	if type(configured) ~= "table" then
		module:log("error", "auth_greeter_users is not a table of names and passwords");
		return;
	end
	for username, password in pairs(configured) do
		local name = type(username) == "string" and nodeprep(username);
		local secret = type(password) == "string" and saslprep(password);
		if name and secret and secret ~= "" then
			users[name] = secret;
		else
			module:log("error", "auth_greeter_users has an entry that is not a name and a password: %s", tostring(username));
		end
	end
end
read_users();
module:hook_global("config-reloaded", read_users);

local fixed = "The users of this host are defined in its configuration";

local provider = {};

function provider.test_password(username, password)
	local given = password and saslprep(password);
	if given and users[username] and secure_equals(given, users[username]) then
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

-- The passwords are known, so clients need not send them: Prosody offers SCRAM as well as PLAIN.
function provider.get_sasl_handler()
	return new_sasl(module.host, {
		plain = function (_, username)
			local password = users[username];
			module:log("debug", "Login of %s (%s)", username, password and "known" or "unknown");
			return password or "", password and true or nil;
		end;
	});
end

module:provides("auth", provider);
