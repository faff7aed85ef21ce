-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";

local xmlns_greeter = "urn:prosodykit:greeter:0";

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options };
			module = server:load(here.."../mod_greeter.lua");
		end

		local words = { greeter_drop = { "casino" }, greeter_bounce = { "lottery" }, greeter_mark = { "offer" } };

		-- Sends a message to Romeo; returns the message, the replies, and whether it was passed on.
		local function send(body, attr)
			attr = attr or {};
			attr.from, attr.to = "juliet@localhost/balcony", attr.to or "romeo@localhost";
			local message = st.message(attr, body);
			local arrived = false;
			server:events("localhost").add_handler("message/bare", function () arrived = true; end, -1);
			server:events("localhost").add_handler("message/full", function () arrived = true; end, -1);
			return message, server:deliver(message), arrived;
		end

		it("lets other messages through unchanged", function ()
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

		it("drops messages", function ()
			start(words);
			local _, replies, arrived = send("The CASINO is open", { to = "romeo@localhost/garden" });
			assert.falsy(arrived);
			assert.equal(0, #replies);
		end);

		it("bounces messages", function ()
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

		it("does not bounce messages from rooms", function ()
			start(words);
			local _, replies, arrived = send("a lottery", { type = "groupchat", to = "romeo@localhost/garden" });
			assert.truthy(arrived);
			assert.equal(0, #replies);
		end);

		it("marks messages", function ()
			start(words);
			local message, _, arrived = send("an offer");
			assert.truthy(arrived);
			assert.truthy(message:get_child("marked", xmlns_greeter));
		end);

		it("accepts words that are numbers, and ignores empty words", function ()
			start { greeter_drop = { "", 419 } };
			assert.truthy(select(3, send("hello")));
			assert.falsy(select(3, send("the 419 is open")));
		end);

		it("uses other words when the configuration is reloaded", function ()
			start(words);
			server:reconfigure { greeter_drop = { "hello" } };
			assert.falsy(select(3, send("hello")));
			assert.truthy(select(3, send("casino")));
		end);

		it("adds the mark after the message's other elements", function ()
			start(words);
			local message = st.message({ from = "juliet@localhost/balcony", to = "romeo@localhost" });
			message:tag("body"):text("an offer");
			server:deliver(message);
			assert.truthy(message:get_child("marked", xmlns_greeter));
		end);

		it("finds words literally, ignoring case", function ()
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

		it("reads its options from the configuration", function ()
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
