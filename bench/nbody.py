from math import pi, sqrt

SOLAR, DAYS = 4 * pi * pi, 365.24


class Body:
    __slots__ = ("x", "y", "z", "vx", "vy", "vz", "mass")

    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def energy(bodies):
    e = 0.0
    for i, b in enumerate(bodies):
        e += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
        for c in bodies[i + 1:]:
            dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
            e -= b.mass * c.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return e


def advance(pairs, bodies, dt):
    for b, c in pairs:
        dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
        d = dx * dx + dy * dy + dz * dz
        mag = dt / (d * sqrt(d))
        b.vx -= dx * c.mass * mag
        b.vy -= dy * c.mass * mag
        b.vz -= dz * c.mass * mag
        c.vx += dx * b.mass * mag
        c.vy += dy * b.mass * mag
        c.vz += dz * b.mass * mag
    for b in bodies:
        b.x += dt * b.vx
        b.y += dt * b.vy
        b.z += dt * b.vz


def main():
    bodies = [
        Body(0, 0, 0, 0, 0, 0, SOLAR),
        Body(4.84, -1.16, -0.10, 0.00166 * DAYS, 0.00770 * DAYS, -0.0000690 * DAYS, 0.000955 * SOLAR),
        Body(8.34, 4.12, -0.40, -0.00277 * DAYS, 0.00500 * DAYS, 0.0000230 * DAYS, 0.000286 * SOLAR),
        Body(12.89, -15.11, -0.22, 0.00296 * DAYS, 0.00238 * DAYS, -0.0000297 * DAYS, 0.0000437 * SOLAR),
        Body(15.38, -25.92, 0.18, 0.00268 * DAYS, 0.00163 * DAYS, -0.0000952 * DAYS, 0.0000515 * SOLAR),
    ]
    pairs = [(b, c) for i, b in enumerate(bodies) for c in bodies[i + 1:]]
    print("%.9f" % energy(bodies))
    for _ in range(500_000):  # quick: 100_000
        advance(pairs, bodies, 0.01)
    print("%.9f" % energy(bodies))


main()
