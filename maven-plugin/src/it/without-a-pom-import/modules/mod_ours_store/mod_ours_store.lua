-- Keeps archives, as XEP-0313 has them
module:provides("storage");
local path = module:get_option_string("ours_store_path", "data");
