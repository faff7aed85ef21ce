package = "mod_auth_greeter"
version = "0.1.0-1"
source = {
	url = "file://."; -- `luarocks make` takes this folder; to publish the module, put the address of its repository here
}
description = {
	summary = "Users from the configuration";
	-- license = "…"; -- the one that you publish the module under
}
dependencies = {
	"lua >= 5.1, < 5.5";
}
build = {
	type = "builtin";
	modules = {
		mod_auth_greeter = "mod_auth_greeter.lua";
	};
}
