-- Run `busted` in the folder that holds mod_parts.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local json = dofile(here.."support/json.lua");

for _, release in ipairs { "13.0" } do
	describe("mod_parts on Prosody "..release, function ()
		local server, module, requests;

		-- Starts a server with these options in its host's section.
		local function start(options)
			requests = {};
			server = double.new {
				release = release, config = options, modules = { disco = {} }, everybody_may = true;
				libraries = { ["util.json"] = json, ["net.http"] = {
					request = function (url, settings, callback)
						table.insert(requests, { url = url, settings = settings, answer = callback });
					end;
				} };
			};
			module = server:load(here.."../mod_parts.lua");
		end

		local function login()
			local session = server:session("juliet@localhost/balcony");
			server:events("localhost").fire_event("resource-bind", { session = session });
			return session;
		end

		it("posts a login and a logout", function ()
			start { parts_url = "http://hook.example/", parts_tries = 5, parts_most_waiting = 9 };
			server:events("localhost").fire_event("resource-unbind", { session = login() });
			assert.equal(2, #requests);
			assert.equal("http://hook.example/", requests[1].url);
			assert.equal("POST", requests[1].settings.method);
			assert.equal("application/json", requests[1].settings.headers["Content-Type"]);
			local first, second = json.decode(requests[1].settings.body), json.decode(requests[2].settings.body);
			assert.equal("login", first.event);
			assert.equal("juliet@localhost", first.user);
			assert.equal("balcony", first.resource);
			assert.equal("number", type(first.time));
			assert.equal("logout", second.event);
		end);

		it("posts nothing without a URL", function ()
			start { parts_url = "" };
			login();
			assert.equal(0, #requests);
			start { parts_url = "http://hook.example/" };
			server:events("localhost").fire_event("resource-unbind", { session = {} }); -- without a user
			assert.equal(0, #requests);
		end);

		it("tries again after increasing pauses", function ()
			start { parts_url = "http://hook.example/", parts_pause = 60, parts_tries = 4 };
			login();
			requests[1].answer("moved", 301);
			server:advance(59);
			assert.equal(1, #requests);
			server:advance(1);
			assert.equal(2, #requests);
			requests[2].answer("connection refused", "no code");
			server:advance(119);
			assert.equal(2, #requests);
			server:advance(1);
			assert.equal(3, #requests);
			assert.equal(requests[1].settings.body, requests[3].settings.body);
			requests[3].answer("", 204);
			server:advance(1000);
			assert.equal(3, #requests);
			assert.is_nil(server:logged("warn"));
		end);

		it("drops an event after the last try", function ()
			start { parts_url = "http://hook.example/", parts_tries = 1 };
			login();
			requests[1].answer("connection refused", 0);
			server:advance(100000);
			assert.equal(1, #requests);
			assert.truthy(server:logged("warn", "Dropping an event after try 1"));
			start { parts_url = "http://hook.example/", parts_tries = 1, parts_most_waiting = 1 };
			login();
			requests[1].answer("error", 500);
			login();
			assert.equal(2, #requests);
		end);

		it("limits the number of pending events", function ()
			start { parts_url = "http://hook.example/", parts_most_waiting = 1 };
			login();
			login();
			assert.equal(1, #requests);
			requests[1].answer("", 200);
			login();
			assert.equal(2, #requests);
		end);

		it("does not pause longer than an hour", function ()
			start { parts_url = "http://hook.example/", parts_pause = 3000, parts_tries = 5 };
			login();
			requests[1].answer("error", 500);
			server:advance(3000);
			requests[2].answer("error", 500);
			server:advance(3600);
			assert.equal(3, #requests);
		end);

		it("passes pending events on when it is reloaded", function ()
			start { parts_url = "http://hook.example/", parts_pause = 60, parts_tries = 2, parts_most_waiting = 2 };
			login();
			login();
			requests[1].answer("error", 500);
			module = server:reload(module);
			assert.equal(4, #requests);
			requests[2].answer("error", 500); -- too late
			server:advance(1000);
			login();
			assert.equal(4, #requests);
			local body = requests[1].settings.body;
			for _, request in ipairs { requests[3], requests[4] } do
				assert.equal(body, request.settings.body);
				request.answer("", 200);
			end
			login();
			assert.equal(5, #requests);
		end);

		it("ignores answers that arrive after a reload", function ()
			start { parts_url = "http://hook.example/", parts_tries = 1, parts_most_waiting = 9 };
			login();
			module = server:reload(module);
			requests[1].answer("error", 500);
			assert.is_nil(server:logged("warn"));
		end);

		it("logs how many events are lost when it is unloaded", function ()
			start { parts_url = "http://hook.example/" };
			login();
			server:unload(module);
			assert.truthy(server:logged("warn", "Dropping 1 pending events"));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start { parts_url = "http://hook.example/", parts_tries = 5, parts_most_waiting = 9 };
			login();
			requests[1].answer("error", 500);
			server:unload(module);
			server:advance(100000);
			login();
			assert.equal(1, #requests);
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("", server.options.parts_url);
			assert.same(5, server.options.parts_tries);
			assert.same(5, server.options.parts_pause);
			assert.same(1000, server.options.parts_most_waiting);
		end);

		it("reads its options from the configuration", function ()
			start {
				parts_url = "another text";
				parts_tries = 1;
				parts_pause = "65 seconds";
				parts_most_waiting = 1;
			};
			assert.same("another text", server.options.parts_url);
			assert.same(1, server.options.parts_tries);
			assert.same(65, server.options.parts_pause);
			assert.same(1, server.options.parts_most_waiting);
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
