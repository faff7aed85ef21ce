-- Prints what the configuration manager of a Prosody makes of files: its arguments are the folder of Prosody's libraries, a
-- file with environment variables for all, and the files. Each line has a kind and fields, separated by tabs.
local libraries, variables = arg[1], {}
package.path = libraries .. "/?.lua;" .. package.path
package.cpath = libraries .. "/?.so;" .. package.cpath
pcall(dofile, libraries .. "/loader.lua")
for line in io.lines(arg[2]) do
	local name, value = line:match("^([^=]+)=(.*)$")
	variables[name] = value
end
function os.getenv(name) return variables[name] end -- luacheck: ignore 122
local function library(name)
	local found, answer = pcall(require, "prosody." .. name)
	return found and answer or require(name)
end
local manager = library "core.configmanager"
-- what the manager of modules needs to tell which ones a host loads
CFG_PLUGINDIR = libraries .. "/modules/" -- luacheck: ignore 111
package.loaded["core.moduleapi"], package.loaded["prosody.core.moduleapi"] = {}, {}
prosody = { -- luacheck: ignore 111
	events = library "util.events".new(), hosts = {}, paths = { plugins = libraries .. "/modules/" }, platform = "posix",
	process_type = "prosodyctl",
}
local modules = library "core.modulemanager"
if manager.set_credentials_directory and variables.CREDENTIALS_DIRECTORY then
	manager.set_credentials_directory(variables.CREDENTIALS_DIRECTORY)
end

local function text(value)
	return (value:gsub("[%c\\]", function (char) return ("\\%03d"):format(char:byte()) end))
end

local function show(value, open)
	local kind = type(value)
	if kind == "string" then
		return "\"" .. text(value) .. "\""
	elseif kind == "number" then
		return ("%.14g"):format(value)
	elseif kind == "boolean" then
		return tostring(value)
	elseif kind ~= "table" then
		return "<" .. kind .. ">"
	elseif rawget(value, "config_table") then
		return "<reference to an option>"
	elseif open[value] then
		return "<table that contains itself>"
	end
	open[value] = true
	local fields = {}
	for key, item in next, value do
		fields[#fields + 1] = "[" .. show(key, open) .. "]=" .. show(item, open)
	end
	open[value] = nil
	table.sort(fields)
	return "{" .. table.concat(fields, ",") .. "}"
end

for i = 3, #arg do
	print("file", arg[i])
	local ok, _, err = manager.load(arg[i], "lua")
	if ok then
		for host, section in pairs(manager.getconfig()) do
			print("section", text(host))
			if host ~= "*" and section.enabled ~= false then
				-- a server fails here if a list of modules is none
				local names = {}
				local listed, found = pcall(modules.get_modules_for_host, host)
				for name in listed and found or pairs {} do
					names[#names + 1] = text(tostring(name))
				end
				table.sort(names)
				print("modules", text(host), listed and table.concat(names, " ") or "none")
			end
			for name, value in next, section do
				print("option", text(host), text(tostring(name)), show(value, {}))
			end
		end
		for _, warning in ipairs(err or {}) do
			print("warning", text(warning))
		end
	else
		print("refused", text(tostring(err)))
	end
end
