VirtualHost "example.org"
local function deep() error("no such site") end
deep()
