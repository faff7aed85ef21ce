-- Reads the files of a configuration, as far as files(operation, path) permits.
return function (files, open, places)
	local error, gmatch, gsub, match, sub = error, string.gmatch, string.gsub, string.match, string.sub
	local names = {}
	local sources = {}

	function sources.names()
		return names;
	end

	-- The path of a file, relative to a folder.
	function sources.resolve(parent, path)
		if path then
			parent = gsub(parent, "/+$", "");
			path = gsub(path, "^%./+", "");
			if sub(path, 1, 1) ~= "/" then
				return parent .. "/" .. path;
			end
		end
		return path;
	end

	-- The contents of a file, or nil and the reason.
	function sources.read(path)
		local problem = files("check", path);
		if problem then
			return nil, problem;
		end
		local file, fault = open(path, "rb");
		if not file then
			return nil, fault;
		end
		local text = file:read("*a");
		file:close();
		return text;
	end

	-- Whether a name fits a pattern with * and ?. Lua's own patterns can take exponential time.
	local function fits(name, glob)
		local at, from, star, mark = 1, 1, nil, nil;
		while at <= #name do
			local char = sub(glob, from, from);
			if char == "*" then
				star, mark, from = from, at, from + 1;
			elseif char == "?" or char == sub(name, at, at) then
				at, from = at + 1, from + 1;
			elseif star then
				mark = mark + 1;
				at, from = mark, star + 1;
			else
				return false;
			end
		end
		return match(sub(glob, from), "^%**$") ~= nil;
	end

	-- The names in a folder that fit a pattern and are not hidden, sorted, with the folder before each.
	function sources.list(path, glob)
		local answer = files("list", path);
		local found = {};
		if sub(answer, 1, 1) ~= "=" then
			error(answer, 0);
		end
		for name in gmatch(sub(answer, 2), "[^/]+") do
			if sub(name, 1, 1) ~= "." and fits(name, glob) then
				found[#found + 1] = path .. "/" .. name;
			end
		end
		return found;
	end

	-- Remembers a file that is a part of the configuration, and returns the name of its chunk.
	function sources.add(path)
		names[#names + 1] = path;
		return places.name(path);
	end

	return sources;
end
