-- Run `busted` in the folder that holds mod_parts.lua.
-- luacheck: std +busted, no max line length

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "prosody.util.stanza";

for _, release in ipairs { "13.0" } do
	describe("mod_parts on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its component's section.
		local function start(options)
			server = double.new {
				release = release, host = "parts.localhost", host_type = "component", config = options, modules = { disco = {} }, everybody_may = true;
			};
			module = server:load(here.."../mod_parts.lua");
		end

		local function send(message)
			message.attr.from = "juliet@localhost/balcony";
			return server:deliver(message, server:session("juliet@localhost/balcony"));
		end

		it("answers a message with its text", function ()
			start { parts_prefix = "You said:" };
			local replies = send(st.message({ to = "parts.localhost", id = "1" }, "hello"));
			assert.equal(1, #replies);
			assert.equal("juliet@localhost/balcony", replies[1].attr.to);
			assert.equal("parts.localhost", replies[1].attr.from);
			assert.equal("You said: hello", replies[1]:get_child_text("body"));
			assert.is_nil(replies[1].attr.id);
		end);

		it("answers from any of its addresses", function ()
			start { parts_prefix = "You said:" };
			for _, address in ipairs { "a@parts.localhost", "a@parts.localhost/b" } do
				assert.equal(address, send(st.message({ to = address }, "hi"))[1].attr.from);
			end
		end);

		it("answers neither errors nor messages without a text", function ()
			start { parts_prefix = "You said:" };
			assert.equal(0, #send(st.message({ to = "parts.localhost", type = "error" }, "hello")));
			assert.equal(0, #send(st.message({ to = "parts.localhost", type = "groupchat" }, "hello")));
			assert.equal(0, #send(st.message({ to = "parts.localhost" })));
		end);

		it("has an identity in service discovery", function ()
			start { parts_title = "A name" };
			assert.truthy(server.dependencies.disco);
			assert.same({ category = "component", type = "generic", name = "A name" }, server:items("identity")[1]);
		end);

		it("grants subscriptions", function ()
			start { parts_prefix = "You said:" };
			local replies = send(st.presence({ to = "a@parts.localhost", type = "subscribe" }));
			assert.equal("subscribed", replies[1].attr.type);
			assert.is_nil(replies[2].attr.type);
			assert.equal("subscribed", send(st.presence({ to = "parts.localhost", type = "subscribe" }))[1].attr.type);
		end);

		it("is available to anyone who probes it", function ()
			start {};
			local replies = send(st.presence({ to = "a@parts.localhost", type = "probe" }));
			assert.equal(1, #replies);
			assert.is_nil(replies[1].attr.type);
			assert.equal("a@parts.localhost", replies[1].attr.from);
		end);

		it("handles all presence itself", function ()
			start {};
			local presence = st.presence({ from = "juliet@localhost", to = "a@parts.localhost", type = "unsubscribe" });
			local session = server:session("juliet@localhost/balcony");
			local event = { origin = session, stanza = presence };
			assert.equal(true, server:events("parts.localhost").fire_event("presence/bare", event));
			assert.equal(0, #session.sent);
		end);

		it("can only be loaded as a component", function ()
			server = double.new { release = release, modules = { disco = {} } };
			local loaded, err = pcall(server.load, server, here.."../mod_parts.lua");
			assert.falsy(loaded);
			assert.truthy(tostring(err):find("Component", 1, true));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start { parts_prefix = "You said:" };
			server:unload(module);
			assert.equal(0, #send(st.message({ to = "parts.localhost" }, "hello")));
			assert.same({}, server:items("identity"));
		end);

		it("answers with another prefix after the configuration is reloaded", function ()
			start { parts_prefix = "You said:" };
			server:reconfigure { parts_prefix = "Heard:" };
			local replies = send(st.message({ to = "parts.localhost" }, "hello"));
			assert.equal("Heard: hello", replies[1]:get_child_text("body"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("Greeter", server.options.parts_title);
			assert.same("You said:", server.options.parts_prefix);
		end);

		it("reads its options from the configuration", function ()
			start {
				parts_title = "another text";
				parts_prefix = "another text";
			};
			assert.same("another text", server.options.parts_title);
			assert.same("another text", server.options.parts_prefix);
			assert.is_nil(server:logged("error"));
		end);

		it("works without mod_carbons", function ()
			start {};
			server:advance(1);
			assert.truthy(server:logged("debug", "mod_carbons is not loaded"));
		end);

		it("finds mod_carbons if it is loaded later", function ()
			start {};
			server.modules.carbons = {};
			server:advance(1);
			assert.is_nil(server:logged("debug", "mod_carbons is not loaded"));
		end);

		it("advertises its features", function ()
			start {};
			local announced = {};
			for _, feature in ipairs(server:items("feature")) do announced[feature] = true; end
			assert.truthy(announced["urn:example:more:0"]);
		end);

		it("opens the store parts_notes", function ()
			start {};
			assert.truthy(server.stores.parts_notes);
		end);

		it("opens the store parts_log", function ()
			start {};
			assert.truthy(server.stores.parts_log);
		end);

		it("registers the permission greet-all", function ()
			start {};
			assert.equal("prosody:admin", server.permissions["parts:greet-all"]);
		end);

		it("registers the permission look", function ()
			start {};
			assert.equal("prosody:registered", server.permissions["parts:look"]);
		end);

		it("handles server-stopping", function ()
			start {};
			server:events("*").fire_event("server-stopping", {
				reason = "restart";
			});
			assert.truthy(server:logged("debug", "Event server-stopping"));
		end);

		it("handles message/bare", function ()
			start {};
			local stanzas = require("prosody.util.stanza");
			server:events(module.host).fire_event("message/bare", {
				stanza = stanzas.message({ from = "juliet@localhost/balcony", to = "localhost", type = "chat" });
				origin = server:session("juliet@localhost/balcony");
			});
			assert.truthy(server:logged("debug", "Event message/bare"));
		end);

		it("handles message/host", function ()
			start {};
			server.everybody_may = false;
			server.admins["juliet@localhost"] = true;
			local stanzas = require("prosody.util.stanza");
			server:events(module.host).fire_event("message/host", {
				stanza = stanzas.message({ from = "juliet@localhost/balcony", to = "localhost", type = "chat" });
				origin = server:session("juliet@localhost/balcony");
			});
			assert.truthy(server:logged("debug", "Event message/host"));
		end);

		it("requires a permission for message/host", function ()
			start {};
			server.everybody_may = false;
			local session = server:session("stranger@elsewhere.example/street");
			local stanzas = require("prosody.util.stanza");
			for _, type in ipairs { "chat", "error" } do
				server:events(module.host).fire_event("message/host", {
					stanza = stanzas.message({ from = session.full_jid, to = "localhost", type = type });
					origin = session;
				});
			end
			local errors = {};
			for _, reply in ipairs(session.sent) do
				if reply.attr.type == "error" then table.insert(errors, (select(2, reply:get_error()))); end
			end
			assert.same({ "forbidden" }, errors); -- an error must not cause another
		end);

		it("handles message/full", function ()
			start {};
			server.everybody_may = false;
			server.admins["juliet@localhost"] = true;
			local stanzas = require("prosody.util.stanza");
			server:events(module.host).fire_event("message/full", {
				stanza = stanzas.message({ from = "juliet@localhost/balcony", to = "localhost", type = "chat" });
				origin = server:session("juliet@localhost/balcony");
			});
			assert.truthy(server:logged("debug", "Event message/full"));
		end);

		it("requires a permission for message/full", function ()
			start {};
			server.everybody_may = false;
			local session = server:session("stranger@elsewhere.example/street");
			local stanzas = require("prosody.util.stanza");
			for _, type in ipairs { "chat", "error" } do
				server:events(module.host).fire_event("message/full", {
					stanza = stanzas.message({ from = session.full_jid, to = "localhost", type = type });
					origin = session;
				});
			end
			local errors = {};
			for _, reply in ipairs(session.sent) do
				if reply.attr.type == "error" then table.insert(errors, (select(2, reply:get_error()))); end
			end
			assert.same({ "forbidden" }, errors); -- an error must not cause another
		end);

		it("handles message/bare", function ()
			start {};
			server.everybody_may = false;
			server.admins["juliet@localhost"] = true;
			local stanzas = require("prosody.util.stanza");
			server:events(module.host).fire_event("message/bare", {
				stanza = stanzas.message({ from = "juliet@localhost/balcony", to = "localhost", type = "chat" });
				origin = server:session("juliet@localhost/balcony");
			});
			assert.truthy(server:logged("debug", "Event message/bare"));
		end);

		it("requires a permission for message/bare", function ()
			start {};
			server.everybody_may = false;
			local session = server:session("stranger@elsewhere.example/street");
			local stanzas = require("prosody.util.stanza");
			for _, type in ipairs { "chat", "error" } do
				server:events(module.host).fire_event("message/bare", {
					stanza = stanzas.message({ from = session.full_jid, to = "localhost", type = type });
					origin = session;
				});
			end
			local errors = {};
			for _, reply in ipairs(session.sent) do
				if reply.attr.type == "error" then table.insert(errors, (select(2, reply:get_error()))); end
			end
			assert.same({ "forbidden" }, errors); -- an error must not cause another
		end);

	end);
end
