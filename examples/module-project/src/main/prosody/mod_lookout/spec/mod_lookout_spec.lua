-- Run `busted` in the folder that holds mod_lookout.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_lookout on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options };
			module = server:load(here.."../mod_lookout.lua");
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
			start { lookout_greeting = "Online:" };
			assert.equal("Online: 1", join("one").sent[1]:get_child_text("body"));
			local second = join("two").sent[1];
			assert.equal("Online: 2", second:get_child_text("body"));
			assert.equal("headline", second.attr.type);
			assert.equal("juliet@localhost/two", second.attr.to);
		end);

		it("forgets a session that ends", function ()
			start { lookout_greeting = "Online:" };
			leave(join("one"));
			assert.equal("Online: 1", join("two").sent[1]:get_child_text("body"));
		end);

		it("forgets a session that becomes unavailable", function ()
			start { lookout_greeting = "Online:" };
			local session = join("one");
			server:events("localhost").add_handler("pre-presence/bare", function () return true; end); -- stops it
			server:deliver(st.presence({ type = "unavailable" }), session);
			assert.equal("Online: 1", join("two").sent[1]:get_child_text("body"));
		end);

		it("keeps a session that is unavailable to one contact only", function ()
			start { lookout_greeting = "Online:" };
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
			start { lookout_greeting = "Online:" };
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
			start { lookout_greeting = "Online:" };
			local idle = server:session("juliet@localhost/idle");
			server.prosody.hosts.localhost.sessions.juliet = { sessions = { one = join("one"), idle = idle } };
			module = server:reload(module);
			assert.equal("Online: 2", join("two").sent[1]:get_child_text("body"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("Clients online:", server.options.lookout_greeting);
		end);

		it("reads its options from the configuration", function ()
			start {
				lookout_greeting = "another text";
			};
			assert.same("another text", server.options.lookout_greeting);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
