module:hook("message/bare", function (event)
	return module.may and module:may(":greet", event);
end);
