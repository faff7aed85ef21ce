-- a script runs outside: what it sets is no option
from_script = "global"
