callback = function () end
mixed = { "a", "b", key = "c", [10] = "d", [true] = "e", [2.5] = "f" }
nested = { { { { "deep" } } } }
infinite = 1/0
gone = "x"
gone = nil
local loop = {}
loop.itself = loop
cyclic = loop
VirtualHost "example.org"
name = nil
