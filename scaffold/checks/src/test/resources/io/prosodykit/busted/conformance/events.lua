-- An output handler for busted: a line for each test and each fault outside of tests, in the file named in SPEC_EVENTS.
return function()
  local busted = require "busted"
  local handler = require "busted.outputHandlers.base"()
  local out = assert(io.open(os.getenv "SPEC_EVENTS", "w"))
  local where = {}

  local function file_of(element)
    while element and element.descriptor ~= "file" do
      element = busted.parent(element)
    end
    return element and element.name
  end

  local function name_of(element)
    if element.descriptor == "file" then
      return element.name
    end
    return (handler.getFullName(element):gsub("^suite ", ""))
  end

  local function line_in(element, trace)
    return trace and trace.source == "@" .. tostring(file_of(element)) and trace.currentline or "?"
  end

  local function write(...)
    -- tabs part the fields
    local fields = { ... }
    for i, field in ipairs(fields) do
      fields[i] = tostring(field):gsub("\n", "\\n"):gsub("\t", "\\t")
    end
    out:write(table.concat(fields, "\t"), "\n")
  end

  local function fault(status)
    return function(element, _, _, trace)
      if element.descriptor == "it" then
        where[element] = where[element] or {}
        where[element][status] = where[element][status] or line_in(element, trace)
      else
        write("suite-error", name_of(element), line_in(element, trace))
      end
      return nil, true
    end
  end

  function handler.subscribe()
    busted.subscribe({ "test", "end" }, function(element, _, status)
      local line = where[element] and where[element][status] or line_in(element, element.trace)
      write(status, name_of(element), line)
      return nil, true
    end)
    busted.subscribe({ "failure" }, fault "failure")
    busted.subscribe({ "error" }, fault "error")
    busted.subscribe({ "pending" }, fault "pending")
    busted.subscribe({ "suite", "end" }, function()
      out:close()
      return nil, true
    end)
  end

  return handler
end
