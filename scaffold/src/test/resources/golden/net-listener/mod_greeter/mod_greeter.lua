-- mod_greeter.lua
-- Answers a protocol of lines on a port of its own
-- luacheck: globals module, read globals prosody

module:set_global();

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_longest_line = module:get_option_number("greeter_longest_line", 1024);
end
read_options();
module:hook_global("config-reloaded", read_options);

-- What each connection has sent of a line that is not complete.
local pending = {};

local function answer(conn, line)
	local verb, rest = line:match("^(%S+) ?(.*)$");
	verb = verb and verb:upper();
	if verb == "PING" then
		conn:write("PONG\r\n");
	elseif verb == "ECHO" then
		conn:write(rest.."\r\n");
	elseif verb == "QUIT" then
		conn:write("BYE\r\n");
		conn:close();
		return false;
	else
		conn:write("ERROR unknown command\r\n");
	end
	return true;
end

local listener = { default_mode = "*a" };

function listener.onconnect(conn)
	pending[conn] = "";
	module:log("debug", "%s connects", conn:ip());
end

function listener.onincoming(conn, data)
	local text = (pending[conn] or "")..data;
	local start = 1;
	while true do
		local stop = text:find("\n", start, true);
		if not stop then break; end
		if not answer(conn, (text:sub(start, stop - 1):gsub("\r$", ""))) then return; end
		start = stop + 1;
	end
	pending[conn] = text:sub(start);
	if #pending[conn] > options.greeter_longest_line then
		module:log("debug", "%s sends a line that is too long", conn:ip());
		conn:write("ERROR line too long\r\n");
		conn:close();
	end
end

function listener.ondisconnect(conn)
	pending[conn] = nil;
end
listener.ondetach = listener.ondisconnect;

module:provides("net", {
	name = "greeter";
	listener = listener;
	default_port = 5999;
	multiplex = { pattern = "^PING" };
});
