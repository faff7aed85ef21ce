package = "mod_ancient"
version = "2.0.0-1"
source = {
	url = "file://."; -- `luarocks make` takes this folder; to publish the module, put the address of its repository here
}
description = {
	summary = "Has everything";
	detailed = "More on everything";
	maintainer = "Ann Author";
	-- license = "…"; -- the one that you publish the module under
}
dependencies = {
	"lua >= 5.1, < 5.3";
}
build = {
	type = "builtin";
	modules = {
		mod_ancient = "mod_ancient.lua";
	};
}
