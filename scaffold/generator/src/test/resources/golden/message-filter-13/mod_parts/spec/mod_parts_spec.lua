-- Run `busted` in the folder that holds mod_parts.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "prosody.util.stanza";

local xmlns_parts = "urn:prosodykit:parts:0";

for _, release in ipairs { "13.0" } do
	describe("mod_parts on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options, modules = { disco = {} }, everybody_may = true };
			module = server:load(here.."../mod_parts.lua");
		end

		local words = { parts_drop = { "casino" }, parts_bounce = { "lottery" }, parts_mark = { "offer" } };

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
			assert.truthy(message:get_child("marked", xmlns_parts));
		end);

		it("accepts words that are numbers, and ignores empty words", function ()
			start { parts_drop = { "", 419 } };
			assert.truthy(select(3, send("hello")));
			assert.falsy(select(3, send("the 419 is open")));
		end);

		it("uses other words when the configuration is reloaded", function ()
			start(words);
			server:reconfigure { parts_drop = { "hello" } };
			assert.falsy(select(3, send("hello")));
			assert.truthy(select(3, send("casino")));
		end);

		it("adds the mark after the message's other elements", function ()
			start(words);
			local message = st.message({ from = "juliet@localhost/balcony", to = "romeo@localhost" });
			message:tag("body"):text("an offer");
			server:deliver(message);
			assert.truthy(message:get_child("marked", xmlns_parts));
		end);

		it("finds words literally, ignoring case", function ()
			start { parts_drop = { "CASINO", "a.c" } };
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
			assert.same({}, server.options.parts_bounce);
			assert.same({}, server.options.parts_drop);
			assert.same({}, server.options.parts_mark);
		end);

		it("reads its options from the configuration", function ()
			start {
				parts_bounce = { "another text" };
				parts_drop = { "another text" };
				parts_mark = { "another text" };
			};
			assert.same({ "another text" }, server.options.parts_bounce);
			assert.same({ "another text" }, server.options.parts_drop);
			assert.same({ "another text" }, server.options.parts_mark);
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
