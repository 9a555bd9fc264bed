-- Each thread knows its number.
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

-- With the argument `fresh` every request has an address that nobody asked for before.
function init(args)
  if args[1] ~= "fresh" then return end
  local sent = 0
  local since = os.time()
  request = function()
    sent = sent + 1
    return wrk.format(nil, string.format("%s?fresh=%d-%d-%d", wrk.path, since, number, sent))
  end
end

-- wrk calls this at the end; times are in microseconds.
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("\nSUMMARY %d %d %d %d %d %d\n",
    summary.requests, summary.duration, summary.bytes, latency:percentile(50),
    latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
