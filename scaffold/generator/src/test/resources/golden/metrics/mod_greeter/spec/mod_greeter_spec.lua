-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";
local statistics = dofile(here.."support/statistics.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module, kept;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options, extensions = statistics };
			kept = server.extensions.values;
			module = server:load(here.."../mod_greeter.lua");
		end

		local function say(text, to)
			server:deliver(st.message({ from = "juliet@localhost/balcony", to = to }, text));
		end

		local function appear(session)
			server:events("localhost").fire_event("presence/initial", { origin = session, stanza = st.presence() });
		end

		it("counts messages", function ()
			start {};
			say("hello", "romeo@localhost");
			say("hello again", "romeo@localhost/garden");
			assert.same({ 1, 1 }, kept.messages);
		end);

		it("counts messages that other modules stop", function ()
			start {};
			for _, event in ipairs { "message/bare", "message/full" } do
				server:events("localhost").add_handler(event, function () return true; end, 50);
			end
			say("hello", "romeo@localhost");
			say("hello again", "romeo@localhost/garden");
			assert.same({ 1, 1 }, kept.messages);
		end);

		it("does not count messages without a text", function ()
			start {};
			say(nil, "romeo@localhost");
			assert.is_nil(kept.messages);
		end);

		it("times logins", function ()
			start {};
			local session = server:session("juliet@localhost/balcony");
			server:advance(5);
			server:events("localhost").fire_event("resource-bind", { session = session });
			server:advance(3);
			appear(session);
			appear(session);
			assert.same({ 3 }, kept.login);
			if server:at_least("0.12") then
				assert.equal("seconds", server.extensions.units.login);
			end
		end);

		it("does not time sessions that logged in before it was loaded", function ()
			start {};
			appear(server:session("juliet@localhost/x"));
			assert.is_nil(kept.login);
		end);

		it("stops counting when it is unloaded", function ()
			start {};
			server:unload(module);
			say("hello", "romeo@localhost");
			assert.is_nil(kept.messages);
		end);
	end);
end
