package = "mod_kitchen"
version = "2.0.0-1"
source = {
	url = "file://."; -- `luarocks make` takes this folder; to publish the module, put the address of its repository here
}
description = {
	summary = "Say \"hi\" to ]] -- {{you}} & ${me} # not: YAML | <b>, 'twas\nluacheck: ignore";
	detailed = "Feeds *all* guests.\n\n1. with <soup>\n2. with [pie](http://example.org)";
	maintainer = "Zoë \"Z\" O'Hara <zoe@example.org>";
	-- license = "…"; -- the one that you publish the module under
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
