-- Finds the places of a configuration that is running. Each of its files is a chunk with a short name, because Lua
-- shortens long ones.
return function (getinfo)
	local gsub, match, sub, tonumber, tostring, type = string.gsub, string.match, string.sub, tonumber, tostring, type
	local chunks, count = {}, 0
	local places = {}

	-- The name of the chunk of a file.
	function places.name(file)
		count = count + 1;
		local name = "=file#" .. count;
		chunks[name] = file;
		return name;
	end

	-- The file and line of the innermost function of a chunk, or of any chunk.
	function places.find(name)
		local level = 2;
		while true do
			local info = getinfo(level, "Sl");
			if not info then
				return nil, 0;
			end
			if chunks[info.source] and (not name or info.source == name) then
				return chunks[info.source], info.currentline, sub(info.source, 2);
			end
			level = level + 1;
		end
	end

	-- A fault at the place that its message begins with, or else at the place that is running.
	function places.fault(message)
		local text = type(message) == "string" and message or tostring(message);
		text = gsub(text, "^prosodykit/%w+%.lua:%d+: ", "");
		local number, line, rest = match(text, "^file#(%d+):(%d+): (.*)$");
		if number then
			return { message = rest, file = chunks["=file#" .. number], line = tonumber(line), text = text };
		end
		local file, at, chunk = places.find();
		return { message = text, file = file, line = at, text = chunk and chunk .. ":" .. at .. ": " .. text or text };
	end

	return places;
end
