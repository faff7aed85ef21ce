-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local json = dofile(here.."support/json.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module, requests;

		-- Starts a server with these options in its host's section.
		local function start(options)
			requests = {};
			server = double.new {
				release = release, config = options;
				libraries = { ["util.json"] = json, ["net.http"] = {
					request = function (url, settings, callback)
						table.insert(requests, { url = url, settings = settings, answer = callback });
					end;
				} };
			};
			module = server:load(here.."../mod_greeter.lua");
		end

		local function login()
			local session = server:session("juliet@localhost/balcony");
			server:events("localhost").fire_event("resource-bind", { session = session });
			return session;
		end

		it("posts a login and a logout", function ()
			start { greeter_url = "http://hook.example/", greeter_tries = 5, greeter_most_waiting = 9 };
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
			start { greeter_url = "" };
			login();
			assert.equal(0, #requests);
			start { greeter_url = "http://hook.example/" };
			server:events("localhost").fire_event("resource-unbind", { session = {} }); -- without a user
			assert.equal(0, #requests);
		end);

		it("tries again after increasing pauses", function ()
			start { greeter_url = "http://hook.example/", greeter_pause = 60, greeter_tries = 4 };
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
			start { greeter_url = "http://hook.example/", greeter_tries = 1 };
			login();
			requests[1].answer("connection refused", 0);
			server:advance(100000);
			assert.equal(1, #requests);
			assert.truthy(server:logged("warn", "Dropping an event after try 1"));
			start { greeter_url = "http://hook.example/", greeter_tries = 1, greeter_most_waiting = 1 };
			login();
			requests[1].answer("error", 500);
			login();
			assert.equal(2, #requests);
		end);

		it("limits the number of pending events", function ()
			start { greeter_url = "http://hook.example/", greeter_most_waiting = 1 };
			login();
			login();
			assert.equal(1, #requests);
			requests[1].answer("", 200);
			login();
			assert.equal(2, #requests);
		end);

		it("does not pause longer than an hour", function ()
			start { greeter_url = "http://hook.example/", greeter_pause = 3000, greeter_tries = 5 };
			login();
			requests[1].answer("error", 500);
			server:advance(3000);
			requests[2].answer("error", 500);
			server:advance(3600);
			assert.equal(3, #requests);
		end);

		it("passes pending events on when it is reloaded", function ()
			start { greeter_url = "http://hook.example/", greeter_pause = 60, greeter_tries = 2, greeter_most_waiting = 2 };
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
			start { greeter_url = "http://hook.example/", greeter_tries = 1, greeter_most_waiting = 9 };
			login();
			module = server:reload(module);
			requests[1].answer("error", 500);
			assert.is_nil(server:logged("warn"));
		end);

		it("logs how many events are lost when it is unloaded", function ()
			start { greeter_url = "http://hook.example/" };
			login();
			server:unload(module);
			assert.truthy(server:logged("warn", "Dropping 1 pending events"));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start { greeter_url = "http://hook.example/", greeter_tries = 5, greeter_most_waiting = 9 };
			login();
			requests[1].answer("error", 500);
			server:unload(module);
			server:advance(100000);
			login();
			assert.equal(1, #requests);
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("", server.options.greeter_url);
			assert.same(5, server.options.greeter_tries);
			assert.same(5, server.options.greeter_pause);
			assert.same(1000, server.options.greeter_most_waiting);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_url = "another text";
				greeter_tries = 1;
				greeter_pause = 65;
				greeter_most_waiting = 1;
			};
			assert.same("another text", server.options.greeter_url);
			assert.same(1, server.options.greeter_tries);
			assert.same(65, server.options.greeter_pause);
			assert.same(1, server.options.greeter_most_waiting);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
