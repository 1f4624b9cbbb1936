/**
 * The `typhon` command, main thread: starts the worker that runs Python, and serves it (channel.ts says what and why).
 * Everything here runs before the first line of Python: it imports as little as it can.
 */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { yieldToProgram } from './background-threads.ts';
import { buffersOf, codeFiles, readCode } from './code-files.ts';
import { endProcess } from './ending.ts';
import { signalName } from './signal-name.ts';
import { ANSWER, newChannel, type Request, SIGINT, SIGNAL, type WorkerStart, WATCHED } from './channel.ts';

/** Deep Python recursion through builtins nests in the host's stack: about 2 KB a level. */
const STACK_MB = 256;

/** Of the bundle (tools/build.mjs makes the values). */
declare const __dirname: string;
declare const FINGERPRINT: string;

const machine = readCode(codeFiles('worker.script.js', FINGERPRINT));
const channel = newChannel();
const start: WorkerStart = {
  argv: process.argv.slice(2),
  // As it was called: by the name that the package's installer gave it.
  executable: process.argv[1],
  library: join(__dirname, 'lib', 'python3.14'),
  channel,
  machine,
};

yieldToProgram();

// The worker's young generation begins as large as a start needs: to grow it by collections would cost milliseconds, and the survivors of
// them would make V8 collect everything. The flag is read when the worker makes its heap, at once; while it differs from what Node was built
// with, Node 20 and 22 compile their own code instead of reading it, so it is set only that long.
const SEMI_SPACE = '--min-semi-space-size=';
setFlagsFromString(`${SEMI_SPACE}16`);
const worker = new Worker(join(__dirname, 'worker.cjs'), {
  workerData: start,
  transferList: buffersOf(machine),
  // A large young generation: Python makes many objects that die at once.
  resourceLimits: { stackSizeMb: STACK_MB, maxOldGenerationSizeMb: 8192, maxYoungGenerationSizeMb: 128 },
  stdin: false,
  stdout: false,
  stderr: false,
});
setTimeout(setFlagsFromString, 1, `${SEMI_SPACE}0`);

function signalArrived(number: number): void {
  Atomics.or(channel.control, SIGNAL, 1 << (number - 1));
  Atomics.notify(channel.control, SIGNAL);
  Atomics.notify(channel.control, ANSWER);
}

/** Signals that the program handles: SIGINT from the start. */
const listeners = new Map<number, { name: NodeJS.Signals; listener: () => void }>();

function watchSignal(number: number, isHandled: boolean): void {
  const known = listeners.get(number);
  if (isHandled === (known !== undefined)) return;
  if (known !== undefined) {
    listeners.delete(number);
    process.off(known.name, known.listener);
    return;
  }
  const name = signalName(number);
  if (name === undefined) return;
  const listener = (): void => signalArrived(number);
  listeners.set(number, { name, listener });
  process.on(name, listener);
}

watchSignal(SIGINT, true);

worker.on('message', (request: Request) => {
  if (request.kind === 'signal') {
    watchSignal(request.signal, request.isHandled);
    Atomics.store(channel.control, WATCHED, 1);
    Atomics.notify(channel.control, WATCHED);
    return;
  }
  import('./terminal.ts').then(({ serve }) => serve(channel, worker, request));
});
worker.on('error', (error: Error & { code?: string }) => {
  const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  process.stderr.write(
    isMemory ? 'typhon: out of memory\n' : `typhon: internal error, please report it: ${error.stack ?? error}\n`,
  );
  process.exitCode = isMemory ? 137 : 70;
});
worker.on('exit', (status) => {
  endProcess(Number(process.exitCode ?? status));
});
