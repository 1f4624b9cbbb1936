/** The Mandelbrot set twice: with numbers of its own and with a class of complex numbers. */

class Complex {
  constructor(re, im) {
    this.re = re;
    this.im = im;
  }

  plus(other) {
    return new Complex(this.re + other.re, this.im + other.im);
  }

  times(other) {
    return new Complex(this.re * other.re - this.im * other.im, this.re * other.im + this.im * other.re);
  }

  get size() {
    return Math.hypot(this.re, this.im);
  }
}

function escapeTime(cx, cy, limit) {
  let [x, y] = [0, 0];
  for (let i = 0; i < limit; i++) {
    const xx = x * x;
    const yy = y * y;
    if (xx + yy > 4) return i;
    y = 2 * x * y + cy;
    x = xx - yy + cx;
  }
  return limit;
}

function complexEscapeTime(c, limit) {
  let z = new Complex(0, 0);
  for (let i = 0; i < limit; i++) {
    if (z.size > 2) return i;
    z = z.times(z).plus(c);
  }
  return limit;
}

function render(width, height, limit) {
  const rows = [];
  for (let row = 0; row < height; row++) {
    const cy = ((row + 0.5) / height) * 2.4 - 1.2;
    const line = [];
    for (let column = 0; column < width; column++) {
      const cx = ((column + 0.5) / width) * 3.2 - 2.2;
      line.push(escapeTime(cx, cy, limit));
    }
    rows.push(line);
  }
  return rows;
}

export function main(width = 400, height = 200, limit = 200) {
  const total = render(width, height, limit).reduce((sum, line) => line.reduce((part, time) => part + time, sum), 0);
  let exact = 0;
  for (let x = -20; x < 10; x++) {
    for (let y = -10; y < 10; y++) exact += complexEscapeTime(new Complex(x / 10, y / 10), limit);
  }
  if (width === 400 && height === 200 && limit === 200 && !(total === 3532592 && exact === 34679)) {
    throw new Error(`${total} ${exact}`);
  }
  return [total, exact];
}
