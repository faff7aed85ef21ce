-- a file begins in the global section
global_from_own = true
