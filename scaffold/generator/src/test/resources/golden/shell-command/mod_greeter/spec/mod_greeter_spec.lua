-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in the global section.
		local function start(options)
			server = double.new { release = release, global_config = options, modules = { admin_shell = {} } };
			module = server:load(here.."../mod_greeter.lua");
		end

		-- Returns a command as the release's shell finds it.
		local function command(name)
			if not server:at_least("13.0") then
				return ((server.shared["/*/admin_shell/env"] or {}).greeter or {})[name];
			end
			for _, item in ipairs(server:items("shell-command", "*")) do
				if item.section == "greeter" and item.name == name then return item.handler; end
			end
		end

		it("greets somebody", function ()
			start { greeter_greeting = "Good day" };
			assert.same({ true, "Good day, Juliet!" }, { command("hello")({}, "Juliet") });
		end);

		it("greets nobody without a name", function ()
			start {};
			assert.is_nil((command("hello")({}, "")));
			local ok, err = command("hello")({});
			assert.is_nil(ok);
			assert.truthy(err:find("Specify whom", 1, true));
		end);

		it("counts users", function ()
			start {};
			server.prosody.hosts.localhost.sessions.juliet = {};
			assert.same({ true, "Users online on localhost: 1" }, { command("count")({}, "localhost") });
			server.prosody.hosts.rooms = {};
			assert.same({ true, "Users online on rooms: 0" }, { command("count")({}, "rooms") });
		end);

		it("reports an unknown host", function ()
			start {};
			assert.is_nil((command("count")({}, "nowhere")));
			assert.is_nil((command("count")({}, nil)));
		end);

		it("declares arguments", function ()
			start {};
			for _, item in ipairs(server:items("shell-command", "*")) do
				assert.equal("string", item.args[1].type);
			end
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.is_nil(command("hello"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("Hello", server.options.greeter_greeting);
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
