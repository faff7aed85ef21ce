-- A test double of a room, as the handlers of mod_muc's events see it; `data` is the saved data of an earlier one.
-- luacheck: std min

return function (jid, data)
	local room = { jid = jid, routed = {}, _data = data or {} };
	function room.get_name() return room.name; end
	function room.set_name(_, name) room.name = name; end
	function room.route_stanza(_, stanza) table.insert(room.routed, stanza); end
	return room;
end
