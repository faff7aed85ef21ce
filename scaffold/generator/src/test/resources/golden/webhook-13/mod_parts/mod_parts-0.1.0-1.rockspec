package = "mod_parts"
version = "0.1.0-1"
source = {
	url = "file://."; -- `luarocks make` uses this folder; to publish the module, enter the URL of its repository here
}
description = {
	summary = "Posts logins to a URL";
	-- license = "…"; -- the license under which you publish the module
}
dependencies = {
	"lua >= 5.2, < 5.5";
}
build = {
	type = "builtin";
	modules = {
		mod_parts = "mod_parts.lua";
	};
}
