-- Evaluates a configuration in the child process, and reports what comes of it.
-- load_part(name) returns what the resource name.lua returns; settings say what to evaluate; files(operation, path) looks at
-- the disk; prepare(name) prepares the name of a host; finish(line) writes the result and ends the process.
local load_part, settings, files, prepare, finish = ...
local clock, getinfo, memory, sethook = os.clock, debug.getinfo, collectgarbage, debug.sethook

-- Java has set the machine's locale, in which 0.5 might be "0,5"
os.setlocale("C");

local encode = load_part("/io/prosodykit/busted/json")()
local places = load_part("places")(getinfo)
local sources = load_part("sources")(files, io.open, places)
local values = load_part("values")()

local asked = {}
local environment = settings.environment
local function getenv(name)
	if not asked[name] and #asked < 1000 then
		asked[name], asked[#asked + 1] = true, name;
	end
	return environment[name];
end

local manager

local function result(fault)
	local sections, problem = manager.sections(values);
	return encode({
		fault = fault or problem;
		sections = sections;
		warnings = manager.warnings;
		remarks = manager.remarks;
		files = sources.names();
		asked = asked;
	});
end

-- Watches what runs, in coroutines as well. A configuration could catch an error, so the process ends here.
local every, left, begin = 1000, settings.instructions, clock()
local function stop(problem)
	sethook();
	finish(result(places.fault(problem)));
end
local function watch()
	left = left - every;
	if left < 0 then
		stop("it runs more than " .. settings.instructions .. " instructions");
	elseif clock() - begin > settings.seconds then
		stop("it runs longer than " .. settings.seconds .. " seconds");
	elseif memory("count") > settings.megabytes * 1024 then
		stop("it uses more than " .. settings.megabytes .. " MB of memory");
	end
end
local function hook(thread)
	sethook(thread, watch, "", every);
end

local sandbox = load_part("sandbox")(getenv, hook)
manager = load_part("manager")(settings.rules, sandbox, sources, places, prepare, load_part)

sethook(watch, "", every);
local fault = manager.load(settings.file, settings.source)
sethook();
finish(result(fault));
