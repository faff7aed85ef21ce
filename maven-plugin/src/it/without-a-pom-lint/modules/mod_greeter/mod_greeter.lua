local jid = require "prosody.util.jid";

module:hook("message/bare", function (event)
	print(jid.bare(event.stanza.attr.from));
	return module:may(":greet", event);
end);
