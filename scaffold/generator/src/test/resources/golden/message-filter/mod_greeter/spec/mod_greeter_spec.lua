-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";

local xmlns_greeter = "urn:prosodykit:greeter:0";

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in the section of its host.
		local function start(options)
			server = double.new { release = release, config = options };
			module = server:load(here.."../mod_greeter.lua");
		end

		local words = { greeter_drop = { "casino" }, greeter_bounce = { "lottery" }, greeter_mark = { "offer" } };

		-- Sends a message to Romeo; returns the message, what came back, and whether it went on.
		local function send(body, attr)
			attr = attr or {};
			attr.from, attr.to = "juliet@localhost/balcony", attr.to or "romeo@localhost";
			local message = st.message(attr, body);
			local arrived = false;
			server:events("localhost").add_handler("message/bare", function () arrived = true; end, -1);
			server:events("localhost").add_handler("message/full", function () arrived = true; end, -1);
			return message, server:deliver(message), arrived;
		end

		it("lets other messages through as they are", function ()
			start(words);
			local message, replies, arrived = send("hello");
			assert.truthy(arrived);
			assert.equal(0, #replies);
			assert.equal(1, #message.tags);
		end);

		it("lets messages without a text through", function ()
			start(words);
			assert.truthy(select(3, send(nil)));
		end);

		it("drops", function ()
			start(words);
			local _, replies, arrived = send("The CASINO is open", { to = "romeo@localhost/garden" });
			assert.falsy(arrived);
			assert.equal(0, #replies);
		end);

		it("bounces", function ()
			start(words);
			local _, replies, arrived = send("a lottery");
			assert.falsy(arrived);
			assert.equal("not-acceptable", select(2, replies[1]:get_error()));
		end);

		it("does not bounce an error", function ()
			start(words);
			local _, replies, arrived = send("a lottery", { type = "error" });
			assert.truthy(arrived);
			assert.equal(0, #replies);
		end);

		it("does not bounce what a room says", function ()
			start(words);
			local _, replies, arrived = send("a lottery", { type = "groupchat", to = "romeo@localhost/garden" });
			assert.truthy(arrived);
			assert.equal(0, #replies);
		end);

		it("marks", function ()
			start(words);
			local message, _, arrived = send("an offer");
			assert.truthy(arrived);
			assert.truthy(message:get_child("marked", xmlns_greeter));
		end);

		it("minds words that are numbers, and none that is empty", function ()
			start { greeter_drop = { "", 419 } };
			assert.truthy(select(3, send("hello")));
			assert.falsy(select(3, send("the 419 is open")));
		end);

		it("takes other words when the configuration is reloaded", function ()
			start(words);
			server:reconfigure { greeter_drop = { "hello" } };
			assert.falsy(select(3, send("hello")));
			assert.truthy(select(3, send("casino")));
		end);

		it("marks behind all that a message has", function ()
			start(words);
			local message = st.message({ from = "juliet@localhost/balcony", to = "romeo@localhost" });
			message:tag("body"):text("an offer");
			server:deliver(message);
			assert.truthy(message:get_child("marked", xmlns_greeter));
		end);

		it("takes words as they are written, in any case", function ()
			start { greeter_drop = { "CASINO", "a.c" } };
			assert.falsy(select(3, send("casino")));
			assert.falsy(select(3, send("A.C")));
			assert.truthy(select(3, send("abc")));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start(words);
			server:unload(module);
			assert.truthy(select(3, send("casino")));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same({}, server.options.greeter_bounce);
			assert.same({}, server.options.greeter_drop);
			assert.same({}, server.options.greeter_mark);
		end);

		it("takes its options from the configuration", function ()
			start {
				greeter_bounce = { "another text" };
				greeter_drop = { "another text" };
				greeter_mark = { "another text" };
			};
			assert.same({ "another text" }, server.options.greeter_bounce);
			assert.same({ "another text" }, server.options.greeter_drop);
			assert.same({ "another text" }, server.options.greeter_mark);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
