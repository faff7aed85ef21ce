-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its component's section.
		local function start(options)
			server = double.new {
				release = release, host = "greeter.localhost", host_type = "component", config = options, modules = { disco = {} };
			};
			module = server:load(here.."../mod_greeter.lua");
		end

		local function send(message)
			message.attr.from = "juliet@localhost/balcony";
			return server:deliver(message, server:session("juliet@localhost/balcony"));
		end

		it("answers a message with its text", function ()
			start { greeter_prefix = "You said:" };
			local replies = send(st.message({ to = "greeter.localhost", id = "1" }, "hello"));
			assert.equal(1, #replies);
			assert.equal("juliet@localhost/balcony", replies[1].attr.to);
			assert.equal("greeter.localhost", replies[1].attr.from);
			assert.equal("You said: hello", replies[1]:get_child_text("body"));
			assert.is_nil(replies[1].attr.id);
		end);

		it("answers from any of its addresses", function ()
			start { greeter_prefix = "You said:" };
			for _, address in ipairs { "a@greeter.localhost", "a@greeter.localhost/b" } do
				assert.equal(address, send(st.message({ to = address }, "hi"))[1].attr.from);
			end
		end);

		it("answers neither errors nor messages without a text", function ()
			start { greeter_prefix = "You said:" };
			assert.equal(0, #send(st.message({ to = "greeter.localhost", type = "error" }, "hello")));
			assert.equal(0, #send(st.message({ to = "greeter.localhost", type = "groupchat" }, "hello")));
			assert.equal(0, #send(st.message({ to = "greeter.localhost" })));
		end);

		it("has an identity in service discovery", function ()
			start { greeter_title = "A name" };
			assert.truthy(server.dependencies.disco);
			assert.same({ category = "component", type = "generic", name = "A name" }, server:items("identity")[1]);
		end);

		it("grants subscriptions", function ()
			start { greeter_prefix = "You said:" };
			local replies = send(st.presence({ to = "a@greeter.localhost", type = "subscribe" }));
			assert.equal("subscribed", replies[1].attr.type);
			assert.is_nil(replies[2].attr.type);
			assert.equal("subscribed", send(st.presence({ to = "greeter.localhost", type = "subscribe" }))[1].attr.type);
		end);

		it("is available to anyone who probes it", function ()
			start {};
			local replies = send(st.presence({ to = "a@greeter.localhost", type = "probe" }));
			assert.equal(1, #replies);
			assert.is_nil(replies[1].attr.type);
			assert.equal("a@greeter.localhost", replies[1].attr.from);
		end);

		it("handles all presence itself", function ()
			start {};
			local presence = st.presence({ from = "juliet@localhost", to = "a@greeter.localhost", type = "unsubscribe" });
			local session = server:session("juliet@localhost/balcony");
			local event = { origin = session, stanza = presence };
			assert.equal(true, server:events("greeter.localhost").fire_event("presence/bare", event));
			assert.equal(0, #session.sent);
		end);

		it("can only be loaded as a component", function ()
			server = double.new { release = release, modules = { disco = {} } };
			local loaded, err = pcall(server.load, server, here.."../mod_greeter.lua");
			assert.falsy(loaded);
			assert.truthy(tostring(err):find("Component", 1, true));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start { greeter_prefix = "You said:" };
			server:unload(module);
			assert.equal(0, #send(st.message({ to = "greeter.localhost" }, "hello")));
			assert.same({}, server:items("identity"));
		end);

		it("answers with another prefix after the configuration is reloaded", function ()
			start { greeter_prefix = "You said:" };
			server:reconfigure { greeter_prefix = "Heard:" };
			local replies = send(st.message({ to = "greeter.localhost" }, "hello"));
			assert.equal("Heard: hello", replies[1]:get_child_text("body"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("Greeter", server.options.greeter_title);
			assert.same("You said:", server.options.greeter_prefix);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_title = "another text";
				greeter_prefix = "another text";
			};
			assert.same("another text", server.options.greeter_title);
			assert.same("another text", server.options.greeter_prefix);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
