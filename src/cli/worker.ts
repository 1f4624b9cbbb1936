/** The `typhon` command, worker thread: runs Python. */
import { fstatSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { HostError } from '../host/host.ts';
import { nodeHost } from '../host/node.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import {
  ANSWER,
  COMPLETE,
  END,
  LENGTH,
  type Request,
  SIGINT,
  SIGNAL,
  WAITING,
  WATCHED,
  type WorkerStart,
} from './channel.ts';
import { completions } from './repl.ts';
import { runCommandLine } from './run.ts';
import type { StandardInput } from '../host/node-files.ts';
import { areAllPatient } from '../interpreter/safepoint.ts';

const { argv, executable, library, channel } = workerData as WorkerStart;
const { control, data } = channel;

/** How long a wait may last, in milliseconds, before timers are looked at. */
const WATCHED_WAIT = 20;

function ask(request: Request): void {
  Atomics.store(control, ANSWER, WAITING);
  parentPort!.postMessage(request);
}

/** Waits for the main thread's answer; a signal ends the wait with EINTR. */
function waitForAnswer(): number {
  for (;;) {
    const answer = Atomics.load(control, ANSWER);
    if (answer !== WAITING) return answer;
    if (Atomics.load(control, SIGNAL) !== 0) throw new HostError('EINTR');
    // Timers of the program have nobody else to wake it up.
    const waited = Atomics.wait(control, ANSWER, WAITING, areAllPatient() ? Number.POSITIVE_INFINITY : WATCHED_WAIT);
    if (waited === 'timed-out') throw new HostError('EINTR');
  }
}

/** Whether input was asked for that has not come: a wait for it that was interrupted goes on with the next read. */
let isReading = false;
/** What came for such a read, and is more than the next one asks for. */
let rest: Uint8Array = new Uint8Array();

/** Reads standard input through the main thread: a blocking read here could not be interrupted. */
function readThroughMainThread(buffer: Uint8Array): number {
  if (buffer.length === 0) return 0;
  if (rest.length === 0) {
    if (!isReading) ask({ kind: 'read', size: Math.min(buffer.length, data.length) });
    isReading = true;
    const answer = waitForAnswer();
    isReading = false;
    if (answer === END) return 0;
    rest = data.slice(0, Atomics.load(control, LENGTH));
  }
  const given = rest.subarray(0, buffer.length);
  buffer.set(given);
  rest = rest.subarray(given.length);
  return given.length;
}

/** The main thread has nothing to do that takes this long, in milliseconds. */
const LONGEST_WATCH = 1000;

/** Signals that the main thread listens to. */
const watched = new Set([SIGINT]);

/**
 * A signal that comes as soon as the program has said that it handles it is handled. Another handler for the same one, as each `asyncio.run`
 * sets, makes no difference to the main thread.
 */
function watchSignal(signal: number, isHandled: boolean): void {
  if (watched.has(signal) === isHandled) return;
  if (isHandled) watched.add(signal);
  else watched.delete(signal);
  Atomics.store(control, WATCHED, 0);
  parentPort!.postMessage({ kind: 'signal', signal, isHandled } satisfies Request);
  Atomics.wait(control, WATCHED, 0, LONGEST_WATCH);
}

function answerText(): string {
  return new TextDecoder().decode(data.slice(0, Atomics.load(control, LENGTH)));
}

/** A line from the terminal, edited by the main thread, which may ask for completions meanwhile. */
function readLine(interpreter: Interpreter, prompt: string, isContinuation: boolean): string | undefined {
  isReading = false;
  ask({ kind: 'line', prompt, isContinuation });
  for (;;) {
    const answer = waitForAnswer();
    if (answer === END) return undefined;
    if (answer !== COMPLETE) return answerText();
    const line = answerText();
    ask({ kind: 'completions', ...completions(interpreter, line) });
  }
}

/** A file can be read directly: that never waits for long. */
function standardInput(): StandardInput | undefined {
  try {
    return fstatSync(0).isFile() ? undefined : readThroughMainThread;
  } catch {
    return undefined;
  }
}

const input = standardInput();
const host = nodeHost({
  executable,
  signals: control,
  watchSignal,
  exit: (status) => process.exit(status),
  ...(input === undefined ? {} : { readStandardInput: input }),
});
process.exit(runCommandLine(host, argv, library, readLine));
