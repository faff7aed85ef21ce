-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";
local new_room = dofile(here.."support/muc.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module, room;

		-- Starts a server with these options in its room service's section.
		local function start(options)
			server = double.new { release = release, config = options, modules = { muc = {} } };
			module = server:load(here.."../mod_greeter.lua");
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
			start { greeter_greeting = "Hello from" };
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
			assert.same("Welcome to", server.options.greeter_greeting);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_greeting = "another text";
			};
			assert.same("another text", server.options.greeter_greeting);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
