assert(module:get_option_string("fine_text") == "well");
module:depends("http");
module:provides("http", { route = { GET = "fine" } });
