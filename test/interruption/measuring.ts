/** Measures long operations in threads; one that hangs is ended with its thread, and the others go on in a new one. */
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LongOperation } from './long-operations.ts';
import type { Job, Measured } from './measuring-worker.ts';

/** Milliseconds after which an operation is given up, and what prepares a group of operations. */
const PATIENCE = 30_000;
const SETUP_PATIENCE = 300_000;
const LIBRARY = resolve('dist/lib/python3.14');

/** The operations from `first` on; answers how many of them were measured before one hung. */
function measureInThread(
  script: URL,
  operations: readonly LongOperation[],
  limit: number,
  report: (measured: Measured) => void,
  areStretches: boolean,
): Promise<number> {
  return new Promise((done, fail) => {
    const workerData: Job = { library: LIBRARY, operations, limit, areStretches };
    const resourceLimits = { stackSizeMb: 64, maxOldGenerationSizeMb: 6144 };
    const worker = new Worker(script, { workerData, resourceLimits });
    let count = 0;
    const end = (): void => {
      clearTimeout(timer);
      worker.terminate().then(() => done(count), fail);
    };
    let timer = setTimeout(end, SETUP_PATIENCE);
    worker.on('message', (measured: Measured | 'ready') => {
      clearTimeout(timer);
      if (measured === 'ready') {
        timer = setTimeout(end, PATIENCE);
        return;
      }
      count++;
      report(measured);
      timer = setTimeout(end, operations[count]?.setup === operations[count - 1].setup ? PATIENCE : SETUP_PATIENCE);
    });
    worker.on('error', (error) => {
      console.error(error);
      end();
    });
    worker.on('exit', end);
  });
}

/** `script`: measuring-worker.ts as it is bundled. */
export async function measure(
  script: URL,
  operations: readonly LongOperation[],
  limit: number,
  report: (measured: Measured) => void,
  areStretches = false,
): Promise<void> {
  for (let first = 0; first < operations.length; ) {
    const offset = first;
    const reportLater = (measured: Measured): void => report({ ...measured, index: offset + measured.index });
    const count = await measureInThread(script, operations.slice(first), limit, reportLater, areStretches);
    first += count;
    if (first < operations.length)
      report({ index: first++, outcome: 'hangs', latency: Number.POSITIVE_INFINITY, collecting: 0, where: '' });
  }
}
