/** Planets around the sun as objects with number properties and small methods. */

const GRAVITY = 39.47841760435743;

class Body {
  constructor(name, mass, [x, y, z], [vx, vy, vz]) {
    this.name = name;
    this.mass = mass;
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx;
    this.vy = vy;
    this.vz = vz;
  }

  move(step) {
    this.x += this.vx * step;
    this.y += this.vy * step;
    this.z += this.vz * step;
  }

  attract(other, step) {
    const dx = other.x - this.x;
    const dy = other.y - this.y;
    const dz = other.z - this.z;
    const squared = dx * dx + dy * dy + dz * dz;
    const factor = (GRAVITY * step) / (squared * Math.sqrt(squared));
    const mine = factor * other.mass;
    const theirs = factor * this.mass;
    this.vx += dx * mine;
    this.vy += dy * mine;
    this.vz += dz * mine;
    other.vx -= dx * theirs;
    other.vy -= dy * theirs;
    other.vz -= dz * theirs;
  }

  kineticEnergy() {
    return 0.5 * this.mass * (this.vx ** 2 + this.vy ** 2 + this.vz ** 2);
  }

  distance(other) {
    return Math.sqrt((this.x - other.x) ** 2 + (this.y - other.y) ** 2 + (this.z - other.z) ** 2);
  }
}

class System {
  constructor(bodies) {
    this.bodies = bodies;
  }

  step(step) {
    const { bodies } = this;
    for (let i = 0; i < bodies.length; i++) {
      for (let j = i + 1; j < bodies.length; j++) bodies[i].attract(bodies[j], step);
    }
    for (const body of bodies) body.move(step);
  }

  energy() {
    let total = this.bodies.reduce((sum, body) => sum + body.kineticEnergy(), 0);
    this.bodies.forEach((body, i) => {
      for (const other of this.bodies.slice(i + 1)) {
        total -= (GRAVITY * body.mass * other.mass) / body.distance(other);
      }
    });
    return total;
  }
}

/** A star with six planets on nearly circular orbits. */
function build() {
  const bodies = [new Body('star', 1, [0, 0, 0], [0, 0, 0])];
  for (let i = 1; i <= 6; i++) {
    const radius = 0.5 * i;
    const speed = Math.sqrt(GRAVITY / radius);
    bodies.push(new Body(`planet ${i}`, 1e-5 * i, [radius, 0, 0.01 * i], [0, speed, 0]));
  }
  return new System(bodies);
}

export function main(steps = 30_000) {
  const system = build();
  const before = system.energy();
  for (let count = 0; count < steps; count++) system.step(0.0005);
  const after = system.energy();
  if (!(Math.abs((after - before) / before) < 1e-3)) throw new Error('the energy changes');
  return `${before.toFixed(9)} ${after.toFixed(9)}`;
}
