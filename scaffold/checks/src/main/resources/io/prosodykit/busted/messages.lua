-- The texts of failed assertions, under keys that custom assertions may also use. Specs of custom assertions
-- compare some of them exactly, so those are the texts that luassert's users know.
-- For each text with two values, returns which of its arguments is the actual and which is the expected value.
return function(part)
  local say = part "say"
  local actual_first, expected_first = { actual = 1, expected = 2 }, { actual = 2, expected = 1 }
  local shown_values = {}

  local function set(name, positive, negative, shown)
    say:set("assertion." .. name .. ".positive", positive)
    say:set("assertion." .. name .. ".negative", negative)
    shown_values["assertion." .. name .. ".positive"] = shown
  end

  local function compared(name, what, extent)
    extent = extent or ""
    local shape = "Expected %s %s.\nPassed in:\n%%s\n%s:\n%%s%s"
    set(name, shape:format(what[1], what[2], "Expected", extent),
      shape:format(what[1], what[3], "Did not expect", extent), actual_first)
  end

  compared("same", { "objects", "to be the same", "to not be the same" })
  compared("equals", { "objects", "to be equal", "to not be equal" })
  compared("near", { "values", "to be near", "to not be near" }, " +/- %s")
  compared("matches", { "strings", "to match", "not to match" })
  set("unique", "Expected object to be unique:\n%s", "Expected object to not be unique:\n%s")
  set("truthy", "Expected to be truthy, but value was:\n%s", "Expected to not be truthy, but value was:\n%s")
  set("falsy", "Expected to be falsy, but value was:\n%s", "Expected to not be falsy, but value was:\n%s")
  set("error", "Expected a different error.\nCaught:\n%s\nExpected:\n%s",
    "Expected no error, but caught:\n%s", actual_first)
  set("array_holes", "Expected array to have holes, but it has none.",
    "Expected array to not have holes, but one is at: %s")
  set("returned_arguments", "Expected %s argument(s), but there were %s",
    "Expected any number but %s argument(s), and there were %s", expected_first)

  local function counted(name, words)
    set(name, "Expected to be called" .. words .. " %s time(s), but was called %s time(s)", nil, expected_first)
  end

  counted("called", "")
  say:set("assertion.called.negative", "Expected not to be called exactly %s time(s), but it was")
  counted("called_at_least", " at least")
  counted("called_at_most", " at most")
  counted("called_more_than", " more than")
  counted("called_less_than", " less than")
  set("called_with",
    "Function was never called with matching arguments.\nCalled with (last call if any):\n%s\nExpected:\n%s",
    "Function was called with matching arguments at least once.\nCalled with (last matching call):\n%s\n"
      .. "Did not expect:\n%s", actual_first)
  set("returned_with",
    "Function never returned matching arguments.\nReturned (last call if any):\n%s\nExpected:\n%s",
    "Function returned matching arguments at least once.\nReturned (last matching call):\n%s\n"
      .. "Did not expect:\n%s", actual_first)

  say:set("assertion.internal.argtolittle", "'%s' needs at least %s argument(s), got %s")
  say:set("assertion.internal.badargtype", "bad argument #%s to '%s' (%s expected, got %s)")

  return shown_values
end
