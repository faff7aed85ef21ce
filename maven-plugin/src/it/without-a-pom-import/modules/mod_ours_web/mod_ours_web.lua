module:depends("http");
module:depends("ours_store");
local = 1
