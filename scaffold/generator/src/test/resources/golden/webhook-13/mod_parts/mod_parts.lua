-- mod_parts.lua
-- Posts logins to a URL
-- luacheck: globals module, read globals prosody, ignore 241/options

local http = require "prosody.net.http";
local json = require "prosody.util.json";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_url = module:get_option_string("parts_url", "");
	options.parts_tries = module:get_option_integer("parts_tries", 5);
	options.parts_pause = module:get_option_period("parts_pause", "5 seconds");
	options.parts_most_waiting = module:get_option_integer("parts_most_waiting", 1000);
end
read_options();
module:hook_global("config-reloaded", read_options);

-- The events that wait for an answer or for the next try, as keys, and their number.
local waiting, count = {}, 0;

local function forget(entry)
	waiting[entry], count = nil, count - 1;
end

local longest_pause = 3600;

local function post(entry)
	http.request(options.parts_url, {
		method = "POST", body = entry.body, headers = { ["Content-Type"] = "application/json" };
	}, function (_, code)
		if not waiting[entry] then return; end -- it was passed to the reloaded module
		if type(code) == "number" and code >= 200 and code < 300 then
			forget(entry);
			module:log("debug", "Posted on try %d", entry.try);
		elseif entry.try >= options.parts_tries then
			forget(entry);
			module:log("warn", "Dropping an event after try %d: %s", entry.try, tostring(code));
		else
			local pause = math.min(options.parts_pause * 2 ^ (entry.try - 1), longest_pause);
			module:log("debug", "Try %d failed with %s, trying again in %g seconds", entry.try, tostring(code), pause);
			entry.try = entry.try + 1;
			module:add_timer(pause, function () post(entry); end);
		end
	end);
end

local function add(entry)
	waiting[entry], count = true, count + 1;
	post(entry);
end

local function tell(event, session)
	if options.parts_url == "" or not session.username then return; end
	if count >= options.parts_most_waiting then
		module:log("warn", "Dropping an event, because %d are already pending", count);
		return;
	end
	add({ try = 1, body = json.encode({
		event = event, user = session.username.."@"..module.host, resource = session.resource, time = os.time();
	}) });
end

module:hook("resource-bind", function (event)
	tell("login", event.session);
end);

module:hook("resource-unbind", function (event)
	tell("logout", event.session);
end);

-- A reload loses nothing: pending events are posted again at once.
function module.save()
	local entries = {};
	for entry in pairs(waiting) do table.insert(entries, entry); end
	waiting, count = {}, 0;
	return { entries = entries };
end

function module.restore(saved)
	for _, entry in ipairs(saved.entries or {}) do add(entry); end
end

function module.unload()
	if count > 0 then
		module:log("warn", "Dropping %d pending events", count);
	end
	waiting = {};
end

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
