-- Runs before anything listens. Configurations and modules are programs. Whatever they ask for, only this machine can
-- reach the server: the options for interfaces have one value, and no socket is bound elsewhere.
if package.loaded.prosodykit_loopback then return; end -- the configuration is read again
package.loaded.prosodykit_loopback = true;

local config = package.loaded["prosody.core.configmanager"] or package.loaded["core.configmanager"];
local get = config.get;

-- What Prosody's port manager asks for: interfaces, c2s_interfaces, and the older forms without an "s".
local function is_interface(option)
	return type(option) == "string" and ("_"..option):match("_interfaces?$");
end

function config.get(host, option, ...)
	local value = get(host, option, ...);
	if value ~= nil and is_interface(option) then
		return type(value) == "table" and { "127.0.0.1" } or "127.0.0.1";
	end
	return value;
end

local function loopback(socket, address)
	if address == "::1" or tostring(address):match("^127%.") then
		return address;
	end
	local family = socket.getfamily and socket:getfamily();
	return (family == "inet6" or tostring(address):find(":", 1, true)) and "::1" or "127.0.0.1";
end

local luasocket = require "socket";

local function hold(socket, method)
	local methods = getmetatable(socket).__index;
	local bind = methods[method];
	methods[method] = function (self, address, port, ...)
		if tonumber(port) == 0 and method == "setsockname" then
			return bind(self, address, port, ...); -- a client's, for example one that looks up names
		end
		return bind(self, loopback(self, address), port, ...);
	end
	socket:close();
end

hold(luasocket.tcp(), "bind");
hold(luasocket.tcp(), "setsockname");
hold(luasocket.udp(), "setsockname");
