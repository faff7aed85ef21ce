-- An output handler for busted: writes events into the file PROSODYKIT_EVENTS, each with the size that the file
-- PROSODYKIT_OUTPUT, which is standard output, had before it. With PROSODYKIT_HOME, specs have a Prosody's libraries.
local json = require "dkjson";

local events = assert(io.open(os.getenv("PROSODYKIT_EVENTS"), "wb"));
local output = assert(io.open(os.getenv("PROSODYKIT_OUTPUT"), "rb"));
events:setvbuf("no");
io.stdout:setvbuf("no");

local home = os.getenv("PROSODYKIT_HOME");
if home then
	package.path = home .. "/?.lua;" .. home .. "/?/init.lua;" .. package.path;
	package.cpath = home .. "/?.so;" .. package.cpath;
	-- since 13.0, prosody.util.x is another name for util.x, and the same table
	table.insert(package.searchers or package.loaders, 2, function (name)
		local inner = name:match("^prosody%.(.+)$");
		if inner then
			return function () return require(inner); end;
		end
		return "\n\tnot a library of Prosody's";
	end);
end

-- A printed value may take many megabytes, which nobody reads and which would be in memory several times.
local longest = 32768;
local function shortened(text)
	if type(text) ~= "string" or #text <= longest then
		return text;
	end
	return text:sub(1, longest)..(" [%d bytes omitted]"):format(#text - longest);
end

local function emit(event)
	for name, value in pairs(event) do
		event[name] = shortened(value);
	end
	events:write(("%.0f"):format(output:seek("end")), " ", json.encode(event), "\n");
end

local function is_named(element)
	return element and (element.name or element.descriptor) and element.descriptor ~= "file";
end

return function ()
	local busted = require "busted";
	local handler = {};
	local notes = {};

	local function describe(event, element)
		local names, parent = { element.name or element.descriptor }, busted.parent(element);
		while is_named(parent) do
			table.insert(names, 1, parent.name or parent.descriptor);
			parent = busted.parent(parent);
		end
		event.name = table.concat(names, " ");
		event.file = parent and parent.name or element.descriptor == "file" and element.name or "spec";
		return event;
	end

	local function text(message)
		if type(message) == "string" or message == nil then
			return message;
		end
		return type(message) == "table" and message.message and tostring(message.message) or tostring(message);
	end

	local function add(event, message, trace)
		event.message = text(message);
		event.trace = trace and trace.traceback;
		event.line = trace and trace.currentline;
		if event.message then
			event.actual, event.expected = event.message:match("\nPassed in:\n(.-)\nExpected:\n(.*)$");
		end
		return event;
	end

	local function note(element, _, message, trace)
		notes[tostring(element)] = { message = message, trace = trace };
		return nil, true;
	end

	local function suite_error(element, _, message, trace)
		if element.descriptor ~= "it" then
			emit(add(describe({ event = "suite-error" }, element), message, trace));
		end
		return nil, true;
	end

	function handler.subscribe()
		busted.subscribe({ "file", "start" }, function (file)
			emit({ event = "file", file = file.name });
			return nil, true;
		end);
		busted.subscribe({ "test", "start" }, function (element)
			emit(describe({ event = "start", lua = _VERSION }, element));
			return nil, true;
		end);
		busted.subscribe({ "failure", "it" }, note);
		busted.subscribe({ "error", "it" }, note);
		busted.subscribe({ "pending" }, note);
		busted.subscribe({ "failure" }, suite_error);
		busted.subscribe({ "error" }, suite_error);
		busted.subscribe({ "test", "end" }, function (element, _, status)
			local noted = notes[tostring(element)] or {};
			local event = describe({ event = "test", outcome = status, seconds = element.duration }, element);
			add(event, noted.message, noted.trace or element.trace);
			if status == "success" then
				event.trace = nil;
			end
			emit(event);
			return nil, true;
		end);
		busted.subscribe({ "suite", "end" }, function (suite)
			emit({ event = "end", seed = suite.randomseed });
			return nil, true;
		end);
	end

	return handler;
end;
