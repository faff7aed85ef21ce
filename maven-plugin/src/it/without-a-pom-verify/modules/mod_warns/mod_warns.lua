module:log("warn", "this is no good");
