-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";

local xmlns_greeter = "urn:prosodykit:greeter:0";

for _, release in ipairs { "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options };
			module = server:load(here.."../mod_greeter.lua");
		end

		local function ask(iq_type)
			local iq = st.iq { type = iq_type, id = "greeter1", from = "juliet@localhost/balcony", to = "localhost" }
				:tag("greeter", { xmlns = xmlns_greeter }):up();
			local replies = server:deliver(iq);
			assert.equal(1, #replies);
			return replies[1];
		end

		it("answers an iq get", function ()
			start {};
			local reply = ask("get");
			assert.equal("result", reply.attr.type);
			assert.equal("greeter1", reply.attr.id);
			assert.equal("localhost", reply.attr.from);
			assert.equal("juliet@localhost/balcony", reply.attr.to);
			assert.equal(1, #reply.tags);
			assert.equal("hello", reply:get_child_text("greeter", xmlns_greeter));
		end);

		it("refuses an iq set", function ()
			start {};
			local reply = ask("set");
			assert.equal("error", reply.attr.type);
			assert.equal("service-unavailable", select(2, reply:get_error()));
		end);

		it("advertises its namespace", function ()
			start {};
			assert.equal(xmlns_greeter, server:items("feature")[1]);
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

		it("has a default for each option", function ()
			start {};
			assert.same("hello", server.options.greeter_text);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_text = "another text";
			};
			assert.same("another text", server.options.greeter_text);
			assert.is_nil(server:logged("error"));
		end);

		it("answers with greeter_text, even after the configuration is reloaded", function ()
			start { greeter_text = "another text" };
			assert.equal("another text", ask("get"):get_child_text("greeter", xmlns_greeter));
			server:reconfigure { greeter_text = "a third" };
			assert.equal("a third", ask("get"):get_child_text("greeter", xmlns_greeter));
		end);
	end);
end
