-- Reports what happens to the host, as one line of JSON for each event, and to the spec's own subscribers.
return function(part)
  local concat, format, sub, type, version = table.concat, string.format, string.sub, type, _VERSION
  local tree, events, json = part "tree", part "events", part "json"
  local emit, clock = part "emit", part "settings".clock

  local report = {}
  local fault_of = {}

  -- A printed value may take many megabytes, which nobody reads and which would be in memory several times.
  local longest = 32768

  local function shortened(text)
    if type(text) ~= "string" or #text <= longest then
      return text
    end
    return sub(text, 1, longest) .. format(" [%d bytes omitted]", #text - longest)
  end

  local function described(event, element)
    local path = tree.names(element)
    return {
      event = event,
      file = tree.file_of(element),
      name = shortened(concat(path, " ")),
      path = path,
      line = element.line,
    }
  end

  local function with_fault(record, fault)
    record.message, record.trace = shortened(fault.message), shortened(fault.trace)
    record.expected, record.actual = shortened(fault.expected), shortened(fault.actual)
    record.line = fault.line or record.line
    return record
  end

  function report.suite_error(element, fault)
    local record = with_fault(described("suite-error", element), fault)
    record.descriptor = element.descriptor
    if record.name == "" then
      record.name = record.file or element.descriptor
    end
    emit(json(record))
  end

  -- A fault of a test is reported at the end of the test; any other at once.
  function report.fault(element, fault)
    if element.running then
      fault_of[element] = fault_of[element] or {}
      fault_of[element][fault.status] = fault_of[element][fault.status] or fault
    else
      report.suite_error(element, fault)
    end
    events.publish({ fault.status, element.descriptor }, element, element.parent, fault.message,
      { traceback = fault.trace, currentline = fault.line, short_src = tree.file_of(element) })
  end

  local outranks = {
    pending = { failure = true, error = true },
    success = { pending = true, failure = true, error = true },
  }

  -- The first failure or error of a test counts.
  function report.outcome(element, status)
    if (outranks[element.outcome] or {})[status] then
      element.outcome = status
    end
  end

  local function published(kind, moment, element, ...)
    if not events.any() then
      return true
    end
    local arguments = part("arguments").pack(...)
    return part("blocks").guarded(function()
      events.publish({ kind, moment }, element, part("arguments").unpack(arguments))
    end, element) == "success"
  end

  function report.start(kind, element)
    if kind == "file" then
      emit(json { event = "file", file = element.name })
    elseif kind == "test" then
      local record = described("start", element)
      record.lua = version
      emit(json(record))
      element.running, element.outcome, element.started = true, "success", clock()
    end
    return published(kind, "start", element, element.parent)
  end

  function report.finish(kind, element)
    if kind ~= "test" then
      published(kind, "end", element, element.parent)
      return
    end
    local record = described("test", element)
    record.seconds = clock() - element.started
    if element.exited and element.outcome ~= "failure" then
      element.outcome = "error"
      record.message = element.exited
    end
    published(kind, "end", element, element.parent, element.outcome)
    local known = fault_of[element]
    if known and known[element.outcome] then
      with_fault(record, known[element.outcome])
    end
    record.outcome = element.outcome
    element.running, fault_of[element] = nil, nil
    emit(json(record))
  end

  return report
end
