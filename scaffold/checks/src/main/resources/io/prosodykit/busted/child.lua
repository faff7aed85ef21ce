-- Turns the Lua in the child process into a plain one, and runs the specs in it.
-- load_part(name, argument) returns what the resource name.lua returns; settings say what to run; emit(line) reports an
-- event; files(operation, path) does what luafilesystem.lua needs; clock() returns the seconds since 1970, and clock(n)
-- waits n seconds first.
local load_part, settings, emit, files, clock = ...
settings.clock, settings.gettime, settings.sleep = clock, clock, clock

-- Java has set the machine's locale, in which 0.5 might be "0,5"
os.setlocale("C");

-- neither a bridge to Java nor the Lua and C libraries of the machine
rawset(_G, "java", nil);
package.loaded.java = nil;
local searchers = package.searchers or package.loaders;
for i = #searchers, 5, -1 do
	searchers[i] = nil;
end
-- replaces the searcher for C libraries with several modules
searchers[4] = function ()
	local hint = "not a library of this machine: specs see only their module's files, unless the runner is busted";
	return (_VERSION == "Lua 5.1" and "\n\t" or "") .. hint;
end
package.path = "./?.lua;./?/init.lua";
package.cpath = "";

-- every Prosody has this one, so modules may count on it
package.preload.lfs = function ()
	return load_part("luafilesystem", files);
end

-- programs look here for their name and arguments
arg = { [0] = "busted" }; -- luacheck: ignore 121

-- printed text must be in the file before the event that follows it
io.stdout:setvbuf("no");

return load_part("runner")(load_part, settings, emit);
