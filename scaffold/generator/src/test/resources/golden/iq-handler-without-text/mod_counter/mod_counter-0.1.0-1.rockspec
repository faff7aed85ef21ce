package = "mod_counter"
version = "0.1.0-1"
source = {
	url = "file://."; -- `luarocks make` takes this folder; to publish the module, put the address of its repository here
}
description = {
	summary = "Answers an iq query";
	-- license = "…"; -- the one that you publish the module under
}
dependencies = {
	"lua >= 5.1, < 5.5";
}
build = {
	type = "builtin";
	modules = {
		mod_counter = "mod_counter.lua";
	};
}
