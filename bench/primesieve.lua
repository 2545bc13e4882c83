-- Each filter is a coroutine: resumed with a number, it gives the number back if it lets it through.
local resume, yield = coroutine.resume, coroutine.yield
local function filter(prime)
  local i = yield()
  while true do i = yield(i % prime ~= 0 and i or nil) end
end
local filters, count, i = {}, 0, 1
local most = 2500 -- quick: 700
while count < most do
  i = i + 1
  local n, ok = i, true
  for k = 1, count do
    ok, n = resume(filters[k], n)
    if not n then break end
  end
  if n then
    count = count + 1
    filters[count] = coroutine.create(filter)
    resume(filters[count], n)
  end
end
print(i)
