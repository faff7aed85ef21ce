-- Describes values: { "s", text }, { "n", digits }, { "b", boolean }, { "t", { key, value, … } }, or { "o", what it is }.
return function ()
	local error, format, ipairs, next, rawget, sort = error, string.format, ipairs, next, rawget, table.sort
	local number_type, tostring, type = math.type, tostring, type
	local MOST, DEEPEST, LONGEST = 100000, 50, 2 ^ 22
	local count, length = 0, 0
	local describe

	local function order(a, b)
		local left, right = a[1], b[1];
		if type(left) == type(right) and type(left) ~= "boolean" then
			return left < right;
		end
		return type(left) .. tostring(left) < type(right) .. tostring(right);
	end

	local function fields(value, open)
		local pairs_of, described = {}, {};
		for key, item in next, value do
			if type(key) == "string" or type(key) == "number" or type(key) == "boolean" then
				pairs_of[#pairs_of + 1] = { key, item };
			end
		end
		sort(pairs_of, order);
		for _, field in ipairs(pairs_of) do
			described[#described + 1] = describe(field[1], open);
			described[#described + 1] = describe(field[2], open);
		end
		return described;
	end

	local function limit(problem)
		error({ limit = problem });
	end

	function describe(value, open)
		local kind = type(value);
		count = count + 1;
		if count > MOST then
			limit("its options have more than " .. MOST .. " values");
		end
		if kind == "string" then
			length = length + #value;
			if length > LONGEST then
				limit("its options have more than 4 MiB of text");
			end
			return { "s", value };
		elseif kind == "boolean" then
			return { "b", value };
		elseif kind == "number" then
			local whole = number_type and number_type(value) == "integer";
			return { "n", format(whole and "%d" or "%.17g", value) };
		elseif kind ~= "table" then
			return { "o", kind };
		elseif rawget(value, "config_table") and rawget(value, "option_name") then
			return { "o", "reference to an option" };
		elseif open[value] then
			return { "o", "table that contains itself" };
		end
		open[value] = true;
		open.depth = open.depth + 1;
		if open.depth > DEEPEST then
			limit("an option has tables more than " .. DEEPEST .. " levels deep");
		end
		local described = fields(value, open);
		open[value] = nil;
		open.depth = open.depth - 1;
		return { "t", described };
	end

	return function (value)
		return describe(value, { depth = 0 });
	end;
end
