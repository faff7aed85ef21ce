fine = 1
broken = { "a"
