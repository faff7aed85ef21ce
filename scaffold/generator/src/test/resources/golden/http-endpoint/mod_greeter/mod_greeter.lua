-- mod_greeter.lua
-- Keeps notes over HTTP
-- luacheck: globals module, read globals prosody, ignore 241/options

local array = require "util.array";
local json = require "util.json";
local secure_equals = require "util.hashes".equals;

module:depends("http");

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_token = module:get_option_string("greeter_token", "");
	options.greeter_longest_body = module:get_option_number("greeter_longest_body", 4096);
	options.greeter_most_notes = module:get_option_number("greeter_most_notes", 100);
end
read_options();
module:hook_global("config-reloaded", read_options);

local store = module:open_store();

-- Returns nothing if the store cannot be read: starting from scratch would overwrite what it holds.
local function load_notes()
	local data, err = store:get();
	if err then
		module:log("error", "Cannot read the notes: %s", err);
		return nil;
	end
	return data or { last = 0, notes = {} };
end

local function reply(event, code, data)
	local response = event.response;
	response.status_code = code;
	response.headers.content_type = "application/json";
	return json.encode(data);
end

local function is_allowed(event)
	local token = options.greeter_token;
	local given = (event.request.headers.authorization or ""):match("^[Bb]earer (.*)$");
	return token ~= "" and given ~= nil and secure_equals(given, token);
end

-- Wraps a handler so that only authorized requests reach it, together with the notes.
local function guarded(handler)
	return function (event, path)
		if not is_allowed(event) then
			event.response.headers.www_authenticate = "Bearer";
			return reply(event, 401, { error = "A valid token is required" });
		end
		if #(event.request.body or "") > options.greeter_longest_body then
			return reply(event, 413, { error = "The request is too long" });
		end
		local data = load_notes();
		if not data then
			return reply(event, 500, { error = "The notes could not be read" });
		end
		return handler(event, data, path);
	end
end

local function save_notes(event, data, code, answer)
	local ok, err = store:set(nil, data);
	if not ok then
		module:log("error", "Cannot store the notes: %s", err);
		return reply(event, 500, { error = "The notes could not be stored" });
	end
	return reply(event, code, answer);
end

local function list(event, data)
	local notes = array(); -- remains an array in JSON even if it is empty
	for id, text in pairs(data.notes) do
		notes:push({ id = id, text = text });
	end
	table.sort(notes, function (a, b) return tonumber(a.id) < tonumber(b.id); end);
	return reply(event, 200, { notes = notes, count = #notes });
end

local function add(event, data)
	local content_type = event.request.headers.content_type or "";
	if content_type:lower():match("^[^;%s]*") ~= "application/json" then
		return reply(event, 415, { error = "Send application/json" });
	end
	local note = json.decode(event.request.body or "");
	if type(note) ~= "table" or type(note.text) ~= "string" then
		return reply(event, 400, { error = "Send an object with a text" });
	end
	local count = 0;
	for _ in pairs(data.notes) do count = count + 1; end
	if count >= options.greeter_most_notes then
		return reply(event, 409, { error = "There are too many notes" });
	end
	data.last = data.last + 1;
	local id = ("%d"):format(data.last);
	data.notes[id] = note.text;
	module:log("debug", "New note %s", id);
	return save_notes(event, data, 201, { id = id });
end

local function show(event, data, id)
	local text = data.notes[id];
	if not text then
		return reply(event, 404, { error = "There is no such note" });
	end
	return reply(event, 200, { id = id, text = text });
end

local function delete(event, data, id)
	if not data.notes[id] then
		return reply(event, 404, { error = "There is no such note" });
	end
	data.notes[id] = nil;
	module:log("debug", "Deleted note %s", id);
	return save_notes(event, data, 200, { id = id });
end

module:provides("http", {
	default_path = "/greeter";
	route = {
		["GET /notes"] = guarded(list);
		["POST /notes"] = guarded(add);
		["GET /notes/*"] = guarded(show);
		["DELETE /notes/*"] = guarded(delete);
	};
});
