-- Prosody's libraries for the test double, by name without "prosody."; add here what a library lacks.
-- luacheck: std min

local libraries = {};

local jid = {};

function jid.split(address)
	if type(address) ~= "string" then return; end
	local bare, resource = address:match("^([^/]*)/(.+)$");
	bare = bare or address;
	local node, host = bare:match("^([^@]+)@(.+)$");
	return node, host or bare, resource;
end

function jid.bare(address)
	return address and address:match("^[^/]*");
end

function jid.node(address) return (jid.split(address)); end
function jid.host(address) return select(2, jid.split(address)); end
function jid.resource(address) return select(3, jid.split(address)); end

function jid.join(node, host, resource)
	return (node and node.."@" or "")..host..(resource and "/"..resource or "");
end

function jid.prep(address)
	local node, host, resource = jid.split(address);
	return host and host ~= "" and jid.join(node and node:lower(), host:lower(), resource) or nil;
end

libraries["util.jid"] = jid;

-- Timers run in server:advance(seconds).
libraries["util.timer"] = function (server)
	local timer = {};
	function timer.add_task(delay, callback, ...)
		return server:add_timer(delay, callback, ...);
	end
	function timer.stop(task) task:stop(); end
	return timer;
end

libraries["util.time"] = function (server)
	return { now = function () return server.now; end, monotonic = function () return server.now; end };
end

-- For releases before Prosody 13.0, which has roles instead.
libraries["core.usermanager"] = function (server)
	local usermanager = {};
	if not server:at_least("13.0") then
		function usermanager.is_admin(address) return server.everybody_may or server.admins[jid.bare(address)] == true; end
	end
	function usermanager.user_exists(user, host) return host == server.host and server.users[user] ~= nil; end
	return usermanager;
end

libraries["core.modulemanager"] = function (server)
	local modulemanager = {};
	function modulemanager.is_loaded(_, name) return server.modules[name] ~= nil or server.loaded[name] ~= nil; end
	function modulemanager.get_module(_, name) return server.modules[name] or server.loaded[name]; end
	return modulemanager;
end

return libraries;
