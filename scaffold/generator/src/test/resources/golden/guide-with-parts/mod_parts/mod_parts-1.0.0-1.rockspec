package = "mod_parts"
version = "1.0.0-1"
source = {
	url = "file://."; -- `luarocks make` uses this folder; to publish the module, enter the URL of its repository here
}
description = {
	summary = "Brief description of module functionality";
	-- license = "…"; -- the license under which you publish the module
}
dependencies = {
	"lua >= 5.1, < 5.5";
}
build = {
	type = "builtin";
	modules = {
		mod_parts = "mod_parts.lua";
	};
}
