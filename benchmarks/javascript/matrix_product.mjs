/** Matrix products of integers and of fractions, by index, by rows and columns, and by Strassen's rule over a Matrix class. */

class Matrix {
  constructor(rows) {
    this.rows = rows;
  }

  static generate(size, entry) {
    return new Matrix(Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry(i, j))));
  }

  get length() {
    return this.rows.length;
  }

  plus(other) {
    return new Matrix(this.rows.map((row, i) => row.map((x, j) => x + other.rows[i][j])));
  }

  minus(other) {
    return new Matrix(this.rows.map((row, i) => row.map((x, j) => x - other.rows[i][j])));
  }

  times(other) {
    const columns = other.rows[0].map((_, j) => other.rows.map((row) => row[j]));
    return new Matrix(
      this.rows.map((row) => columns.map((column) => row.reduce((sum, x, k) => sum + x * column[k], 0))),
    );
  }

  quarters() {
    const half = this.length / 2;
    return [this.rows.slice(0, half), this.rows.slice(half)].flatMap((rows) => [
      new Matrix(rows.map((row) => row.slice(0, half))),
      new Matrix(rows.map((row) => row.slice(half))),
    ]);
  }

  trace() {
    return this.rows.reduce((sum, row, i) => sum + row[i], 0);
  }
}

function byIndex(a, b) {
  const n = a.length;
  const result = Array.from({ length: n }, () => new Array(n).fill(0));
  for (let i = 0; i < n; i++) {
    const row = a[i];
    const target = result[i];
    for (let k = 0; k < n; k++) {
      const factor = row[k];
      const other = b[k];
      for (let j = 0; j < n; j++) target[j] += factor * other[j];
    }
  }
  return result;
}

function strassen(a, b) {
  if (a.length <= 16) return a.times(b);
  const [a11, a12, a21, a22] = a.quarters();
  const [b11, b12, b21, b22] = b.quarters();
  const p1 = strassen(a11.plus(a22), b11.plus(b22));
  const p2 = strassen(a21.plus(a22), b11);
  const p3 = strassen(a11, b12.minus(b22));
  const p4 = strassen(a22, b21.minus(b11));
  const p5 = strassen(a11.plus(a12), b22);
  const p6 = strassen(a21.minus(a11), b11.plus(b12));
  const p7 = strassen(a12.minus(a22), b21.plus(b22));
  const beside = (left, right) => left.rows.map((row, i) => row.concat(right.rows[i]));
  const top = beside(p1.plus(p4).minus(p5).plus(p7), p3.plus(p5));
  const bottom = beside(p2.plus(p4), p1.minus(p2).plus(p3).plus(p6));
  return new Matrix([...top, ...bottom]);
}

const scaled = (rows, factor) => rows.map((row) => row.map((x) => x * factor));
const equal = (rows, others) => rows.every((row, i) => row.every((x, j) => x === others[i][j]));

export function main(size = 128) {
  const a = Matrix.generate(size, (i, j) => ((i * 7 + j * 3) % 11) - 5);
  const b = Matrix.generate(size, (i, j) => ((i * 5 + j * 2) % 13) - 6);
  const fractions = byIndex(scaled(a.rows, 1 / 8), scaled(b.rows, 1 / 4));
  const integers = byIndex(a.rows, b.rows);
  if (!equal(strassen(a, b).rows, integers) || !equal(integers, scaled(fractions, 32))) {
    throw new Error('the products differ');
  }
  const trace = new Matrix(integers).trace();
  if (size === 128 && trace !== 182) throw new Error(`${trace}`);
  return trace;
}
