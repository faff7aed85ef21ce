-- Run `busted` in the folder that holds mod_notes.lua.
-- luacheck: std +busted

local here = debug.getinfo(1, "S").source:match("^@(.-)[^/\\]*$");
local double = dofile(here.."support/prosody.lua");
local json = dofile(here.."support/json.lua");

for _, release in ipairs { "0.11", "0.12", "13.0" } do
	describe("mod_notes on Prosody "..release, function ()
		local server, module;

		-- Starts a server with these options in the section of its host.
		local function start(options)
			server = double.new {
				release = release, config = options, modules = { http = {} };
				libraries = { ["util.json"] = json, ["util.hashes"] = { sha256 = function (text) return "#"..text; end } };
			};
			module = server:load(here.."../mod_notes.lua");
		end

		-- Calls the handler of a route; returns status and document.
		local function call(route, body, path, token)
			local handler = server:items("http-provider")[1].route[route];
			local event = {
				request = { headers = { authorization = token or "Bearer secret" }, body = body };
				response = { headers = {} };
			};
			local document = handler(event, path);
			assert.equal("application/json", event.response.headers.content_type);
			return event.response.status_code, json.decode(document);
		end

		it("keeps notes", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			local code, created = call("POST /notes", '{"text":"milk \\"fresh\\""}');
			assert.equal(201, code);
			assert.same({ 200, { id = created.id, text = 'milk "fresh"' } }, { call("GET /notes/*", nil, created.id) });
			module = server:reload(module);
			code, created = call("GET /notes");
			assert.equal(200, code);
			assert.equal(1, created.count);
		end);

		it("refuses callers without the token", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			assert.equal(401, (call("GET /notes", nil, nil, "Bearer other")));
			assert.equal(401, (call("POST /notes", '{"text":"x"}', nil, "")));
		end);

		it("refuses everybody while there is no token", function ()
			start { notes_token = "" };
			assert.equal(401, (call("GET /notes", nil, nil, "Bearer ")));
		end);

		it("refuses what is no note", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			for _, body in ipairs { "", "{", "[]", '{"text":1}', '"text"' } do
				assert.equal(400, (call("POST /notes", body)));
			end
		end);

		it("refuses what is too long or too much", function ()
			start { notes_token = "secret", notes_longest_body = 12, notes_most_notes = 1 };
			assert.equal(413, (call("POST /notes", '{"text":"longer"}')));
			assert.equal(201, (call("POST /notes", '{"text":"x"}')));
			assert.equal(409, (call("POST /notes", '{"text":"y"}')));
		end);

		it("knows what it does not have", function ()
			start { notes_token = "secret", notes_longest_body = 4096, notes_most_notes = 100 };
			assert.equal(404, (call("GET /notes/*", nil, "7")));
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

		it("takes its options from the configuration", function ()
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
