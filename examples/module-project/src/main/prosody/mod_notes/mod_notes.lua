-- mod_notes.lua
-- Keeps notes over HTTP
-- luacheck: globals module, read globals prosody, ignore 241/options

local json = require "util.json";
local sha256 = require "util.hashes".sha256;

module:depends("http");

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.notes_token = module:get_option_string("notes_token", "");
	options.notes_longest_body = module:get_option_number("notes_longest_body", 4096);
	options.notes_most_notes = module:get_option_number("notes_most_notes", 100);
end
read_options();
module:hook_global("config-reloaded", read_options);

local store = module:open_store();

local function load_notes()
	return store:get() or { last = 0, notes = {} };
end

local function reply(event, code, data)
	local response = event.response;
	response.status_code = code;
	response.headers.content_type = "application/json";
	return json.encode(data);
end

-- Hashes are compared, so that the time that it takes tells nothing of the token.
local function is_allowed(event)
	local token = options.notes_token;
	local given = (event.request.headers.authorization or ""):match("^[Bb]earer (.*)$");
	return token ~= "" and given ~= nil and sha256(given) == sha256(token);
end

-- Wraps a handler, so that it is called for those who may, with what they sent.
local function guarded(handler)
	return function (event, path)
		if not is_allowed(event) then
			event.response.headers.www_authenticate = "Bearer";
			return reply(event, 401, { error = "A valid token is needed" });
		end
		if #(event.request.body or "") > options.notes_longest_body then
			return reply(event, 413, { error = "The request is too long" });
		end
		return handler(event, path);
	end
end

local function list(event)
	local notes = {};
	for id, text in pairs(load_notes().notes) do
		table.insert(notes, { id = id, text = text });
	end
	table.sort(notes, function (a, b) return tonumber(a.id) < tonumber(b.id); end);
	return reply(event, 200, { notes = notes, count = #notes });
end

local function add(event)
	local note = json.decode(event.request.body or "");
	if type(note) ~= "table" or type(note.text) ~= "string" then
		return reply(event, 400, { error = "Send an object with a text" });
	end
	local data = load_notes();
	local count = 0;
	for _ in pairs(data.notes) do count = count + 1; end
	if count >= options.notes_most_notes then
		return reply(event, 409, { error = "There are too many notes" });
	end
	data.last = data.last + 1;
	local id = ("%d"):format(data.last);
	data.notes[id] = note.text;
	local ok, err = store:set(nil, data);
	if not ok then
		module:log("error", "The notes cannot be stored: %s", err);
		return reply(event, 500, { error = "The note could not be stored" });
	end
	module:log("debug", "New note %s", id);
	return reply(event, 201, { id = id });
end

local function show(event, id)
	local text = load_notes().notes[id];
	if not text then
		return reply(event, 404, { error = "There is no such note" });
	end
	return reply(event, 200, { id = id, text = text });
end

module:provides("http", {
	default_path = "/notes";
	route = {
		["GET /notes"] = guarded(list);
		["POST /notes"] = guarded(add);
		["GET /notes/*"] = guarded(show);
	};
});
