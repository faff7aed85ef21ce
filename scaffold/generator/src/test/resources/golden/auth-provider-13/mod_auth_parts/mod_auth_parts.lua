-- mod_auth_parts.lua
-- Authenticates users from the configuration
-- luacheck: globals module, read globals prosody

local new_sasl = require "prosody.util.sasl".new;
local nodeprep = require "prosody.util.encodings".stringprep.nodeprep;
local saslprep = require "prosody.util.encodings".stringprep.saslprep;
local secure_equals = require "prosody.util.hashes".equals;

-- Passwords by user name, both normalized as in a login.
local users;
local function read_users()
	users = {};
	local configured = module:get_option("auth_parts_users", {});
	if type(configured) ~= "table" then
		module:log("error", "auth_parts_users is not a table of names and passwords");
		return;
	end
	for username, password in pairs(configured) do
		local name = type(username) == "string" and nodeprep(username);
		local secret = type(password) == "string" and saslprep(password);
		if name and secret and secret ~= "" then
			users[name] = secret;
		else
			module:log("error", "auth_parts_users has an entry that is not a name and a password: %s", tostring(username));
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
