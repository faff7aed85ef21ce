-- mod_greeter.lua
-- Counts messages and times logins
-- luacheck: globals module, read globals prosody

local now = require "util.time".now;

local count_message, time_login;
if module.metric then
	local messages = module:metric("counter", "messages", "", "Messages to users of the host", {}):with_labels();
	local logins = module:metric("histogram", "login", "seconds", "From login to first presence", {}, {
		buckets = { 0.01, 0.1, 1, 10 };
	}):with_labels();
	function count_message() messages:add(1); end
	function time_login(seconds) logins:sample(seconds); end
else -- Prosody 0.11
	count_message = module:measure("messages", "rate");
	time_login = module:measure("login", "distribution");
end

local function count(event)
	if event.stanza:get_child("body") then
		count_message();
	end
end
module:hook("message/bare", count, 100);
module:hook("message/full", count, 100);

-- When each session logged in. The keys are weak, so entries vanish with their sessions.
local since = setmetatable({}, { __mode = "k" });

module:hook("resource-bind", function (event)
	since[event.session] = now();
end);

module:hook("presence/initial", function (event)
	local begin = since[event.origin];
	if begin then
		since[event.origin] = nil;
		time_login(now() - begin);
	end
end);
