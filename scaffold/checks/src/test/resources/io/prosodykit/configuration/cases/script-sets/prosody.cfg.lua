RunScript "script.lua"
copied = from_script
VirtualHost "example.org"
