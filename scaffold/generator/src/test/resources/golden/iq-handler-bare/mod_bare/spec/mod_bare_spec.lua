-- Run `busted` in the folder that holds mod_bare.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";

local xmlns_bare = "urn:prosodykit:bare:0";

for _, release in ipairs { "0.12", "13.0" } do
	describe("mod_bare on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options };
			module = server:load(here.."../mod_bare.lua");
		end

		local function ask(iq_type)
			local iq = st.iq { type = iq_type, id = "bare1", from = "juliet@localhost/balcony", to = "localhost" }
				:tag("bare", { xmlns = xmlns_bare }):up();
			local replies = server:deliver(iq);
			assert.equal(1, #replies);
			return replies[1];
		end

		it("answers an iq get", function ()
			start {};
			local reply = ask("get");
			assert.equal("result", reply.attr.type);
			assert.equal("bare1", reply.attr.id);
			assert.equal("localhost", reply.attr.from);
			assert.equal("juliet@localhost/balcony", reply.attr.to);
			assert.equal(1, #reply.tags);
			assert.truthy(reply:get_child("bare", xmlns_bare));
		end);

		it("refuses an iq set", function ()
			start {};
			local reply = ask("set");
			assert.equal("error", reply.attr.type);
			assert.equal("service-unavailable", select(2, reply:get_error()));
		end);

		it("advertises its namespace", function ()
			start {};
			assert.equal(xmlns_bare, server:items("feature")[1]);
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.same({}, server:items("feature"));
			assert.equal("error", ask("get").attr.type);
		end);

		it("answers after a reload", function ()
			start {};
			module = server:reload(module);
			assert.equal("result", ask("get").attr.type);
		end);
	end);
end
