package = "mod_kitchen"
version = "2.0.0-1"
source = {
	url = "file://."; -- `luarocks make` uses this folder; to publish the module, enter the URL of its repository here
}
description = {
	summary = "Say \"hi\" to ]] -- {{you}} & ${me} # not: YAML | <b>, 'twas\nluacheck: ignore";
	detailed = "Feeds *all* guests.\n\n1. with <soup>\n2. with [pie](http://example.org)";
	maintainer = "Zoë \"Z\" O'Hara <zoe@example.org>";
	-- license = "…"; -- the license under which you publish the module
}
dependencies = {
	"lua >= 5.1, < 5.5";
}
build = {
	type = "builtin";
	modules = {
		mod_kitchen = "mod_kitchen.lua";
	};
}
