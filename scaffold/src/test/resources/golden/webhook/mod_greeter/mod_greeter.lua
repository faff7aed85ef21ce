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

-- How many events wait for an answer or for their next try.
local waiting = 0;

local function post(body, try)
	http.request(options.greeter_url, {
		method = "POST", body = body, headers = { ["Content-Type"] = "application/json" };
	}, function (_, code)
		if type(code) == "number" and code >= 200 and code < 300 then
			waiting = waiting - 1;
			module:log("debug", "Posted at try %d", try);
		elseif try >= options.greeter_tries then
			waiting = waiting - 1;
			module:log("warn", "Giving up an event after try %d: %s", try, tostring(code));
		else
			local pause = options.greeter_pause * 2 ^ (try - 1);
			module:log("debug", "Try %d failed with %s, trying again in %g seconds", try, tostring(code), pause);
			module:add_timer(pause, function () post(body, try + 1); end);
		end
	end);
end

local function tell(event, session)
	if options.greeter_url == "" or not session.username then return; end
	if waiting >= options.greeter_most_waiting then
		module:log("warn", "Giving up an event, for %d wait already", waiting);
		return;
	end
	waiting = waiting + 1;
	post(json.encode({
		event = event, user = session.username.."@"..module.host, resource = session.resource, time = os.time();
	}), 1);
end

module:hook("resource-bind", function (event)
	tell("login", event.session);
end);

module:hook("resource-unbind", function (event)
	tell("logout", event.session);
end);
