-- Run `busted` in the folder that holds mod_auth_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_auth_greeter on Prosody "..release, function ()
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
			} };
			module = server:load(here.."../mod_auth_greeter.lua");
		end

		local users = { juliet = "right" };

		local function provider()
			return server:items("auth-provider")[1];
		end

		it("is registered under its name", function ()
			start {};
			assert.equal("greeter", provider().name);
		end);

		it("knows its users and their passwords", function ()
			start { auth_greeter_users = users };
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
			start { auth_greeter_users = users };
			local handler = provider().get_sasl_handler();
			assert.equal("localhost", handler.realm);
			assert.same({ "right", true }, { handler.profile.plain(handler, "juliet", "localhost") });
			assert.same({ "" }, { handler.profile.plain(handler, "romeo", "localhost") });
		end);

		it("ignores the case of user names", function ()
			start { auth_greeter_users = { Juliet = "right" } };
			assert.truthy(provider().test_password("juliet", "right"));
		end);

		it("does not let anybody change accounts", function ()
			start { auth_greeter_users = users };
			assert.falsy((provider().create_user("romeo", "x")));
			assert.falsy((provider().set_password("juliet", "x")));
			assert.falsy((provider().delete_user("juliet")));
			assert.equal("right", provider().get_password("juliet"));
		end);

		it("reads the users again when the configuration is reloaded", function ()
			start { auth_greeter_users = users };
			server:reconfigure { auth_greeter_users = { romeo = "rose" } };
			assert.falsy(provider().user_exists("juliet"));
			assert.truthy(provider().test_password("romeo", "rose"));
		end);

		it("reports what is not a table of passwords", function ()
			start { auth_greeter_users = "juliet" };
			assert.truthy(server:logged("error", "is not a table"));
			for _, wrong in ipairs { { "juliet" }, { juliet = 1 }, { juliet = "" }, { juliet = "\n" }, { ["juliet@"] = "x" } } do
				start { auth_greeter_users = wrong };
				assert.truthy(server:logged("error", "not a name and a password"));
				assert.falsy(provider().user_exists("juliet"));
			end
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.is_nil(provider());
		end);
	end);
end
