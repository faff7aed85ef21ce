package = "mod_example"
version = "1.0.0-1"
source = {
	url = "file://."; -- `luarocks make` takes this folder; to publish the module, put the address of its repository here
}
description = {
	summary = "Brief description of module functionality";
	-- license = "…"; -- the one that you publish the module under
}
dependencies = {
	"lua >= 5.1, < 5.5";
}
build = {
	type = "builtin";
	modules = {
		mod_example = "mod_example.lua";
	};
}
