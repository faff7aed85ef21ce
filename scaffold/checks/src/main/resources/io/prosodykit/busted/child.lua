-- Makes the Lua in the child process a plain one, and runs the specs in it.
-- load_part(name, argument) returns what the resource name.lua returns; settings say what to run; emit(line) tells an
-- event; files(operation, path) does what luafilesystem.lua needs; clock() gives the seconds since 1970, and clock(n)
-- lets n seconds pass.
local load_part, settings, emit, files, clock = ...
settings.clock, settings.gettime, settings.sleep = clock, clock, clock

-- Java has set the machine's locale, in which 0.5 might be "0,5"
os.setlocale("C");

-- no bridge to Java, and nothing of the machine: neither its Lua libraries nor its C libraries
rawset(_G, "java", nil);
package.loaded.java = nil;
local searchers = package.searchers or package.loaders;
for i = #searchers, 5, -1 do
	searchers[i] = nil;
end
-- in place of the one that looks for C libraries that hold several
searchers[4] = function ()
	local hint = "no library of this machine: specs see their module's files alone, unless the runner is busted";
	return (_VERSION == "Lua 5.1" and "\n\t" or "") .. hint;
end
package.path = "./?.lua;./?/init.lua";
package.cpath = "";

-- every Prosody has this one, so modules may count on it
package.preload.lfs = function ()
	return load_part("luafilesystem", files);
end

-- programs look here for what they are called, and with what
arg = { [0] = "busted" }; -- luacheck: ignore 121

-- what is printed is in the file before the event that follows it
io.stdout:setvbuf("no");

return load_part("runner")(load_part, settings, emit);
