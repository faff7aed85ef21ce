module:log("debug", "fine")
