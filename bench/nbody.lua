local solar, days = 4 * math.pi * math.pi, 365.24
local function body(x, y, z, vx, vy, vz, m)
  return { x = x, y = y, z = z, vx = vx, vy = vy, vz = vz, mass = m }
end
local bodies = {
  body(0, 0, 0, 0, 0, 0, solar),
  body(4.84, -1.16, -0.10, 0.00166 * days, 0.00770 * days, -0.0000690 * days, 0.000955 * solar),
  body(8.34, 4.12, -0.40, -0.00277 * days, 0.00500 * days, 0.0000230 * days, 0.000286 * solar),
  body(12.89, -15.11, -0.22, 0.00296 * days, 0.00238 * days, -0.0000297 * days, 0.0000437 * solar),
  body(15.38, -25.92, 0.18, 0.00268 * days, 0.00163 * days, -0.0000952 * days, 0.0000515 * solar),
}
local n, sqrt = #bodies, math.sqrt
local function energy()
  local e = 0
  for i = 1, n do
    local b = bodies[i]
    e = e + 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
    for j = i + 1, n do
      local c = bodies[j]
      local dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
      e = e - b.mass * c.mass / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return e
end
local function advance(dt)
  for i = 1, n do
    local b = bodies[i]
    for j = i + 1, n do
      local c = bodies[j]
      local dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
      local d = dx * dx + dy * dy + dz * dz
      local mag = dt / (d * sqrt(d))
      b.vx = b.vx - dx * c.mass * mag
      b.vy = b.vy - dy * c.mass * mag
      b.vz = b.vz - dz * c.mass * mag
      c.vx = c.vx + dx * b.mass * mag
      c.vy = c.vy + dy * b.mass * mag
      c.vz = c.vz + dz * b.mass * mag
    end
  end
  for i = 1, n do
    local b = bodies[i]
    b.x = b.x + dt * b.vx
    b.y = b.y + dt * b.vy
    b.z = b.z + dt * b.vz
  end
end
print(string.format("%.9f", energy()))
for _ = 1, 500000 do advance(0.01) end -- quick: 100000
print(string.format("%.9f", energy()))
