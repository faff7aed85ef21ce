-- Run `busted` in the folder that holds mod_kiosk.lua.
-- luacheck: std +busted, no max line length

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_kiosk on Prosody "..release, function ()
		local server, module, exports;

		-- Starts a server with these options in the global section.
		local function start(options)
			server = double.new { release = release, global_config = options };
			module, exports = server:load(here.."../mod_kiosk.lua");
		end

		it("is global", function ()
			start {};
			assert.equal("*", module.host);
		end);

		it("logs that it is loaded", function ()
			start {};
			assert.equal("Kiosk module loaded", server:logged("info"));
		end);

		it("logs that it is unloaded", function ()
			start {};
			server:unload(module);
			assert.truthy(server:logged("info", "Kiosk module unloaded"));
		end);

		it("can be reloaded", function ()
			start {};
			module = server:reload(module);
			assert.equal("*", module.host);
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("no XML: \0001\001 and\rCR", server.options.kiosk_note);
			assert.same("say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters", server.options.kiosk_text);
			assert.same("`|`", server.options.kiosk_mark);
			assert.same(true, server.options.kiosk_open);
			assert.same(12, server.options.kiosk_seats);
			assert.same(-2.5, server.options.kiosk_heat);
			assert.same({ "soup", "a \"pie\"" }, server.options.kiosk_dishes);
			assert.same({}, server.options.kiosk_none);
		end);

		it("reads its options from the configuration", function ()
			start {
				kiosk_note = "another text";
				kiosk_text = "another text";
				kiosk_mark = "another text";
				kiosk_open = false;
				kiosk_seats = 1;
				kiosk_heat = 1.5;
				kiosk_dishes = { "another text" };
				kiosk_none = { "another text" };
			};
			assert.same("another text", server.options.kiosk_note);
			assert.same("another text", server.options.kiosk_text);
			assert.same("another text", server.options.kiosk_mark);
			assert.same(false, server.options.kiosk_open);
			assert.same(1, server.options.kiosk_seats);
			assert.same(1.5, server.options.kiosk_heat);
			assert.same({ "another text" }, server.options.kiosk_dishes);
			assert.same({ "another text" }, server.options.kiosk_none);
			assert.is_nil(server:logged("error"));
		end);

		it("exports its API", function ()
			start {};
			assert.same({ version = "2.0.0", dependencies = { "core_module" }, status = "beta" }, exports);
		end);
	end);
end
