-- Run `busted` in the folder that holds mod_storage_greeter.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local storage = dofile(here.."support/storage.lua");
local st = require "util.stanza";

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_storage_greeter on Prosody "..release, function ()
		local server, module, files;

		before_each(function ()
			files = storage.new();
		end);

		-- Starts a server with these options in its host's section, and with the existing files.
		local function start(options)
			server = double.new {
				release = release, config = options, libraries = files:libraries(release);
			};
			module = server:load(here.."../mod_storage_greeter.lua");
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
			archive:append("juliet", "c", st.message({ id = "3" }, "three"), 30, "romeo@localhost");
			return archive;
		end

		local function keys(archive, query)
			local found = {};
			for key in assert(archive:find("juliet", query)) do table.insert(found, key); end
			return table.concat(found, " ");
		end

		local function names(users)
			local found = {};
			for user in users do table.insert(found, user); end
			table.sort(found);
			return table.concat(found, " ");
		end

		it("is registered under its name", function ()
			start {};
			assert.equal("greeter", driver().name);
		end);

		it("does not leave files open", function ()
			start {};
			local archive = archive_of_three();
			keys(archive, { total = true, limit = 2, reverse = true });
			archive:get("juliet", "a");
			archive:get("juliet", "gone");
			archive:find("juliet", { after = "gone" });
			archive:find("juliet", { before = "gone" });
			archive:summary("juliet");
			assert.equal(0, files.open);
		end);

		it("keeps a value for each user, and one for no user", function ()
			start {};
			local store = open();
			assert.truthy(store:set("juliet", { likes = { "romeo" }, age = 13 }));
			assert.truthy(store:set("romeo", { odd = true }));
			assert.truthy(store:set(nil, { of = "host" }));
			start {};
			store = open("keyval");
			assert.same({ likes = { "romeo" }, age = 13 }, store:get("juliet"));
			assert.same({ odd = true }, store:get("romeo"));
			assert.same({ of = "host" }, store:get(nil));
			assert.is_nil(store:get("nurse"));
			assert.equal("juliet romeo", names(store:users()));
		end);

		it("keeps stores apart, including those of Prosody's own driver", function ()
			start {};
			open():set("juliet", { 1 });
			assert.is_nil(driver():open("other"):get("juliet"));
			assert.is_nil(files:datamanager(release).load("juliet", server.host, "notes"));
		end);

		it("forgets a value that is set to nil", function ()
			start {};
			local store = open();
			store:set("juliet", { 1 });
			assert.truthy(store:set("juliet", nil));
			assert.is_nil(store:get("juliet"));
		end);

		it("reports why it cannot read or write", function ()
			start {};
			local archive, message = archive_of_three(), st.message({}, "four");
			files.broken = "disk is gone";
			for _, result in ipairs {
				{ open():get("juliet") }, { open():set("juliet", { 1 }) };
				{ archive:find("juliet") }, { archive:get("juliet", "a") }, { archive:summary("juliet") };
				{ archive:append("juliet", nil, message, 40, "x") }, { archive:append("juliet", "a", message, 40, "x") };
				{ archive:set("juliet", "a", message) }, { archive:delete("juliet") };
			} do
				assert.same({ nil, "disk is gone" }, result);
			end
		end);

		it("reports that it cannot write", function ()
			start {};
			local archive = archive_of_three();
			server:library("core.storagemanager").olddm.list_store = function () end; -- as 0.11 does after an error
			for _, result in ipairs {
				{ archive:append("juliet", "a", st.message(), 40, "x") };
				{ archive:set("juliet", "a", st.message()) }, { archive:delete("juliet") };
			} do
				assert.same({ nil, "the archive cannot be written" }, result);
			end
		end);

		it("keeps an archive", function ()
			start {};
			archive_of_three();
			start {};
			local archive, found = open("archive"), {};
			for key, value, when, with in archive:find("juliet") do
				table.insert(found, { key, value:get_child_text("body"), when, with });
			end
			assert.same({
				{ "a", "one <", 10, "romeo@localhost" };
				{ "b", "two", 20, "nurse@localhost" };
				{ "c", "three", 30, "romeo@localhost" };
			}, found);
			local stanza, when, with = archive:get("juliet", "b");
			assert.same({ "two", 20, "nurse@localhost" }, { stanza:get_child_text("body"), when, with });
			assert.equal("item-not-found", select(2, archive:get("juliet", "d")));
			assert.equal("juliet", names(archive:users()));
		end);

		it("finds the items that match a query", function ()
			start {};
			local archive = archive_of_three();
			assert.equal("a c", keys(archive, { with = "romeo@localhost" }));
			assert.equal("b", keys(archive, { key = "b" }));
			assert.equal("a c", keys(archive, { ids = { "c", "a" } }));
			assert.equal("b", keys(archive, { start = 20, ["end"] = 20 }));
			assert.equal("b c", keys(archive, { after = "a" }));
			assert.equal("b", keys(archive, { after = "a", before = "c" }));
			assert.equal("c b", keys(archive, { reverse = true, limit = 2 }));
			assert.equal("c", keys(archive, { reverse = true, after = "b" }));
			assert.equal("b a", keys(archive, { reverse = true, before = "c" }));
			assert.equal("", keys(archive, { limit = 0 }));
			assert.equal("item-not-found", select(2, archive:find("juliet", { before = "d" })));
			assert.equal("item-not-found", select(2, archive:find("juliet", { after = "d" })));
			assert.equal("item-not-found", select(2, archive:find("romeo", { after = "a" })));
		end);

		it("counts the items that match a query", function ()
			start {};
			local archive = archive_of_three();
			assert.equal(2, select(2, archive:find("juliet", { with = "romeo@localhost", total = true, limit = 1 })));
			assert.is_nil(select(2, archive:find("juliet", { limit = 1 })));
			assert.equal(0, select(2, archive:find("romeo", { total = true })));
			assert.same({
				counts = { ["romeo@localhost"] = 2, ["nurse@localhost"] = 1 };
				earliest = { ["romeo@localhost"] = 10, ["nurse@localhost"] = 20 };
				latest = { ["romeo@localhost"] = 30, ["nurse@localhost"] = 20 };
				body = { ["romeo@localhost"] = "three", ["nurse@localhost"] = "two" };
			}, archive:summary("juliet"));
		end);

		if release == "13.0" and #setmetatable({}, { __len = function () return 1; end }) == 1 then -- not on Lua 5.1
			it("reads only the items that match a query", function ()
				start {};
				local archive = archive_of_three();
				files.items_read = 0;
				assert.equal("c", keys(archive, { reverse = true, limit = 1 }));
				assert.equal(1, files.items_read);
			end);
		end

		it("replaces an item", function ()
			start {};
			local archive = archive_of_three();
			assert.equal("a", archive:append("juliet", "a", st.message({}, "four"), 40, "x"));
			assert.equal("b c a", keys(archive));
			assert.truthy(archive:set("juliet", "b", st.message({}, "five")));
			local stanza, when, with = archive:get("juliet", "b");
			assert.same({ "five", 20, "nurse@localhost" }, { stanza:get_child_text("body"), when, with });
			assert.equal("item-not-found", select(2, archive:set("juliet", "d", st.message())));
		end);

		it("generates keys and times", function ()
			start {};
			server.now = 7;
			local archive = open("archive");
			local key = assert(archive:append("juliet", nil, st.message(), nil, "x"));
			local another = assert(archive:append("juliet", nil, st.message(), 2, "x"));
			assert.equal(key.." "..another, keys(archive));
			assert.equal(7, select(2, archive:get("juliet", key)));
		end);

		it("archives only stanzas", function ()
			start {};
			assert.equal("unsupported-datatype", select(2, open("archive"):append("juliet", "a", { 1 }, 1, "x")));
		end);

		it("deletes from an archive", function ()
			start {};
			local archive = archive_of_three();
			assert.equal(1, archive:delete("juliet", { ["end"] = 10 }));
			assert.equal("b c", keys(archive));
			assert.equal(1, archive:delete("juliet", { truncate = 1 }));
			assert.equal("c", keys(archive));
			assert.equal(0, archive:delete("juliet", { with = "nurse@localhost" }));
			assert.equal(1, archive:delete("juliet"));
			assert.equal("", keys(archive));
		end);

		it("forgets a deleted user", function ()
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
	end);
end
