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

		local function features(session)
			local list = st.stanza("features");
			server:events("localhost").fire_event("stream-features", { origin = session, features = list });
			return list;
		end

		local function enable(session, count)
			local handled = server:events("localhost").fire_event("stanza/"..xmlns_parts..":enable", {
				origin = session, stanza = st.stanza("enable", { xmlns = xmlns_parts, count = count });
			});
			assert.equal(true, handled);
			return session.sent[#session.sent];
		end

		it("is advertised to authenticated clients", function ()
			start { parts_most = 5 };
			local feature = features(server:session("juliet@localhost/balcony")):get_child("parts", xmlns_parts);
			assert.equal("5", feature:get_child_text("most"));
		end);

		it("is not advertised to others", function ()
			start {};
			local session = server:session("juliet@localhost/balcony");
			session.type = "c2s_unauthed";
			assert.equal(0, #features(session).tags);
			assert.truthy(enable(session, "1"):get_child("not-authorized"));
		end);

		it("can be enabled once", function ()
			start { parts_most = 5 };
			local session = server:session("juliet@localhost/balcony");
			local answer = enable(session, "3");
			assert.equal("enabled", answer.name);
			assert.equal("3", answer.attr.count);
			assert.truthy(enable(session, "3"):get_child("already-enabled"));
			assert.equal("5", enable(server:session("juliet@localhost/garden"), "5").attr.count);
		end);

		it("refuses other counts", function ()
			start { parts_most = 5 };
			for _, count in ipairs { "0", "6", "1.5", "many", "-1" } do
				assert.truthy(enable(server:session("juliet@localhost/balcony"), count):get_child("bad-count"));
			end
			assert.truthy(enable(server:session("juliet@localhost/balcony")):get_child("bad-count"));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start { parts_most = 5 };
			local session = server:session("juliet@localhost/balcony");
			server.prosody.hosts.localhost.sessions.juliet = { sessions = { balcony = session } };
			enable(session, "3");
			server:unload(module);
			assert.is_nil(session.parts_count);
			assert.equal(0, #features(session).tags);
		end);

		it("has a default for each option", function ()
			start {};
			assert.same(10, server.options.parts_most);
		end);

		it("reads its options from the configuration", function ()
			start {
				parts_most = 1;
			};
			assert.same(1, server.options.parts_most);
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
