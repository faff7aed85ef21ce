VirtualHost "example.org"
RunScript "script.lua"
