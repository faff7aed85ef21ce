-- Run `busted` in the folder that holds mod_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "util.stanza";
local new_pep = dofile(here.."support/pep.lua");

local xmlns_greeter = "urn:prosodykit:greeter:0";

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_greeter on Prosody "..release, function ()
		local server, module, pep;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options, modules = { pep = {} } };
			pep = new_pep(server);
			server.modules.pep = pep;
			module = server:load(here.."../mod_greeter.lua");
		end

		local function publish(username, child)
			local item = st.stanza("item", { xmlns = "http://jabber.org/protocol/pubsub" }):add_child(child);
			pep.get_pep_service(username):publish(xmlns_greeter.."#asked", username.."@localhost", "1", item);
			local answer = pep.get_pep_service(username).nodes[xmlns_greeter.."#answer"];
			return answer and answer:get_child_text("answer", xmlns_greeter);
		end

		local function asked(text)
			return st.stanza("asked", { xmlns = xmlns_greeter }):text(text);
		end

		it("answers what a user publishes", function ()
			start { greeter_prefix = "Seen:" };
			assert.equal("Seen: hello", publish("juliet", asked("hello")));
			assert.equal("Seen: again", publish("juliet", asked("again")));
		end);

		it("answers each user separately", function ()
			start { greeter_prefix = "Seen:" };
			publish("juliet", asked("hello"));
			assert.is_nil(pep.get_pep_service("romeo").nodes[xmlns_greeter.."#answer"]);
		end);

		it("answers nothing else", function ()
			start {};
			assert.is_nil(publish("juliet", st.stanza("other", { xmlns = "urn:example:other" })));
		end);

		it("reports an answer that cannot be published", function ()
			start {};
			pep.get_pep_service("juliet").refuses = xmlns_greeter.."#answer";
			publish("juliet", asked("hello"));
			assert.truthy(server:logged("error", "Cannot publish for juliet: forbidden"));
		end);

		it("finds services that exist when it is loaded", function ()
			start {};
			pep.get_pep_service("juliet");
			module = server:reload(module);
			assert.truthy(publish("juliet", asked("hello")));
		end);

		it("answers once, on behalf of the server", function ()
			start {};
			publish("juliet", asked("hello"));
			local service = pep.get_pep_service("juliet");
			assert.equal(2, service.publications);
			assert.equal(true, service.actors[xmlns_greeter.."#answer"]);
		end);

		it("ignores publications without an item", function ()
			start {};
			pep.get_pep_service("juliet"):publish(xmlns_greeter.."#asked", "juliet@localhost", "1", nil);
			assert.equal(1, pep.get_pep_service("juliet").publications);
		end);

		it("detaches from a service that is unloaded", function ()
			start {};
			local service = pep.get_pep_service("juliet");
			pep.forget("juliet");
			local item = st.stanza("item", { xmlns = "http://jabber.org/protocol/pubsub" }):add_child(asked("hello"));
			service:publish(xmlns_greeter.."#asked", "juliet@localhost", "1", item);
			assert.equal(1, service.publications);
		end);

		it("stops answering when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.is_nil(publish("juliet", asked("hello")));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("Seen:", server.options.greeter_prefix);
		end);

		it("reads its options from the configuration", function ()
			start {
				greeter_prefix = "another text";
			};
			assert.same("another text", server.options.greeter_prefix);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
