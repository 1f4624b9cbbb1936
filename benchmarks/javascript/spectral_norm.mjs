/** The spectral norm of an infinite matrix, by power iteration: number arithmetic in callbacks and loops. */

const entry = (i, j) => 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);

const times = (vector) => vector.map((_, i) => vector.reduce((sum, x, j) => sum + entry(i, j) * x, 0));

function transposedTimes(vector) {
  const result = [];
  for (let i = 0; i < vector.length; i++) {
    let total = 0;
    for (let j = 0; j < vector.length; j++) total += entry(j, i) * vector[j];
    result.push(total);
  }
  return result;
}

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);

export function main(n = 280) {
  let u = new Array(n).fill(1);
  let v = u;
  for (let count = 0; count < 6; count++) {
    v = transposedTimes(times(u));
    u = transposedTimes(times(v));
  }
  const result = Math.sqrt(dot(u, v) / dot(v, v)).toFixed(9);
  if (n === 280 && result !== '1.274223948') throw new Error(result);
  return result;
}
