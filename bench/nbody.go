// Floating point in structs: the orbits of the outer planets.
package main

import (
	"fmt"
	"math"
)

type body struct{ x, y, z, vx, vy, vz, mass float64 }

const (
	solarMass   = 4 * math.Pi * math.Pi
	daysPerYear = 365.24
)

func energy(bodies []body) (e float64) {
	for i := range bodies {
		b := &bodies[i]
		e += 0.5 * b.mass * (b.vx*b.vx + b.vy*b.vy + b.vz*b.vz)
		for j := i + 1; j < len(bodies); j++ {
			c := &bodies[j]
			dx, dy, dz := b.x-c.x, b.y-c.y, b.z-c.z
			e -= b.mass * c.mass / math.Sqrt(dx*dx+dy*dy+dz*dz)
		}
	}
	return e
}

func advance(bodies []body, dt float64) {
	for i := range bodies {
		b := &bodies[i]
		for j := i + 1; j < len(bodies); j++ {
			c := &bodies[j]
			dx, dy, dz := b.x-c.x, b.y-c.y, b.z-c.z
			d := dx*dx + dy*dy + dz*dz
			mag := dt / (d * math.Sqrt(d))
			b.vx -= dx * c.mass * mag
			b.vy -= dy * c.mass * mag
			b.vz -= dz * c.mass * mag
			c.vx += dx * b.mass * mag
			c.vy += dy * b.mass * mag
			c.vz += dz * b.mass * mag
		}
	}
	for i := range bodies {
		b := &bodies[i]
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func main() {
	bodies := []body{
		{0, 0, 0, 0, 0, 0, solarMass},
		{4.84, -1.16, -0.10, 0.00166 * daysPerYear, 0.00770 * daysPerYear, -0.0000690 * daysPerYear, 0.000955 * solarMass},
		{8.34, 4.12, -0.40, -0.00277 * daysPerYear, 0.00500 * daysPerYear, 0.0000230 * daysPerYear, 0.000286 * solarMass},
		{12.89, -15.11, -0.22, 0.00296 * daysPerYear, 0.00238 * daysPerYear, -0.0000297 * daysPerYear, 0.0000437 * solarMass},
		{15.38, -25.92, 0.18, 0.00268 * daysPerYear, 0.00163 * daysPerYear, -0.0000952 * daysPerYear, 0.0000515 * solarMass},
	}
	fmt.Printf("%.9f\n", energy(bodies))
	for i := 0; i < 500_000; i++ { // quick: 100_000
		advance(bodies, 0.01)
	}
	fmt.Printf("%.9f\n", energy(bodies))
}
