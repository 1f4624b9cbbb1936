"""Planets around the sun with plain lists of floats: indexing and float arithmetic."""

from math import pi, sqrt

DAYS = 365.24
SOLAR_MASS = 4 * pi * pi

# Position (astronomical units), velocity (units a day), mass (suns).
BODIES = {
    "sun": ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 1.0),
    "jupiter": ([4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
                [0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023], 9.54791938424326609e-4),
    "saturn": ([8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
               [-0.00276742510726411, 0.00499852801234917238, 0.0000230417297573763929], 2.85885980666130812e-4),
    "uranus": ([12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
               [0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556], 4.36624404335156298e-5),
    "neptune": ([15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
                [0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870], 5.15138902046611451e-5),
}


def make_system():
    system = []
    for position, velocity, mass in BODIES.values():
        system.append((list(position), [v * DAYS for v in velocity], mass * SOLAR_MASS))
    momentum = [0.0, 0.0, 0.0]
    for _, velocity, mass in system:
        for axis in range(3):
            momentum[axis] += velocity[axis] * mass
    sun = system[0]
    for axis in range(3):
        sun[1][axis] = -momentum[axis] / SOLAR_MASS
    return system


def pairs_of(items):
    return [(a, b) for i, a in enumerate(items) for b in items[i + 1:]]


def advance(system, pairs, step, count):
    for _ in range(count):
        for (p1, v1, m1), (p2, v2, m2) in pairs:
            dx = p1[0] - p2[0]
            dy = p1[1] - p2[1]
            dz = p1[2] - p2[2]
            squared = dx * dx + dy * dy + dz * dz
            magnitude = step / (squared * sqrt(squared))
            b1 = m1 * magnitude
            b2 = m2 * magnitude
            v1[0] -= dx * b2
            v1[1] -= dy * b2
            v1[2] -= dz * b2
            v2[0] += dx * b1
            v2[1] += dy * b1
            v2[2] += dz * b1
        for position, (vx, vy, vz), _ in system:
            position[0] += step * vx
            position[1] += step * vy
            position[2] += step * vz


def energy(system, pairs):
    total = 0.0
    for _, (vx, vy, vz), mass in system:
        total += 0.5 * mass * (vx * vx + vy * vy + vz * vz)
    for ((x1, y1, z1), _, m1), ((x2, y2, z2), _, m2) in pairs:
        total -= m1 * m2 / sqrt((x1 - x2) ** 2 + (y1 - y2) ** 2 + (z1 - z2) ** 2)
    return total


def main(steps=50_000):
    system = make_system()
    pairs = pairs_of(system)
    before = energy(system, pairs)
    advance(system, pairs, 0.01, steps)
    after = energy(system, pairs)
    assert abs(before - after) < 1e-4
    return f"{before:.9f} {after:.9f}"


if __name__ == "__main__":
    print("nbody_lists:", main())
