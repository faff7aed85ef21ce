-- Run `busted` in the folder that holds mod_ancient.lua.
-- luacheck: std +busted, no max line length

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";

local xmlns_ancient = "urn:prosodykit:ancient:0";

for _, release in ipairs { "0.11" } do
	describe("mod_ancient on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options };
			module = server:load(here.."../mod_ancient.lua");
		end

		local function ask(iq_type)
			local iq = st.iq { type = iq_type, id = "ancient1", from = "juliet@localhost/balcony", to = "localhost" }
				:tag("ancient", { xmlns = xmlns_ancient }):up();
			local replies = server:deliver(iq);
			assert.equal(1, #replies);
			return replies[1];
		end

		it("answers an iq get", function ()
			start {};
			local reply = ask("get");
			assert.equal("result", reply.attr.type);
			assert.equal("ancient1", reply.attr.id);
			assert.equal("localhost", reply.attr.from);
			assert.equal("juliet@localhost/balcony", reply.attr.to);
			assert.equal(1, #reply.tags);
			assert.equal("say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters", reply:get_child_text("ancient", xmlns_ancient));
		end);

		it("refuses an iq set", function ()
			start {};
			local reply = ask("set");
			assert.equal("error", reply.attr.type);
			assert.equal("service-unavailable", select(2, reply:get_error()));
		end);

		it("advertises its namespace", function ()
			start {};
			assert.equal(xmlns_ancient, server:items("feature")[1]);
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
			assert.same("no XML: \0001\001 and\rCR", server.options.ancient_note);
			assert.same("say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters", server.options.ancient_text);
			assert.same("`|`", server.options.ancient_mark);
			assert.same(true, server.options.ancient_open);
			assert.same(12, server.options.ancient_seats);
			assert.same(-2.5, server.options.ancient_heat);
			assert.same({ "soup", "a \"pie\"" }, server.options.ancient_dishes);
			assert.same({}, server.options.ancient_none);
		end);

		it("reads its options from the configuration", function ()
			start {
				ancient_note = "another text";
				ancient_text = "another text";
				ancient_mark = "another text";
				ancient_open = false;
				ancient_seats = 1;
				ancient_heat = 1.5;
				ancient_dishes = { "another text" };
				ancient_none = { "another text" };
			};
			assert.same("another text", server.options.ancient_note);
			assert.same("another text", server.options.ancient_text);
			assert.same("another text", server.options.ancient_mark);
			assert.same(false, server.options.ancient_open);
			assert.same(1, server.options.ancient_seats);
			assert.same(1.5, server.options.ancient_heat);
			assert.same({ "another text" }, server.options.ancient_dishes);
			assert.same({ "another text" }, server.options.ancient_none);
			assert.is_nil(server:logged("error"));
		end);

		it("answers with ancient_text, even after the configuration is reloaded", function ()
			start { ancient_text = "another text" };
			assert.equal("another text", ask("get"):get_child_text("ancient", xmlns_ancient));
			server:reconfigure { ancient_text = "a third" };
			assert.equal("a third", ask("get"):get_child_text("ancient", xmlns_ancient));
		end);
	end);
end
