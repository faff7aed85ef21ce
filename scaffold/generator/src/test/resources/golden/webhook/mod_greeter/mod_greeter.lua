-- mod_greeter.lua
-- Posts logins to a URL
-- luacheck: globals module, read globals prosody, ignore 241/options

local http = require "net.http";
local json = require "util.json";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_url = module:get_option_string("greeter_url", "");
	options.greeter_tries = module:get_option_number("greeter_tries", 5);
	options.greeter_pause = module:get_option_number("greeter_pause", 5);
	options.greeter_most_waiting = module:get_option_number("greeter_most_waiting", 1000);
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
	http.request(options.greeter_url, {
		method = "POST", body = entry.body, headers = { ["Content-Type"] = "application/json" };
	}, function (_, code)
		if not waiting[entry] then return; end -- it was passed to the reloaded module
		if type(code) == "number" and code >= 200 and code < 300 then
			forget(entry);
			module:log("debug", "Posted on try %d", entry.try);
		elseif entry.try >= options.greeter_tries then
			forget(entry);
			module:log("warn", "Dropping an event after try %d: %s", entry.try, tostring(code));
		else
			local pause = math.min(options.greeter_pause * 2 ^ (entry.try - 1), longest_pause);
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
	if options.greeter_url == "" or not session.username then return; end
	if count >= options.greeter_most_waiting then
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
