-- Run `busted` in the folder that holds mod_parts.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "prosody.util.stanza";

for _, release in ipairs { "13.0" } do
	describe("mod_parts on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options, modules = { disco = {} }, everybody_may = true };
			module = server:load(here.."../mod_parts.lua");
		end

		-- Makes a client available.
		local function join(resource)
			local session = server:session("juliet@localhost/"..resource);
			session.presence = st.presence();
			server:events("localhost").fire_event("presence/initial", { origin = session, stanza = session.presence });
			return session;
		end

		local function leave(session)
			server:events("localhost").fire_event("resource-unbind", { session = session });
		end

		it("tells how many clients are online", function ()
			start { parts_greeting = "Online:" };
			assert.equal("Online: 1", join("one").sent[1]:get_child_text("body"));
			local second = join("two").sent[1];
			assert.equal("Online: 2", second:get_child_text("body"));
			assert.equal("headline", second.attr.type);
			assert.equal("juliet@localhost/two", second.attr.to);
		end);

		it("forgets a session that ends", function ()
			start { parts_greeting = "Online:" };
			leave(join("one"));
			assert.equal("Online: 1", join("two").sent[1]:get_child_text("body"));
		end);

		it("forgets a session that becomes unavailable", function ()
			start { parts_greeting = "Online:" };
			local session = join("one");
			server:events("localhost").add_handler("pre-presence/bare", function () return true; end); -- stops it
			server:deliver(st.presence({ type = "unavailable" }), session);
			assert.equal("Online: 1", join("two").sent[1]:get_child_text("body"));
		end);

		it("keeps a session that is unavailable to one contact only", function ()
			start { parts_greeting = "Online:" };
			local session = join("one");
			server:deliver(st.presence({ to = "romeo@localhost", type = "unavailable" }), session);
			assert.equal("Online: 2", join("two").sent[1]:get_child_text("body"));
		end);

		it("ignores a session that was never available", function ()
			start {};
			leave(server:session("juliet@localhost/one"));
			assert.is_nil(server:logged("debug", "not available any more"));
		end);

		it("keeps a session that changes its status", function ()
			start { parts_greeting = "Online:" };
			local session = join("one");
			server:deliver(st.presence():text_tag("show", "away"), session);
			assert.equal("Online: 2", join("two").sent[1]:get_child_text("body"));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.equal(0, #join("one").sent);
		end);

		it("finds the available sessions after a reload", function ()
			start { parts_greeting = "Online:" };
			local idle = server:session("juliet@localhost/idle");
			server.prosody.hosts.localhost.sessions.juliet = { sessions = { one = join("one"), idle = idle } };
			module = server:reload(module);
			assert.equal("Online: 2", join("two").sent[1]:get_child_text("body"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("Clients online:", server.options.parts_greeting);
		end);

		it("reads its options from the configuration", function ()
			start {
				parts_greeting = "another text";
			};
			assert.same("another text", server.options.parts_greeting);
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
