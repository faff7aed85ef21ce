-- Test doubles of util.dataforms and of mod_adhoc's library, for one form of text fields.
-- luacheck: std min

local double = {};

function double.dataforms()
	local dataforms = {};
	function dataforms.new(layout)
		-- A submitted form is a table of its fields here, and of the errors in them. As in Prosody, a missing form is an
		-- error.
		function layout.data(_, form)
			local missing;
			for _, field in ipairs(layout) do
				if field.required and not form[field.name] then
					missing = missing or {};
					missing[field.name] = "Required value missing";
				end
			end
			return form, form.errors or missing;
		end
		return layout;
	end
	return dataforms;
end

-- What module:require("adhoc") returns.
function double.library(name, node, handler, permission)
	return { name = name, node = node, handler = handler, permission = permission };
end

return double;
