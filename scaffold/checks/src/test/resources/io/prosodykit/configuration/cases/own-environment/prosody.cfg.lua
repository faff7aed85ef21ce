local function loaded(text) return (load(text))() end
VirtualHost "example.org"
result = loaded("return 1 + 1")
