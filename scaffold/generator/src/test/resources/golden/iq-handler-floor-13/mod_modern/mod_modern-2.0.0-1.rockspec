package = "mod_modern"
version = "2.0.0-1"
source = {
	url = "file://."; -- `luarocks make` uses this folder; to publish the module, enter the URL of its repository here
}
description = {
	summary = "Has everything";
	detailed = "More on everything";
	maintainer = "Ann Author";
	-- license = "…"; -- the license under which you publish the module
}
dependencies = {
	"lua >= 5.2, < 5.5";
}
build = {
	type = "builtin";
	modules = {
		mod_modern = "mod_modern.lua";
	};
}
