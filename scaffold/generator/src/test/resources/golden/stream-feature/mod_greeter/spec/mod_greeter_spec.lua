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

		local function features(session)
			local list = st.stanza("features");
			server:events("localhost").fire_event("stream-features", { origin = session, features = list });
			return list;
		end

		local function enable(session, count)
			local handled = server:events("localhost").fire_event("stanza/"..xmlns_greeter..":enable", {
				origin = session, stanza = st.stanza("enable", { xmlns = xmlns_greeter, count = count });
			});
			assert.equal(true, handled);
			return session.sent[#session.sent];
		end

		it("is advertised to authenticated clients", function ()
			start { greeter_most = 5 };
			local feature = features(server:session("juliet@localhost/balcony")):get_child("greeter", xmlns_greeter);
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
			start { greeter_most = 5 };
			local session = server:session("juliet@localhost/balcony");
			local answer = enable(session, "3");
			assert.equal("enabled", answer.name);
			assert.equal("3", answer.attr.count);
			assert.truthy(enable(session, "3"):get_child("already-enabled"));
			assert.equal("5", enable(server:session("juliet@localhost/garden"), "5").attr.count);
		end);

		it("refuses other counts", function ()
			start { greeter_most = 5 };
			for _, count in ipairs { "0", "6", "1.5", "many", "-1" } do
				assert.truthy(enable(server:session("juliet@localhost/balcony"), count):get_child("bad-count"));
			end
			assert.truthy(enable(server:session("juliet@localhost/balcony")):get_child("bad-count"));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start { greeter_most = 5 };
			local session = server:session("juliet@localhost/balcony");
			server.prosody.hosts.localhost.sessions.juliet = { sessions = { balcony = session } };
			enable(session, "3");
			server:unload(module);
			assert.is_nil(session.greeter_count);
			assert.equal(0, #features(session).tags);
		end);

		it("has a default for each option", function ()
			start {};
			assert.same(10, server.options.greeter_most);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_most = 1;
			};
			assert.same(1, server.options.greeter_most);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
