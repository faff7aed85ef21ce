-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options, modules = { mam = {} } };
			module = server:load(here.."../mod_greeter.lua");
		end

		-- Whether the archive may keep a message.
		local function may_keep(message)
			server:deliver(message);
			return not message:get_child("no-store", "urn:xmpp:hints");
		end

		local function message(text, message_type)
			local attr = { from = "juliet@localhost/balcony", to = "romeo@localhost", type = message_type };
			return st.message(attr, text);
		end

		it("leaves messages to the archive", function ()
			start { greeter_secret = "off the record:" };
			assert.truthy(may_keep(message("hello")));
			assert.truthy(may_keep(message("not off the record: hello")));
			assert.truthy(may_keep(message(nil)));
		end);

		it("keeps no secrets", function ()
			start { greeter_secret = "off the record:" };
			assert.falsy(may_keep(message("Off the record: hello")));
		end);

		it("knows no secrets without a word for them", function ()
			start { greeter_secret = "" };
			assert.truthy(may_keep(message("off the record: hello")));
		end);

		it("keeps headlines if it is told to", function ()
			start { greeter_headlines = false };
			assert.falsy(may_keep(message("news", "headline")));
			server:reconfigure { greeter_headlines = true };
			assert.truthy(may_keep(message("news", "headline")));
		end);

		it("loads the archive", function ()
			start {};
			assert.truthy(server.dependencies.mam);
		end);

		it("gives its hint before an archive sees the message", function ()
			start {};
			for _, event in ipairs { "pre-message/bare", "pre-message/full", "message/bare", "message/full" } do
				local secret, hinted = message("off the record: hello"), nil;
				secret:tag("x", { xmlns = "urn:example:x" });
				server:events("localhost").add_handler(event, function (data)
					hinted = data.stanza:get_child("no-store", "urn:xmpp:hints");
				end, 50);
				server:events("localhost").fire_event(event, { stanza = secret });
				assert.truthy(hinted, event);
			end
		end);

		it("decides nothing when it is unloaded", function ()
			start { greeter_headlines = false };
			server:unload(module);
			assert.truthy(may_keep(message("news", "headline")));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("off the record:", server.options.greeter_secret);
			assert.same(false, server.options.greeter_headlines);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_secret = "another text";
				greeter_headlines = true;
			};
			assert.same("another text", server.options.greeter_secret);
			assert.same(true, server.options.greeter_headlines);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
