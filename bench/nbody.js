const SOLAR = 4 * Math.PI * Math.PI, DAYS = 365.24;
class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x; this.y = y; this.z = z;
    this.vx = vx; this.vy = vy; this.vz = vz;
    this.mass = mass;
  }
}
function energy(bodies) {
  let e = 0;
  for (let i = 0; i < bodies.length; i++) {
    const b = bodies[i];
    e += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz);
    for (let j = i + 1; j < bodies.length; j++) {
      const c = bodies[j], dx = b.x - c.x, dy = b.y - c.y, dz = b.z - c.z;
      e -= b.mass * c.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}
function advance(bodies, dt) {
  for (let i = 0; i < bodies.length; i++) {
    const b = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const c = bodies[j], dx = b.x - c.x, dy = b.y - c.y, dz = b.z - c.z;
      const d = dx * dx + dy * dy + dz * dz, mag = dt / (d * Math.sqrt(d));
      b.vx -= dx * c.mass * mag;
      b.vy -= dy * c.mass * mag;
      b.vz -= dz * c.mass * mag;
      c.vx += dx * b.mass * mag;
      c.vy += dy * b.mass * mag;
      c.vz += dz * b.mass * mag;
    }
  }
  for (const b of bodies) {
    b.x += dt * b.vx;
    b.y += dt * b.vy;
    b.z += dt * b.vz;
  }
}
const bodies = [
  new Body(0, 0, 0, 0, 0, 0, SOLAR),
  new Body(4.84, -1.16, -0.10, 0.00166 * DAYS, 0.00770 * DAYS, -0.0000690 * DAYS, 0.000955 * SOLAR),
  new Body(8.34, 4.12, -0.40, -0.00277 * DAYS, 0.00500 * DAYS, 0.0000230 * DAYS, 0.000286 * SOLAR),
  new Body(12.89, -15.11, -0.22, 0.00296 * DAYS, 0.00238 * DAYS, -0.0000297 * DAYS, 0.0000437 * SOLAR),
  new Body(15.38, -25.92, 0.18, 0.00268 * DAYS, 0.00163 * DAYS, -0.0000952 * DAYS, 0.0000515 * SOLAR),
];
console.log(energy(bodies).toFixed(9));
for (let step = 0; step < 500_000; step++) advance(bodies, 0.01); // quick: 100_000
console.log(energy(bodies).toFixed(9));
