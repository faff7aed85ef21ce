-- A test double of Prosody's util.stanza, so that the specs run without a Prosody. If the real library is on Lua's
-- path, prosody.lua uses that instead. Using anything that this double lacks raises an error that says so.
-- luacheck: std min

local stanza_mt = { __name = "stanza" };
local methods = setmetatable({}, {
	__index = function (_, key)
		if type(key) == "string" then
			error(("stanza.%s is not in the test double: add it to spec/support/stanza.lua"):format(key), 2);
		end
	end;
});
stanza_mt.__index = methods;

local xmlns_errors = "urn:ietf:params:xml:ns:xmpp-stanzas";

-- Prosody also rejects what XML cannot represent. (DEL would be valid, but 0.11 rejects it.)
local function check(what, value)
	if type(value) ~= "string" then
		error(("invalid %s: expected string, got %s"):format(what, type(value)), 2);
	elseif value:find("[^\9\10\13\32-\126\128-\255]") then
		error(("invalid %s: contains control characters"):format(what), 2);
	end
	local rest = value:gsub("[\194-\223][\128-\191]", " ");
	rest = rest:gsub("[\224-\239][\128-\191][\128-\191]", " "):gsub("[\240-\244][\128-\191][\128-\191][\128-\191]", " ");
	if rest:find("[\128-\255]") or value:find("\237[\160-\191]") then
		error(("invalid %s: contains invalid utf8"):format(what), 2);
	end
end

local function is_stanza(value)
	return getmetatable(value) == stanza_mt;
end

local function new(name, attr)
	check("tag name", name);
	assert(name:find("^[^<>& '\"]+$"), "invalid tag name: "..name);
	for key, value in pairs(attr or {}) do
		check("attribute name", key);
		check("value of attribute "..key, value);
	end
	return setmetatable({ name = name, attr = attr or {}, tags = {}, last_add = {} }, stanza_mt);
end

-- Building. Each call returns the stanza itself; the cursor says where the next child goes.

function methods:add_direct_child(child)
	if is_stanza(child) then
		table.insert(self.tags, child);
	else
		check("text", child);
	end
	table.insert(self, child);
end

function methods:add_child(child)
	local cursor = self.last_add[#self.last_add] or self;
	cursor:add_direct_child(child);
	return self;
end

function methods:tag(name, attr)
	local child = new(name, attr);
	self:add_child(child);
	table.insert(self.last_add, child);
	return self;
end

function methods:text(text)
	if text ~= nil and text ~= "" then
		self:add_child(text);
	end
	return self;
end

function methods:up()
	table.remove(self.last_add);
	return self;
end

function methods:reset()
	self.last_add = {};
	return self;
end

function methods:text_tag(name, text, attr)
	return self:tag(name, attr):text(text):up();
end

function methods:query(xmlns)
	return self:tag("query", { xmlns = xmlns });
end

function methods:maptags(callback)
	local children = {};
	for i = 1, #self do
		local child = self[i];
		if is_stanza(child) then
			child = callback(child);
		end
		self[i] = nil;
		table.insert(children, child);
	end
	self.tags = {};
	for _, child in ipairs(children) do
		self:add_direct_child(child);
	end
	return self;
end

-- Reading. Without a namespace, a child in the parent's namespace or in none matches.

local function matches(parent, child, name, xmlns)
	return (not name or child.name == name)
		and (child.attr.xmlns == xmlns or not xmlns and child.attr.xmlns == parent.attr.xmlns);
end

function methods:childtags(name, xmlns)
	local i = 0;
	return function ()
		repeat
			i = i + 1;
		until not self.tags[i] or matches(self, self.tags[i], name, xmlns);
		return self.tags[i];
	end
end

function methods:children()
	local i = 0;
	return function ()
		i = i + 1;
		return self[i];
	end
end

function methods:get_child(name, xmlns)
	return (self:childtags(name, xmlns)());
end

function methods:child_with_name(name)
	for _, child in ipairs(self.tags) do
		if child.name == name then return child; end
	end
	return nil;
end

function methods:child_with_ns(xmlns)
	for _, child in ipairs(self.tags) do
		if child.attr.xmlns == xmlns then return child; end
	end
	return nil;
end

function methods:get_text()
	return #self.tags == 0 and table.concat(self) or nil;
end

function methods:get_child_text(name, xmlns)
	local child = self:get_child(name, xmlns);
	return child and child:get_text();
end

function methods:remove_children(name, xmlns)
	return self:maptags(function (child)
		if not matches(self, child, name, xmlns) then return child; end
	end);
end

-- Returns the type, condition and text of the error.
function methods:get_error()
	local tag = self:get_child("error");
	if not tag then return nil; end
	local condition, text;
	for child in tag:childtags(nil, xmlns_errors) do
		if child.name == "text" then
			text = child:get_text();
		else
			condition = condition or child.name;
		end
	end
	return tag.attr.type, condition or "undefined-condition", text;
end

-- Printing

local escapes = { ["'"] = "&apos;", ["\""] = "&quot;", ["<"] = "&lt;", [">"] = "&gt;", ["&"] = "&amp;" };
local function xml_escape(text)
	return (text:gsub("['\"<>&]", escapes));
end

local function open_tag(stanza, parent_xmlns)
	local attributes = {};
	for key, value in pairs(stanza.attr) do
		if key ~= "xmlns" or value ~= parent_xmlns then
			table.insert(attributes, (" %s='%s'"):format(key, xml_escape(value)));
		end
	end
	table.sort(attributes);
	return "<"..stanza.name..table.concat(attributes);
end

local function print_xml(stanza, parent_xmlns)
	if #stanza == 0 then
		return open_tag(stanza, parent_xmlns).."/>";
	end
	local parts = { open_tag(stanza, parent_xmlns)..">" };
	for child in stanza:children() do
		table.insert(parts, is_stanza(child) and print_xml(child, stanza.attr.xmlns) or xml_escape(child));
	end
	table.insert(parts, "</"..stanza.name..">");
	return table.concat(parts);
end

stanza_mt.__tostring = function (stanza) return print_xml(stanza); end

function methods:top_tag()
	return open_tag(self)..">";
end

-- The library

local st = { stanza = new, is_stanza = is_stanza, xml_escape = xml_escape };

function st.clone(stanza)
	local attr = {};
	for key, value in pairs(stanza.attr) do attr[key] = value; end
	local copy = new(stanza.name, attr);
	for child in stanza:children() do
		copy:add_direct_child(is_stanza(child) and st.clone(child) or child);
	end
	return copy;
end

-- Conversion to plain tables that can be stored, and back.

function st.preserialize(stanza)
	local plain = { name = stanza.name, attr = stanza.attr };
	for child in stanza:children() do
		table.insert(plain, is_stanza(child) and st.preserialize(child) or child);
	end
	return plain;
end

function st.deserialize(plain)
	local stanza = new(plain.name, plain.attr);
	for _, child in ipairs(plain) do
		stanza:add_direct_child(type(child) == "table" and st.deserialize(child) or child);
	end
	return stanza;
end

function st.message(attr, body)
	local message = new("message", attr);
	return body and message:text_tag("body", body) or message;
end

function st.presence(attr)
	return new("presence", attr);
end

function st.iq(attr)
	if not (attr and attr.id and attr.type) then
		error("iq stanzas require id and type attributes", 2);
	end
	return new("iq", attr);
end

function st.reply(stanza)
	local attr = stanza.attr;
	return new(stanza.name, {
		to = attr.from, from = attr.to, id = attr.id, type = stanza.name == "iq" and "result" or attr.type;
	});
end

-- Leaves the cursor inside <error/>, so that the application can add its own condition.
function st.error_reply(stanza, error_type, condition, text)
	assert(stanza.attr.type ~= "error", "an error must not be answered with an error"); -- as in Prosody 0.12 and later
	local reply = st.reply(stanza);
	reply.attr.type = "error";
	reply:tag("error", { type = error_type }):tag(condition, { xmlns = xmlns_errors }):up();
	if text then
		reply:text_tag("text", text, { xmlns = xmlns_errors });
	end
	return reply;
end

return setmetatable(st, {
	__index = function (_, key)
		error(("util.stanza's %s is not in the test double: add it to spec/support/stanza.lua"):format(tostring(key)), 2);
	end;
});
