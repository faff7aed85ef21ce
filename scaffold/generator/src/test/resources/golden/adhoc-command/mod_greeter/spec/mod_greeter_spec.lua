-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local adhoc = dofile(here.."support/adhoc.lua");

local xmlns_greeter = "urn:prosodykit:greeter:0";

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new {
				release = release, config = options, modules = { adhoc = {} };
				libraries = { ["util.dataforms"] = adhoc.dataforms };
				parts = { adhoc = { new = adhoc.library } };
			};
			module = server:load(here.."../mod_greeter.lua");
		end

		local text = { greeter_text = "hello" };

		local function command()
			return server:items("adhoc-provider")[1];
		end

		local function run(form, state)
			local data = { action = "execute", from = "admin@localhost/desk", form = form };
			return command():handler(data, state);
		end

		it("is a command for administrators", function ()
			start {};
			assert.equal(xmlns_greeter, command().node);
			assert.equal("admin", command().permission);
		end);

		it("shows a form with the current text", function ()
			start(text);
			local step, state = run();
			assert.equal("executing", step.status);
			assert.same({ "complete", default = "complete" }, step.actions);
			assert.equal("hello", step.form.values.text);
			assert.truthy(state);
		end);

		it("sets the text and stores it", function ()
			start {};
			local step = run({ text = "good day" }, "asked");
			assert.equal("completed", step.status);
			assert.equal("The text is now: good day", step.info);
			module = server:reload(module);
			assert.equal("good day", run().form.values.text);
		end);

		it("requires a form with a text", function ()
			start(text);
			assert.truthy(run(nil, "asked").error);
			assert.truthy(run({}, "asked").error);
			assert.truthy(run({ text = "" }, "asked").error);
			assert.truthy(run({ text = "x", errors = { text = "no text" } }, "asked").error);
			assert.equal("hello", run().form.values.text);
		end);

		it("can be canceled", function ()
			start {};
			assert.equal("canceled", command():handler({ action = "cancel" }, "asked").status);
		end);

		it("reports that the text could not be stored", function ()
			start(text);
			server.store_error = "disk is full";
			assert.truthy(run({ text = "good day" }, "asked").error);
			assert.truthy(server:logged("error", "disk is full"));
			assert.equal("hello", run().form.values.text);
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.is_nil(command());
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

	end);
end
