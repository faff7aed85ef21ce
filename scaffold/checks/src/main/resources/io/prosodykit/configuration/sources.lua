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

	-- The names in a folder, sorted, with the folder before each.
	function sources.list(path, pattern)
		local answer = files("list", path);
		local found = {};
		if sub(answer, 1, 1) ~= "=" then
			error(answer, 0);
		end
		for name in gmatch(sub(answer, 2), "[^/]+") do
			if sub(name, 1, 1) ~= "." and match(name, pattern) then
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
