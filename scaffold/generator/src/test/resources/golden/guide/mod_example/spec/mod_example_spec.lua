-- Run `busted` in the folder that holds mod_example.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "0.12", "13.0" } do
	describe("mod_example on Prosody "..release, function ()
		local server, module, exports;

		-- Starts a server with these options in the global section.
		local function start(options)
			server = double.new { release = release, global_config = options };
			module, exports = server:load(here.."../mod_example.lua");
		end

		it("is global", function ()
			start {};
			assert.equal("*", module.host);
		end);

		it("logs that it is loaded", function ()
			start {};
			assert.equal("Example module loaded", server:logged("info"));
		end);

		it("logs that it is unloaded", function ()
			start {};
			server:unload(module);
			assert.truthy(server:logged("info", "Example module unloaded"));
		end);

		it("can be reloaded", function ()
			start {};
			module = server:reload(module);
			assert.equal("*", module.host);
		end);

		it("has a default for each option", function ()
			start {};
			assert.same({}, server.options.example_config);
		end);

		it("reads its options from the global section", function ()
			start { example_config = { key = "value" } };
			assert.same({ key = "value" }, server.options.example_config);
		end);

		it("ignores options in a host's section", function ()
			server = double.new { release = release, config = { example_config = { key = "value" } } };
			server:load(here.."../mod_example.lua");
			assert.same({}, server.options.example_config);
		end);

		it("exports its API", function ()
			start {};
			assert.same({ version = "1.0.0", dependencies = { "core_module" }, status = "stable" }, exports);
		end);
	end);
end
