from_second = true
