-- What subscribers are told.
local busted = require "busted"
local function named(element) return element and (element.name and tostring(element.name):match("[^/]*$") or element.descriptor) end
local function tell(kind)
  return function(element, parent, status, ...)
    print(kind, named(element), named(parent), type(status) == "string" and status:gsub("^.-:%d+: ", "") or type(status), select("#", ...) > 0)
    return nil, true
  end
end
local subscribed = {}
local function subscribe(channel, func, options) table.insert(subscribed, { busted.subscribe(channel, func, options), channel }) end
subscribe({ "describe", "start" }, tell "describe start")
subscribe({ "describe", "end" }, tell "describe end")
subscribe({ "test", "start" }, function(element, parent) print("test start", named(element), named(parent)) return nil, true end)
subscribe({ "test", "end" }, function(element, parent, status) print("test end", named(element), named(parent), status) return nil, true end)
subscribe({ "test" }, function(element) print("test", named(element)) return nil, true end)
subscribe({ "failure" }, function(element) print("failure", named(element), element.descriptor) return nil, true end)
subscribe({ "error" }, function(element) print("error", named(element), element.descriptor) return nil, true end)
subscribe({ "pending" }, function(element) print("pending", named(element), element.descriptor) return nil, true end)
subscribe({ "own", "channel" }, function(...) print("own", ...) return nil, true end)
subscribe({ "own" }, function(...) print("own parent", ...) return nil, true end)
subscribe({ "own", "channel" }, function() print "stops here" end)
subscribe({ "own", "channel" }, function() print "never" end)
subscribe({ "own", "channel" }, function() print "first" return nil, true end, { priority = 1 })
subscribe({ "own", "channel" }, function() print "never either" return nil, true end, { predicate = function() return false end })

describe("a block", function()
  it("passes", function() busted.publish({ "own", "channel" }, 1, nil, "x") end)
  it("fails", function() assert(false) end)
  it("breaks", function() error "x" end)
  it("waits", function() pending "x" end)
  it("breaks in finally", function() finally(function() error "x" end) end)
  pending("later")
  describe("with a broken body", function() error "x" end)
  describe("with broken hooks", function() before_each(function() error "x" end) it("never", function() end) end)
end)

describe("parents and children", function()
  it("are known", function() print(named(busted.parent({})), #busted.children({})) end)
end)

describe("unsubscribed", function()
  it("tells nothing more", function()
    for _, s in ipairs(subscribed) do busted.unsubscribe(s[1].id, s[2]) end
    busted.publish({ "own", "channel" }, 2)
  end)
  it("neither of this", function() end)
end)
