-- Run `busted` in the folder that holds mod_parts.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_parts on Prosody "..release, function ()
		local server, module, exports;

		-- Starts a server with these options in the global section.
		local function start(options)
			server = double.new { release = release, global_config = options, modules = { disco = {} } };
			module, exports = server:load(here.."../mod_parts.lua");
		end

		it("is global", function ()
			start {};
			assert.equal("*", module.host);
		end);

		it("logs that it is loaded", function ()
			start {};
			assert.equal("Parts module loaded", server:logged("info"));
		end);

		it("logs that it is unloaded", function ()
			start {};
			server:unload(module);
			assert.truthy(server:logged("info", "Parts module unloaded"));
		end);

		it("can be reloaded", function ()
			start {};
			module = server:reload(module);
			assert.equal("*", module.host);
		end);

		it("has a default for each option", function ()
			start {};
			assert.same({}, server.options.parts_config);
		end);

		it("reads its options from the global section", function ()
			start { parts_config = { key = "value" } };
			assert.same({ key = "value" }, server.options.parts_config);
		end);

		it("ignores options in a host's section", function ()
			server = double.new { release = release, config = { parts_config = { key = "value" } }, modules = { disco = {} } };
			server:load(here.."../mod_parts.lua");
			assert.same({}, server.options.parts_config);
		end);

		it("exports its API", function ()
			start {};
			assert.same({ version = "1.0.0", dependencies = { "core_module" }, status = "stable" }, exports);
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

		it("registers the permission greet-all", function ()
			start {};
			assert.equal(server:at_least("13.0") and "prosody:admin" or nil, server.permissions["parts:greet-all"]);
		end);

		it("registers the permission look", function ()
			start {};
			assert.equal(server:at_least("13.0") and "prosody:registered" or nil, server.permissions["parts:look"]);
		end);

		it("handles server-stopping", function ()
			start {};
			server:events("*").fire_event("server-stopping", {
				reason = "restart";
			});
			assert.truthy(server:logged("debug", "Event server-stopping"));
		end);
	end);
end
