-- Run `busted` in the folder that holds mod_parts.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "13.0" } do
	describe("mod_parts on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options, modules = { disco = {} }, everybody_may = true };
			module = server:load(here.."../mod_parts.lua");
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
			start { parts_when = "hourly" };
			if server:at_least("0.12") then
				assert.equal("hourly", server:items("task")[1].when);
			else
				server:advance(3700);
				assert.truthy(server:logged("info", "Runs so far: 2"));
			end
		end);

		it("rejects other frequencies", function ()
			start { parts_when = "sometimes" };
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
			start { parts_when = "hourly" };
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
			assert.same("daily", server.options.parts_when);
		end);

		it("reads its options from the configuration", function ()
			start {
				parts_when = "hourly";
			};
			assert.same("hourly", server.options.parts_when);
			assert.is_nil(server:logged("error"));
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

		it("advertises its features", function ()
			start {};
			local announced = {};
			for _, feature in ipairs(server:items("feature")) do announced[feature] = true; end
			assert.truthy(announced["urn:example:more:0"]);
		end);

		it("opens the store parts_notes", function ()
			start {};
			assert.truthy(server.stores.parts_notes);
		end);

		it("opens the store parts_log", function ()
			start {};
			assert.truthy(server.stores.parts_log);
		end);

		it("registers the permission greet-all", function ()
			start {};
			assert.equal("prosody:admin", server.permissions["parts:greet-all"]);
		end);

		it("registers the permission look", function ()
			start {};
			assert.equal("prosody:registered", server.permissions["parts:look"]);
		end);

		it("handles server-stopping", function ()
			start {};
			server:events("*").fire_event("server-stopping", {
				reason = "restart";
			});
			assert.truthy(server:logged("debug", "Event server-stopping"));
		end);

		it("handles message/bare", function ()
			start {};
			local stanzas = require("prosody.util.stanza");
			server:events(module.host).fire_event("message/bare", {
				stanza = stanzas.message({ from = "juliet@localhost/balcony", to = "localhost", type = "chat" });
				origin = server:session("juliet@localhost/balcony");
			});
			assert.truthy(server:logged("debug", "Event message/bare"));
		end);

		it("handles message/host", function ()
			start {};
			server.everybody_may = false;
			server.admins["juliet@localhost"] = true;
			local stanzas = require("prosody.util.stanza");
			server:events(module.host).fire_event("message/host", {
				stanza = stanzas.message({ from = "juliet@localhost/balcony", to = "localhost", type = "chat" });
				origin = server:session("juliet@localhost/balcony");
			});
			assert.truthy(server:logged("debug", "Event message/host"));
		end);

		it("requires a permission for message/host", function ()
			start {};
			server.everybody_may = false;
			local session = server:session("stranger@elsewhere.example/street");
			local stanzas = require("prosody.util.stanza");
			for _, type in ipairs { "chat", "error" } do
				server:events(module.host).fire_event("message/host", {
					stanza = stanzas.message({ from = session.full_jid, to = "localhost", type = type });
					origin = session;
				});
			end
			local errors = {};
			for _, reply in ipairs(session.sent) do
				if reply.attr.type == "error" then table.insert(errors, (select(2, reply:get_error()))); end
			end
			assert.same({ "forbidden" }, errors); -- an error must not cause another
		end);

		it("handles message/full", function ()
			start {};
			server.everybody_may = false;
			server.admins["juliet@localhost"] = true;
			local stanzas = require("prosody.util.stanza");
			server:events(module.host).fire_event("message/full", {
				stanza = stanzas.message({ from = "juliet@localhost/balcony", to = "localhost", type = "chat" });
				origin = server:session("juliet@localhost/balcony");
			});
			assert.truthy(server:logged("debug", "Event message/full"));
		end);

		it("requires a permission for message/full", function ()
			start {};
			server.everybody_may = false;
			local session = server:session("stranger@elsewhere.example/street");
			local stanzas = require("prosody.util.stanza");
			for _, type in ipairs { "chat", "error" } do
				server:events(module.host).fire_event("message/full", {
					stanza = stanzas.message({ from = session.full_jid, to = "localhost", type = type });
					origin = session;
				});
			end
			local errors = {};
			for _, reply in ipairs(session.sent) do
				if reply.attr.type == "error" then table.insert(errors, (select(2, reply:get_error()))); end
			end
			assert.same({ "forbidden" }, errors); -- an error must not cause another
		end);

		it("handles message/bare", function ()
			start {};
			server.everybody_may = false;
			server.admins["juliet@localhost"] = true;
			local stanzas = require("prosody.util.stanza");
			server:events(module.host).fire_event("message/bare", {
				stanza = stanzas.message({ from = "juliet@localhost/balcony", to = "localhost", type = "chat" });
				origin = server:session("juliet@localhost/balcony");
			});
			assert.truthy(server:logged("debug", "Event message/bare"));
		end);

		it("requires a permission for message/bare", function ()
			start {};
			server.everybody_may = false;
			local session = server:session("stranger@elsewhere.example/street");
			local stanzas = require("prosody.util.stanza");
			for _, type in ipairs { "chat", "error" } do
				server:events(module.host).fire_event("message/bare", {
					stanza = stanzas.message({ from = session.full_jid, to = "localhost", type = type });
					origin = session;
				});
			end
			local errors = {};
			for _, reply in ipairs(session.sent) do
				if reply.attr.type == "error" then table.insert(errors, (select(2, reply:get_error()))); end
			end
			assert.same({ "forbidden" }, errors); -- an error must not cause another
		end);

	end);
end
