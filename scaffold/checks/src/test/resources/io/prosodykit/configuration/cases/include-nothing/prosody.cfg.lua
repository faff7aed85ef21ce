VirtualHost "example.org"
Include "*.nothing.lua"
