package = "mod_storage_parts"
version = "0.1.0-1"
source = {
	url = "file://."; -- `luarocks make` takes this folder; to publish the module, put the address of its repository here
}
description = {
	summary = "Keeps data in files of its own";
	-- license = "…"; -- the one that you publish the module under
}
dependencies = {
	"lua >= 5.2, < 5.5";
}
build = {
	type = "builtin";
	modules = {
		mod_storage_parts = "mod_storage_parts.lua";
	};
}
