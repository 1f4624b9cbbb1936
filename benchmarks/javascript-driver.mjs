/**
 * Calls main() of one program in JavaScript again and again, and prints how long each call took, as driver.py does for Python:
 *
 *   node benchmarks/javascript-driver.mjs benchmarks/javascript/sieve.mjs ITERATIONS SECONDS
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [path, iterations, seconds] = process.argv.slice(2);
const { main } = await import(pathToFileURL(resolve(path)).href);
const begin = performance.now();
const results = new Set();
for (let count = 0; count < Number(iterations); count++) {
  const start = performance.now();
  const result = main();
  const end = performance.now();
  results.add(String(result));
  console.log('iteration', (end - start) / 1000);
  if (end - begin > Number(seconds) * 1000) break;
}
if (results.size !== 1) throw new Error('main() gives different results');
console.log('result', ...results);
