-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in the global section.
		local function start(options)
			server = double.new { release = release, global_config = options };
			module = server:load(here.."../mod_greeter.lua");
		end

		local limit = { greeter_longest_line = 20 };

		-- Connects a client that sends these texts; returns what it receives, and its connection.
		local function talk(...)
			local listener = server:items("net-provider", "*")[1].listener;
			local got, conn = {}, { open = true };
			function conn.ip() return "127.0.0.1"; end
			function conn.write(_, data) table.insert(got, data); end
			function conn.close() conn.open = false; end -- Prosody calls ondisconnect later
			listener.onconnect(conn);
			for _, data in ipairs { ... } do listener.onincoming(conn, data); end
			return table.concat(got), conn;
		end

		it("answers each line", function ()
			start(limit);
			assert.equal("PONG\r\nhello you\r\n", (talk("PING\r\nECHO hello you\n")));
		end);

		it("waits for the end of a line", function ()
			start(limit);
			assert.equal("", (talk("PI")));
			assert.equal("PONG\r\n", (talk("PI", "NG\n")));
		end);

		it("refuses other commands", function ()
			start(limit);
			local answer, conn = talk("JUMP\n", "\n");
			assert.equal("ERROR unknown command\r\nERROR unknown command\r\n", answer);
			assert.truthy(conn.open);
		end);

		it("says goodbye", function ()
			start(limit);
			local answer, conn = talk("QUIT\nPING\n");
			assert.equal("BYE\r\n", answer);
			assert.falsy(conn.open);
		end);

		it("closes a connection when a line is too long", function ()
			start { greeter_longest_line = 4 };
			local answer, conn = talk("1234\n");
			assert.equal("ERROR unknown command\r\n", answer);
			assert.truthy(conn.open);
			answer, conn = talk("12345");
			assert.equal("ERROR line too long\r\n", answer);
			assert.falsy(conn.open);
			assert.equal("PONG\r\nERROR line too long\r\n", (talk("PING\n12345\nPING\n")));
		end);

		it("accepts verbs in any case, and lines that end with CR LF", function ()
			start(limit);
			assert.equal("PONG\r\nyou\r\n", (talk("ping\r\necho you\r\n")));
		end);

		it("is registered as a service", function ()
			start {};
			local service = server:items("net-provider", "*")[1];
			assert.equal(5999, service.default_port);
			assert.truthy(("PING\n"):find(service.multiplex.pattern));
		end);

		it("forgets a closed connection", function ()
			for _, event in ipairs { "ondisconnect", "ondetach" } do
				start(limit);
				local _, conn = talk("PING\n");
				server:items("net-provider", "*")[1].listener[event](conn);
				server:unload(module);
				assert.truthy(conn.open);
			end
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start(limit);
			local _, conn = talk("PING\n");
			server:unload(module);
			assert.falsy(conn.open);
			assert.same({}, server:items("net-provider", "*"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same(1024, server.options.greeter_longest_line);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_longest_line = 1;
			};
			assert.same(1, server.options.greeter_longest_line);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
