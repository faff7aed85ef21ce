-- Run `busted` in the folder that holds mod_notes.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local json = dofile(here.."support/json.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_notes on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in its host's section.
		local function start(options)
			server = double.new {
				release = release, config = options, modules = { http = {} };
				libraries = {
					["util.json"] = json, ["util.array"] = json.array;
					["util.hashes"] = { equals = function (one, other) return one == other; end };
				};
			};
			module = server:load(here.."../mod_notes.lua");
		end

		-- Calls the handler of a route; returns the status and the document.
		local function call(route, body, path, token, content_type)
			local handler = server:items("http-provider")[1].route[route];
			local event = {
				request = { body = body, headers = {
					authorization = token or "Bearer secret", content_type = content_type or "application/json; charset=utf-8";
				} };
				response = { headers = {} };
			};
			local document = handler(event, path);
			assert.equal("application/json", event.response.headers.content_type);
			return event.response.status_code, json.decode(document), event.response.headers;
		end

		it("keeps notes", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			local code, created = call("POST /notes", '{"text":"milk \\"fresh\\""}');
			assert.equal(201, code);
			local status, shown = call("GET /notes/*", nil, created.id);
			assert.same({ 200, { id = created.id, text = 'milk "fresh"' } }, { status, shown });
			module = server:reload(module);
			code, created = call("GET /notes");
			assert.equal(200, code);
			assert.equal(1, created.count);
		end);

		it("deletes notes", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 1 };
			local _, created = call("POST /notes", '{"text":"x"}');
			assert.equal(200, (call("DELETE /notes/*", nil, created.id)));
			assert.equal(404, (call("DELETE /notes/*", nil, created.id)));
			assert.equal(201, (call("POST /notes", '{"text":"y"}')));
		end);

		it("lists no notes as an array", function ()
			start { notes_token = "secret", notes_longest_body = 4096 };
			local event = { request = { headers = { authorization = "Bearer secret" } }, response = { headers = {} } };
			assert.equal('{"count":0,"notes":[]}', server:items("http-provider")[1].route["GET /notes"](event));
		end);

		it("refuses callers without the token", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			assert.equal(401, (call("GET /notes", nil, nil, "Bearer other")));
			assert.equal(401, (call("GET /notes/*", nil, "1", "Bearer other")));
			assert.equal("Bearer", select(3, call("GET /notes", nil, nil, "")).www_authenticate);
			assert.equal(401, (call("POST /notes", '{"text":"x"}', nil, "")));
			assert.equal(401, (call("DELETE /notes/*", nil, "1", "Bearer other")));
		end);

		it("refuses everybody if no token is configured", function ()
			start { notes_token = "" };
			assert.equal(401, (call("GET /notes", nil, nil, "Bearer ")));
		end);

		it("refuses what is not a note", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			for _, body in ipairs { "", "{", "[]", '{"text":1}', '"text"' } do
				assert.equal(400, (call("POST /notes", body)));
			end
			assert.equal(415, (call("POST /notes", '{"text":"x"}', nil, nil, "application/x-www-form-urlencoded")));
		end);

		it("refuses requests that are too long and notes that are too many", function ()
			start { notes_token = "secret", notes_longest_body = 12, notes_most_notes = 1 };
			assert.equal(413, (call("POST /notes", '{"text":"longer"}')));
			assert.equal(201, (call("POST /notes", '{"text":"x"}')));
			assert.equal(409, (call("POST /notes", '{"text":"y"}')));
		end);

		it("reports notes that do not exist", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			assert.equal(404, (call("GET /notes/*", nil, "7")));
		end);

		it("lists notes in order", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			for i = 1, 11 do call("POST /notes", ('{"text":"%d"}'):format(i)); end
			local _, listed = call("GET /notes");
			for i, note in ipairs(listed.notes) do assert.equal(tostring(i), note.text); end
		end);

		it("reports that a note could not be stored", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			server.store_error = "disk is full";
			assert.equal(500, (call("POST /notes", '{"text":"x"}')));
			assert.truthy(server:logged("error", "disk is full"));
		end);

		it("leaves notes alone that cannot be read", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			call("POST /notes", '{"text":"x"}');
			server.read_error = "file is damaged";
			assert.equal(500, (call("POST /notes", '{"text":"y"}')));
			assert.equal(500, (call("GET /notes")));
			assert.truthy(server:logged("error", "file is damaged"));
			server.read_error = nil;
			assert.equal(1, select(2, call("GET /notes")).count);
		end);

		it("has a path of its own", function ()
			start {};
			assert.truthy(server.dependencies.http);
			assert.equal("/notes", server:items("http-provider")[1].default_path);
		end);

		it("does not reuse numbers", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			server.stores.notes[""] = { last = 5, notes = {} }; -- all deleted
			local _, created = call("POST /notes", '{"text":"x"}');
			assert.equal("6", created.id);
		end);

		it("leaves nothing behind when it is unloaded", function ()
			start {};
			server:unload(module);
			assert.same({}, server:items("http-provider"));
		end);

		it("has a default for each option", function ()
			start {};
			assert.same("", server.options.notes_token);
			assert.same(4096, server.options.notes_longest_body);
			assert.same(100, server.options.notes_most_notes);
		end);

		it("reads its options from the configuration", function ()
			start {
				notes_token = "another text";
				notes_longest_body = 1;
				notes_most_notes = 1;
			};
			assert.same("another text", server.options.notes_token);
			assert.same(1, server.options.notes_longest_body);
			assert.same(1, server.options.notes_most_notes);
			assert.is_nil(server:logged("error"));
		end);

	end);
end
