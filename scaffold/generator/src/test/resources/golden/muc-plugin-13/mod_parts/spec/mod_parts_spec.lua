-- Run `busted` in the folder that holds mod_parts.lua.
-- luacheck: std +busted, no max line length

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "prosody.util.stanza";
local new_room = dofile(here.."support/muc.lua");

for _, release in ipairs { "13.0" } do
	describe("mod_parts on Prosody "..release, function ()
		local server, module, room;

		-- Starts a server with these options in its room service's section.
		local function start(options)
			server = double.new { release = release, config = options, modules = { muc = {}, disco = {} }, everybody_may = true };
			module = server:load(here.."../mod_parts.lua");
			room = new_room("garden@localhost");
		end

		local function fire(event, stanza)
			local data = { room = room, origin = server:session("juliet@localhost/balcony"), stanza = stanza };
			return server:events("localhost").fire_event(event, data);
		end

		local function say(text)
			return fire("muc-occupant-groupchat", st.message({ from = "juliet@localhost/balcony", type = "groupchat" }, text));
		end

		it("names a new room after its address", function ()
			start {};
			fire("muc-room-created");
			assert.equal("garden", room.name);
		end);

		it("keeps the name of a room that has one", function ()
			start {};
			room.name = "The garden";
			fire("muc-room-created");
			assert.equal("The garden", room.name);
		end);

		it("greets occupants who join", function ()
			start { parts_greeting = "Hello from" };
			fire("muc-occupant-joined", st.presence({ from = "juliet@localhost/balcony" }));
			assert.equal(1, #room.routed);
			assert.equal("juliet@localhost/balcony", room.routed[1].attr.to);
			assert.equal("Hello from garden@localhost", room.routed[1]:get_child_text("body"));
		end);

		it("does not greet occupants whom another module lets in", function ()
			start {};
			server:events("localhost").fire_event("muc-occupant-joined", { room = room });
			assert.equal(0, #room.routed);
		end);

		it("counts messages and answers !count", function ()
			start {};
			assert.is_nil(say("hello"));
			assert.is_nil(say("is anybody here?"));
			assert.is_nil(say(nil));
			assert.equal(true, say("!count"));
			assert.equal("Messages so far: 2", room.routed[1]:get_child_text("body"));
		end);

		it("continues counting in a room that is loaded again", function ()
			start {};
			say("hello");
			local data = room._data;
			room = new_room("garden@localhost", data);
			say("!count");
			assert.equal("Messages so far: 1", room.routed[1]:get_child_text("body"));
		end);

		it("counts each room separately", function ()
			start {};
			say("hello");
			room = new_room("garden@localhost");
			say("!count");
			assert.equal("Messages so far: 0", room.routed[1]:get_child_text("body"));
		end);

		it("greets after the room has announced the new occupant", function ()
			start {};
			assert.truthy(server.dependencies.muc);
			local greeted_before;
			server:events("localhost").add_handler("muc-occupant-joined", function ()
				greeted_before = #room.routed > 0;
			end);
			fire("muc-occupant-joined", st.presence({ from = "juliet@localhost/balcony" }));
			assert.equal(false, greeted_before);
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.is_nil(say("!count"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("Welcome to", server.options.parts_greeting);
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
