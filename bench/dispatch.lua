local function class(area) return { __index = { area = area } } end
local square = class(function(self, k) return self.side * self.side + k end)
local rect = class(function(self, k) return self.w * self.h - k end)
local unit = class(function(_, k) return k end)
local shapes = { [0] = setmetatable({ side = 3 }, square), setmetatable({ w = 2, h = 5 }, rect), setmetatable({}, unit) }
local sum = 0
for i = 0, 5000000 - 1 do -- quick: 1000000
  sum = sum + shapes[i % 3]:area(i % 4)
end
print(string.format("%d", sum))
