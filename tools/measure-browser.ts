/**
 * Measures a cold start in Chromium, from files that a server on this machine reads: `print('hello')`, a new browser each time.
 *
 *     node tools/run.mjs tools/measure-browser.ts [ROUNDS]
 *
 * Prints the minimum and the median of each step. Minima are what to compare on a shared machine.
 */
import { findChromium, runInPage } from '../test/browser/chromium.ts';

/** Each step with the moment of its end, in the order in which they happen. */
const SCRIPT = `
  const begin = performance.now();
  const { Typhon } = await import('/dist/index.mjs');
  const loaded = performance.now();
  let output = '';
  const typhon = await Typhon.create({ stdout: (text) => (output += text) });
  const created = performance.now();
  typhon.run('print("hello")');
  const printed = performance.now();
  if (output !== 'hello\\n') throw new Error(output);
  const files = Object.fromEntries(
    performance.getEntriesByType('resource').map((entry) => [entry.name.replace(/.*\\//, '').replace(/-.*\\./, '.'), entry.duration]),
  );
  await report({ bundle: loaded - begin, create: created - loaded, run: printed - created, total: printed - begin, ...files });
`;

const chromium = findChromium();
if (chromium === undefined) throw new Error('there is no Chromium: install it, or name it in TYPHON_CHROMIUM');
const rounds = Number(process.argv[2] ?? 10);
const samples = new Map<string, number[]>();
for (let round = 0; round < rounds; round++) {
  const steps = (await runInPage(chromium, SCRIPT)) as Record<string, number>;
  for (const [name, time] of Object.entries(steps)) samples.set(name, [...(samples.get(name) ?? []), time]);
}
console.log(`${'step'.padEnd(24)}     min  median   (ms, ${rounds} rounds)`);
for (const [name, times] of samples) {
  times.sort((a, b) => a - b);
  console.log(`${name.padEnd(24)}${times[0].toFixed(0).padStart(8)}${times[times.length >> 1].toFixed(0).padStart(8)}`);
}
