-- Adds the functions of 13.0 that read files.
return function (env, sources, folder, getenv)
	local error, gmatch, match, sub, tonumber, type = error, string.gmatch, string.match, string.sub, tonumber, type

	-- What the method read of a file returns for a format.
	local function part(text, format)
		local kind = type(format) == "string" and match(format, "^%*?([alLn])") or nil;
		if kind == "a" then
			return text;
		elseif kind == "l" then
			return text ~= "" and match(text, "^[^\n]*") or nil;
		elseif kind == "L" then
			return text ~= "" and match(text, "^[^\n]*\n?") or nil;
		elseif kind == "n" then
			return tonumber(match(text, "^%s*(%S+)"));
		elseif type(format) == "number" then
			return (text ~= "" or format == 0) and sub(text, 1, format) or nil;
		end
		error("a file is read by a number of bytes, or by \"a\", \"l\", \"L\" or \"n\"", 3);
	end

	local function reader(parent, usual)
		return function (name, format)
			local text, problem = sources.read(sources.resolve(parent, name));
			if not text then
				error(problem, 2);
			end
			local found = part(text, format or usual);
			if not found then
				error("the file " .. name .. " has none", 2);
			end
			return found;
		end;
	end

	env.FileContents = reader(folder, "a");
	env.FileLine = reader(folder, "l");
	function env.FileLines(name)
		local text, problem = sources.read(sources.resolve(folder, name));
		if not text then
			error(problem, 2);
		end
		local lines = {};
		if text ~= "" then
			for line in gmatch((match(text, "\n$") and text or text .. "\n"), "([^\n]*)\n") do
				lines[#lines + 1] = line;
			end
		end
		return lines;
	end

	function env.Credential(name, format)
		local credentials = getenv("CREDENTIALS_DIRECTORY");
		if not credentials then
			error("Credential needs the environment variable CREDENTIALS_DIRECTORY", 2);
		end
		return reader(credentials, "a")(name, format);
	end
end
