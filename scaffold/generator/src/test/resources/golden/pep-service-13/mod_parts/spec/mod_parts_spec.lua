-- Run `busted` in the folder that holds mod_parts.lua.
-- luacheck: std +busted, no max line length

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local st = require "prosody.util.stanza";
local new_pep = dofile(here.."support/pep.lua");

local xmlns_parts = "urn:prosodykit:parts:0";

for _, release in ipairs { "13.0" } do
	describe("mod_parts on Prosody "..release, function ()
		local server, module, pep;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new { release = release, config = options, modules = { pep = {}, disco = {} }, everybody_may = true };
			pep = new_pep(server);
			server.modules.pep = pep;
			module = server:load(here.."../mod_parts.lua");
		end

		local function publish(username, child)
			local item = st.stanza("item", { xmlns = "http://jabber.org/protocol/pubsub" }):add_child(child);
			pep.get_pep_service(username):publish(xmlns_parts.."#asked", username.."@localhost", "1", item);
			local answer = pep.get_pep_service(username).nodes[xmlns_parts.."#answer"];
			return answer and answer:get_child_text("answer", xmlns_parts);
		end

		local function asked(text)
			return st.stanza("asked", { xmlns = xmlns_parts }):text(text);
		end

		it("answers what a user publishes", function ()
			start { parts_prefix = "Seen:" };
			assert.equal("Seen: hello", publish("juliet", asked("hello")));
			assert.equal("Seen: again", publish("juliet", asked("again")));
		end);

		it("answers each user separately", function ()
			start { parts_prefix = "Seen:" };
			publish("juliet", asked("hello"));
			assert.is_nil(pep.get_pep_service("romeo").nodes[xmlns_parts.."#answer"]);
		end);

		it("answers nothing else", function ()
			start {};
			assert.is_nil(publish("juliet", st.stanza("other", { xmlns = "urn:example:other" })));
		end);

		it("reports an answer that cannot be published", function ()
			start {};
			pep.get_pep_service("juliet").refuses = xmlns_parts.."#answer";
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
			assert.equal(true, service.actors[xmlns_parts.."#answer"]);
		end);

		it("ignores publications without an item", function ()
			start {};
			pep.get_pep_service("juliet"):publish(xmlns_parts.."#asked", "juliet@localhost", "1", nil);
			assert.equal(1, pep.get_pep_service("juliet").publications);
		end);

		it("detaches from a service that is unloaded", function ()
			start {};
			local service = pep.get_pep_service("juliet");
			pep.forget("juliet");
			local item = st.stanza("item", { xmlns = "http://jabber.org/protocol/pubsub" }):add_child(asked("hello"));
			service:publish(xmlns_parts.."#asked", "juliet@localhost", "1", item);
			assert.equal(1, service.publications);
		end);

		it("stops answering when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.is_nil(publish("juliet", asked("hello")));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("Seen:", server.options.parts_prefix);
		end);

		it("reads its options from the configuration", function ()
			start {
				parts_prefix = "another text";
			};
			assert.same("another text", server.options.parts_prefix);
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
