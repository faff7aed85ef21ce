-- mod_greeter.lua
-- Speaks a line-based protocol on its own port
-- luacheck: globals module, read globals prosody, ignore 241/options

module:set_global();

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_longest_line = module:get_option_number("greeter_longest_line", 1024);
end
read_options();
module:hook_global("config-reloaded", read_options);

-- The incomplete line of each connection.
local pending = {};

local function close(conn, last_words)
	pending[conn] = nil;
	conn:write(last_words.."\r\n");
	conn:close();
end

-- Closes the connection if a line, complete or not, is too long; returns whether it did.
local function refuse(conn, line)
	if #line <= options.greeter_longest_line then return false; end
	module:log("debug", "%s sent a line that is too long", conn:ip());
	close(conn, "ERROR line too long");
	return true;
end

local function answer(conn, line)
	local verb, rest = line:match("^(%S+) ?(.*)$");
	verb = verb and verb:upper();
	if verb == "PING" then
		conn:write("PONG\r\n");
	elseif verb == "ECHO" then
		conn:write(rest.."\r\n");
	elseif verb == "QUIT" then
		close(conn, "BYE");
	else
		conn:write("ERROR unknown command\r\n");
	end
end

local listener = { default_mode = "*a" };

function listener.onconnect(conn)
	pending[conn] = "";
	module:log("debug", "%s connected", conn:ip());
end

function listener.onincoming(conn, data)
	if not pending[conn] then return; end -- it is about to be closed
	local text, start = pending[conn]..data, 1;
	local stop = text:find("\n", start, true);
	while stop do
		local line = text:sub(start, stop - 1):gsub("\r$", "");
		if refuse(conn, line) then return; end
		answer(conn, line);
		if not pending[conn] then return; end
		start = stop + 1;
		stop = text:find("\n", start, true);
	end
	pending[conn] = text:sub(start);
	refuse(conn, pending[conn]);
end

function listener.ondisconnect(conn)
	pending[conn] = nil;
end
listener.ondetach = listener.ondisconnect;

-- Closes all connections, because nothing would answer them any more.
function module.unload()
	for conn in pairs(pending) do
		conn:close();
	end
end

module:provides("net", {
	name = "greeter";
	listener = listener;
	default_port = 5999;
	multiplex = { pattern = "^PING" };
});
