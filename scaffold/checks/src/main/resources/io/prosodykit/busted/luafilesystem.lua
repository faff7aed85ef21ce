-- The part of LuaFileSystem 1.8 that Prosody and its modules use. Its C library is not available here.
-- The host carries out files(operation, path); it separates the names in a folder by slashes.
local files = ...;

local lfs = { _VERSION = "LuaFileSystem 1.8.0, in part" };

local function missing(path)
	return ("cannot obtain information from file '%s': No such file or directory"):format(path);
end

-- The host answers with lines name=value; only numbers consist of digits alone.
local texts = { mode = true, permissions = true, target = true };

local function attributes(operation, path, wanted)
	local lines = files(operation, path);
	if not lines then
		return nil, missing(path), 2;
	end
	local all = type(wanted) == "table" and wanted or {};
	for name, value in lines:gmatch("(%w+)=([^\n]*)\n") do
		all[name] = texts[name] and value or tonumber(value);
	end
	if type(wanted) ~= "string" then
		return all;
	end
	return all[wanted] or error(("invalid attribute name '%s'"):format(wanted), 2);
end

function lfs.attributes(path, wanted)
	return attributes("attributes", path, wanted);
end

function lfs.symlinkattributes(path, wanted)
	return attributes("symlinkattributes", path, wanted);
end

function lfs.touch(path, access, modification)
	if files("touch", path, access, modification) then
		return true;
	end
	return nil, "No such file or directory", 2;
end

-- Files have one mode where Prosody runs.
function lfs.setmode()
	return true, "binary";
end

function lfs.dir(path)
	local names = files("dir", path);
	if not names then
		error(("cannot open %s: No such file or directory"):format(path), 2);
	end
	local next_name = ("./../" .. names):gmatch("[^/]+");
	local folder = {};
	function folder.next()
		return next_name and next_name();
	end
	function folder.close()
		next_name = nil;
	end
	return folder.next, folder;
end

function lfs.mkdir(path)
	if files("mkdir", path) then
		return true;
	elseif files("attributes", path) then
		return nil, "File exists", 17;
	end
	return nil, "No such file or directory", 2;
end

function lfs.rmdir(path)
	if files("rmdir", path) then
		return true;
	end
	local mode = lfs.attributes(path, "mode");
	if not mode then
		return nil, "No such file or directory", 2;
	elseif mode ~= "directory" then
		return nil, "Not a directory", 20;
	end
	return nil, "Directory not empty", 39;
end

function lfs.currentdir()
	return files("currentdir", ".");
end

-- A JVM cannot leave the folder that it has begun in.
function lfs.chdir(path)
	local here, there = lfs.attributes("."), lfs.attributes(path);
	if there and there.dev == here.dev and there.ino == here.ino then
		return true;
	end
	return nil, ("Unable to change working directory to '%s': specs stay in their module's folder"):format(path);
end

return lfs;
