-- names of the manager are variables, not options
local open = VirtualHost
open "example.org"
Include = nil
_G.shared = 5
taken = _G.shared
__currenthost = "moved.example.org"
moved = true
