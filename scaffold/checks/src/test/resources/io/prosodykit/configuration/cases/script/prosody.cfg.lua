local answer = RunScript "script.lua"
from_script = answer
VirtualHost "example.org"
