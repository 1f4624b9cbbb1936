/** No operation of a builtin outlives its limit, and the interpreter goes on afterwards. */
import assert from 'node:assert';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../tools/bundle.mjs';
import { LONG_OPERATIONS } from './long-operations.ts';
import { measure } from './measuring.ts';
import type { Measured } from './measuring-worker.ts';

/** Seconds of CPU time for each operation. */
const LIMIT = 0.03;
/** Milliseconds after it: far above what is measured, because a busy machine and the collector's threads count as well. */
const LATEST = 1500;
/** One operation in so many: tools/measure-latency.ts runs them all. */
const SHARE = 6;

const OPERATIONS = LONG_OPERATIONS.filter((_, index) => index % SHARE === 0);

test('long operations end at their limit', { skip: !existsSync('dist/cli.mjs') && 'not built' }, async () => {
  const folder = `build/test/interruption-${process.pid}`;
  await bundle({ 'measuring-worker': 'test/interruption/measuring-worker.ts' }, folder);
  const wrong: string[] = [];
  let count = 0;
  const check = ({ index, outcome, latency }: Measured): void => {
    count++;
    if (outcome === 'LimitExceeded' && latency < LATEST) return;
    wrong.push(`${OPERATIONS[index].operation}: ${outcome} after ${latency.toFixed(0)} ms`);
  };
  await measure(pathToFileURL(`${folder}/measuring-worker.mjs`), OPERATIONS, LIMIT, check);
  assert.deepStrictEqual(wrong, []);
  assert.strictEqual(count, OPERATIONS.length);
});
