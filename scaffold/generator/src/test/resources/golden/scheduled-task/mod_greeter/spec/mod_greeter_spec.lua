-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options };
			module = server:load(here.."../mod_greeter.lua");
		end

		-- Makes the server run the task when it is due.
		local function pass(seconds)
			if server:at_least("0.12") then
				local task = server:items("task")[1];
				if task then task.run(); end
			end
			server:advance(seconds);
		end

		it("runs the task", function ()
			start {};
			pass(10);
			assert.truthy(server:logged("info", "Runs so far: 1"));
		end);

		it("is registered with the configured frequency", function ()
			start { greeter_when = "hourly" };
			if server:at_least("0.12") then
				assert.equal("hourly", server:items("task")[1].when);
			else
				server:advance(3700);
				assert.truthy(server:logged("info", "Runs so far: 2"));
			end
		end);

		it("rejects other frequencies", function ()
			start { greeter_when = "sometimes" };
			assert.truthy(server:logged("error"));
			pass(10);
			assert.truthy(server:logged("info", "Runs so far: 1"));
		end);

		it("keeps the count across a reload", function ()
			start {};
			pass(10);
			module = server:reload(module);
			assert.truthy(server:logged("info", "Runs before: 1"));
		end);

		it("does not run again before it is due", function ()
			start { greeter_when = "hourly" };
			pass(10);
			server:reload(module);
			if not server:at_least("0.12") then -- later releases take care of that
				server:advance(3500);
				assert.is_nil(server:logged("info", "Runs so far: 2"));
				server:advance(200);
				assert.truthy(server:logged("info", "Runs so far: 2"));
			end
		end);

		it("does not start from scratch if the count cannot be read", function ()
			start {};
			pass(10);
			server.read_error = "file is damaged";
			server:reload(module);
			pass(100000);
			assert.truthy(server:logged("error", "file is damaged"));
			server.read_error = nil;
			pass(100000);
			assert.truthy(server:logged("info", "Runs so far: 2"));
		end);

		it("reports that a run could not be recorded", function ()
			start {};
			server.store_error = "disk is full";
			pass(10);
			assert.truthy(server:logged("error", "disk is full"));
			assert.is_nil(server:logged("info", "Runs so far"));
		end);

		it("stops running when it is unloaded", function ()
			start {};
			server:unload(module);
			pass(100000);
			assert.is_nil(server:logged("info", "Runs so far"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("daily", server.options.greeter_when);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_when = "hourly";
			};
			assert.same("hourly", server.options.greeter_when);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
