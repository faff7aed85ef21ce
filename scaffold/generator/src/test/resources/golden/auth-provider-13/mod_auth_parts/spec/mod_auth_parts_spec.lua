-- Run `busted` in the folder that holds mod_auth_parts.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "13.0" } do
	describe("mod_auth_parts on Prosody "..release, function ()
		local server, module;

		-- util.sasl passes its profile to the mechanisms; the double exposes it.
		local sasl = { new = function (realm, profile) return { realm = realm, profile = profile }; end };

		-- These do a small part of what the real ones do.
		local function nodeprep(name) return not name:find("[ @/]") and name:lower() or nil; end
		local function saslprep(text) return not text:find("%c") and text or nil; end

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options, libraries = {
				["util.sasl"] = sasl;
				["util.encodings"] = { stringprep = { nodeprep = nodeprep, saslprep = saslprep } };
				["util.hashes"] = { equals = function (one, other) return one == other; end };
			}, modules = { disco = {} }, everybody_may = true };
			module = server:load(here.."../mod_auth_parts.lua");
		end

		local users = { juliet = "right" };

		local function provider()
			return server:items("auth-provider")[1];
		end

		it("is registered under its name", function ()
			start {};
			assert.equal("parts", provider().name);
		end);

		it("knows its users and their passwords", function ()
			start { auth_parts_users = users };
			assert.truthy(provider().user_exists("juliet"));
			assert.falsy(provider().user_exists("romeo"));
			assert.truthy(provider().test_password("juliet", "right"));
			assert.same({ nil, "not-authorized" }, { provider().test_password("juliet", "wrong") });
			assert.falsy((provider().test_password("romeo", nil)));
			assert.is_nil(provider().get_password("romeo"));
			local names = {};
			for name in provider().users() do table.insert(names, name); end
			assert.same({ "juliet" }, names);
		end);

		it("gives SASL the password of a user", function ()
			start { auth_parts_users = users };
			local handler = provider().get_sasl_handler();
			assert.equal("localhost", handler.realm);
			assert.same({ "right", true }, { handler.profile.plain(handler, "juliet", "localhost") });
			assert.same({ "" }, { handler.profile.plain(handler, "romeo", "localhost") });
		end);

		it("ignores the case of user names", function ()
			start { auth_parts_users = { Juliet = "right" } };
			assert.truthy(provider().test_password("juliet", "right"));
		end);

		it("does not let anybody change accounts", function ()
			start { auth_parts_users = users };
			assert.falsy((provider().create_user("romeo", "x")));
			assert.falsy((provider().set_password("juliet", "x")));
			assert.falsy((provider().delete_user("juliet")));
			assert.equal("right", provider().get_password("juliet"));
		end);

		it("reads the users again when the configuration is reloaded", function ()
			start { auth_parts_users = users };
			server:reconfigure { auth_parts_users = { romeo = "rose" } };
			assert.falsy(provider().user_exists("juliet"));
			assert.truthy(provider().test_password("romeo", "rose"));
		end);

		it("reports what is not a table of passwords", function ()
			start { auth_parts_users = "juliet" };
			assert.truthy(server:logged("error", "is not a table"));
			for _, wrong in ipairs { { "juliet" }, { juliet = 1 }, { juliet = "" }, { juliet = "\n" }, { ["juliet@"] = "x" } } do
				start { auth_parts_users = wrong };
				assert.truthy(server:logged("error", "not a name and a password"));
				assert.falsy(provider().user_exists("juliet"));
			end
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.is_nil(provider());
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
			assert.equal("prosody:admin", server.permissions["auth_parts:greet-all"]);
		end);

		it("registers the permission look", function ()
			start {};
			assert.equal("prosody:registered", server.permissions["auth_parts:look"]);
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
