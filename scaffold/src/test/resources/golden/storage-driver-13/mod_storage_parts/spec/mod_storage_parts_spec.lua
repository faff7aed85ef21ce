-- Run `busted` in the folder that holds mod_storage_parts.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local storage = dofile(here.."support/storage.lua");
local st = require "prosody.util.stanza";

for _, release in ipairs { "13.0" } do
	describe("mod_storage_parts on Prosody "..release, function ()
		local server, module, folder, remove_folder;

		before_each(function ()
			folder, remove_folder = storage.folder();
		end);

		after_each(function ()
			remove_folder();
		end);

		-- Starts a server with these options in the section of its host.
		local function start(options)
			server = double.new {
				release = release, config = options, libraries = storage.libraries(), modules = { disco = {} };
			};
			server.prosody.paths = { data = folder };
			module = server:load(here.."../mod_storage_parts.lua");
		end

		local function driver()
			return server:items("storage-provider")[1];
		end

		local function open(kind)
			return assert(driver():open("notes", kind));
		end

		local function archive_of_three()
			local archive = open("archive");
			archive:append("juliet", "a", st.message({ id = "1" }, "one <"), 10, "romeo@localhost");
			archive:append("juliet", "b", st.message({ id = "2" }, "two"), 20, "nurse@localhost");
			archive:append("juliet", "c", { three = 3 }, 30, "romeo@localhost");
			return archive;
		end

		local function keys(archive, query)
			local found = {};
			for key in assert(archive:find("juliet", query)) do table.insert(found, key); end
			return table.concat(found, " ");
		end

		it("is found by its name", function ()
			start {};
			assert.equal("parts", driver().name);
		end);

		it("keeps a value for each user, and one for no user", function ()
			start {};
			local store = open();
			assert.truthy(store:set("juliet", { likes = { "romeo" }, age = 13 }));
			assert.truthy(store:set("../_host", { odd = true }));
			assert.truthy(store:set(nil, { of = "host" }));
			assert.truthy(store:set("host", { of = "a user" }));
			assert.truthy(store:set("_host", { of = "another" }));
			start {};
			store = open("keyval");
			assert.same({ likes = { "romeo" }, age = 13 }, store:get("juliet"));
			assert.same({ odd = true }, store:get("../_host"));
			assert.same({ of = "host" }, store:get(nil));
			assert.is_nil(store:get("romeo"));
			local users = {};
			for user in store:users() do users[user] = true; end
			assert.same({ juliet = true, ["../_host"] = true, host = true, _host = true }, users);
		end);

		it("forgets a value that is set to nil", function ()
			start {};
			local store = open();
			store:set("juliet", { 1 });
			assert.truthy(store:set("juliet", nil));
			assert.is_nil(store:get("juliet"));
			assert.truthy(store:set("juliet", nil));
		end);

		it("says why it cannot write", function ()
			start {};
			server.prosody.paths.data = folder.."/gone";
			module = server:reload(module);
			local ok, err = open():set("juliet", {});
			assert.is_nil(ok);
			assert.truthy(err);
			ok, err = open("archive"):append("juliet", nil, {}, 1, "x");
			assert.is_nil(ok);
			assert.truthy(err);
		end);

		it("says why it cannot read", function ()
			start {};
			open():set("juliet", {});
			local file = assert(io.open(folder.."/storage_parts/localhost/notes/juliet.keyval", "wb"));
			file:write("{ nonsense");
			file:close();
			local data, err = open():get("juliet");
			assert.is_nil(data);
			assert.truthy(err);
		end);

		it("keeps an archive", function ()
			start {};
			archive_of_three();
			start {};
			local archive, found = open("archive"), {};
			for key, value, when, with in archive:find("juliet") do
				table.insert(found, { key, st.is_stanza(value) and value:get_child_text("body") or value, when, with });
			end
			assert.same({
				{ "a", "one <", 10, "romeo@localhost" };
				{ "b", "two", 20, "nurse@localhost" };
				{ "c", { three = 3 }, 30, "romeo@localhost" };
			}, found);
			assert.equal("two", (archive:get("juliet", "b")):get_child_text("body"));
			assert.equal("item-not-found", select(2, archive:get("juliet", "d")));
		end);

		it("finds what a query asks for", function ()
			start {};
			local archive = archive_of_three();
			assert.equal("a c", keys(archive, { with = "romeo@localhost" }));
			assert.equal("b", keys(archive, { key = "b" }));
			assert.equal("a c", keys(archive, { ids = { "c", "a" } }));
			assert.equal("b", keys(archive, { start = 15, ["end"] = 25 }));
			assert.equal("b c", keys(archive, { after = "a" }));
			assert.equal("b", keys(archive, { after = "a", before = "c" }));
			assert.equal("c b", keys(archive, { reverse = true, limit = 2 }));
			assert.equal("b a", keys(archive, { reverse = true, before = "c" }));
			assert.equal("item-not-found", select(2, archive:find("juliet", { before = "d" })));
			assert.equal(2, select(2, archive:find("juliet", { with = "romeo@localhost", total = true, limit = 1 })));
			assert.same({ ["romeo@localhost"] = 2, ["nurse@localhost"] = 1 }, archive:summary("juliet").counts);
		end);

		it("replaces an item", function ()
			start {};
			local archive = archive_of_three();
			assert.equal("a", archive:append("juliet", "a", { 4 }, 40, "x"));
			assert.equal("b c a", keys(archive));
			assert.truthy(archive:set("juliet", "b", { 5 }));
			assert.same({ 5 }, (archive:get("juliet", "b")));
			assert.equal(20, select(2, archive:get("juliet", "b")));
		end);

		it("makes keys", function ()
			start {};
			local archive = open("archive");
			local key = assert(archive:append("juliet", nil, { 1 }, 1, "x"));
			local another = assert(archive:append("juliet", nil, { 2 }, 2, "x"));
			assert.equal(key.." "..another, keys(archive));
		end);

		it("deletes from an archive", function ()
			start {};
			local archive = archive_of_three();
			assert.equal(1, archive:delete("juliet", { ["end"] = 10 }));
			assert.equal("b c", keys(archive));
			assert.equal(1, archive:delete("juliet", { truncate = 1 }));
			assert.equal("c", keys(archive));
			assert.equal(1, archive:delete("juliet"));
			assert.equal("", keys(archive));
		end);

		it("goes on when the last item is not complete", function ()
			start {};
			local archive = archive_of_three();
			local file = assert(io.open(folder.."/storage_parts/localhost/notes/juliet.archive", "ab"));
			file:write("100\n{ key =");
			file:close();
			assert.equal("a b c", keys(archive));
			assert.truthy(server:logged("warn", "is not complete"));
			archive:append("juliet", "d", { 4 }, 40, "x");
			assert.equal("a b c d", keys(archive));
		end);

		it("forgets a user who is deleted", function ()
			start {};
			local archive = archive_of_three();
			open():set("juliet", { 1 });
			open():set("romeo", { 2 });
			assert.truthy(driver():purge("juliet"));
			assert.is_nil(open():get("juliet"));
			assert.equal("", keys(archive));
			assert.same({ 2 }, open():get("romeo"));
		end);

		it("has no stores of other types", function ()
			start {};
			assert.equal("unsupported-store", select(2, driver():open("notes", "map")));
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.same({}, server:items("storage-provider"));
		end);

		it("announces its features", function ()
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

		it("lets a role greet-all", function ()
			start {};
			assert.equal(server:at_least("13.0") and "prosody:admin" or nil, server.permissions["storage_parts:greet-all"]);
		end);

		it("lets a role look", function ()
			start {};
			assert.equal(server:at_least("13.0") and "prosody:registered" or nil, server.permissions["storage_parts:look"]);
		end);

		it("handles ".."server-stopping", function ()
			start {};
			server.admins["juliet@localhost"] = true;
			local stanza = require("prosody.util.stanza").message({ from = "juliet@localhost/balcony", to = "localhost" });
			server:events("*").fire_event("server-stopping", {
				origin = server:session("juliet@localhost/balcony"), stanza = stanza;
			});
			assert.truthy(server:logged("debug", "Event ".."server-stopping"));
		end);

		it("handles ".."message/bare", function ()
			start {};
			server.admins["juliet@localhost"] = true;
			local stanza = require("prosody.util.stanza").message({ from = "juliet@localhost/balcony", to = "localhost" });
			server:events(module.host).fire_event("message/bare", {
				origin = server:session("juliet@localhost/balcony"), stanza = stanza;
			});
			assert.truthy(server:logged("debug", "Event ".."message/bare"));
		end);

		it("handles ".."message/host", function ()
			start {};
			server.admins["juliet@localhost"] = true;
			local stanza = require("prosody.util.stanza").message({ from = "juliet@localhost/balcony", to = "localhost" });
			server:events(module.host).fire_event("message/host", {
				origin = server:session("juliet@localhost/balcony"), stanza = stanza;
			});
			assert.truthy(server:logged("debug", "Event ".."message/host"));
		end);
	end);
end
