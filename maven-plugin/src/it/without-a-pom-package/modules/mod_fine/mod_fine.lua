module:log("info", "Hello");
