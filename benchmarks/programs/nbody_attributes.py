"""Planets around the sun as objects with float attributes and small methods."""

from math import sqrt

GRAVITY = 39.47841760435743


class Body:
    def __init__(self, name, mass, x, y, z, vx, vy, vz):
        self.name = name
        self.mass = mass
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz

    def move(self, step):
        self.x += self.vx * step
        self.y += self.vy * step
        self.z += self.vz * step

    def attract(self, other, step):
        dx = other.x - self.x
        dy = other.y - self.y
        dz = other.z - self.z
        squared = dx * dx + dy * dy + dz * dz
        factor = GRAVITY * step / (squared * sqrt(squared))
        mine, theirs = factor * other.mass, factor * self.mass
        self.vx += dx * mine
        self.vy += dy * mine
        self.vz += dz * mine
        other.vx -= dx * theirs
        other.vy -= dy * theirs
        other.vz -= dz * theirs

    def kinetic_energy(self):
        return 0.5 * self.mass * (self.vx ** 2 + self.vy ** 2 + self.vz ** 2)

    def distance(self, other):
        return sqrt((self.x - other.x) ** 2 + (self.y - other.y) ** 2 + (self.z - other.z) ** 2)


class System:
    def __init__(self, bodies):
        self.bodies = bodies

    def step(self, step):
        bodies = self.bodies
        for i, body in enumerate(bodies):
            for j in range(i + 1, len(bodies)):
                body.attract(bodies[j], step)
        for body in bodies:
            body.move(step)

    def energy(self):
        total = sum(body.kinetic_energy() for body in self.bodies)
        for i, body in enumerate(self.bodies):
            for other in self.bodies[i + 1:]:
                total -= GRAVITY * body.mass * other.mass / body.distance(other)
        return total


def build():
    """A star with six planets on nearly circular orbits."""
    bodies = [Body("star", 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)]
    for i in range(1, 7):
        radius = 0.5 * i
        speed = sqrt(GRAVITY / radius)
        bodies.append(Body(f"planet {i}", 1e-5 * i, radius, 0.0, 0.01 * i, 0.0, speed, 0.0))
    return System(bodies)


def main(steps=30_000):
    system = build()
    before = system.energy()
    for _ in range(steps):
        system.step(0.0005)
    after = system.energy()
    assert abs((after - before) / before) < 1e-3
    return f"{before:.9f} {after:.9f}"


if __name__ == "__main__":
    print("nbody_attributes:", main())
