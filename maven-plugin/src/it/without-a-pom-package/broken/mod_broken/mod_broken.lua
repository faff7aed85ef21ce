local jid = require "prosody.util.jid";
module:log("info", "Hello %s", jid.bare("romeo@localhost/orchard"));
