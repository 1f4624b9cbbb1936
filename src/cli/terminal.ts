/** The main thread's side of standard input: bytes for the worker, lines with editing and history from a terminal. */
import type { Worker } from 'node:worker_threads';
import { ANSWER, type Channel, END, LENGTH, READY, type Request } from './channel.ts';

/** What was read but not asked for yet. */
let pending: Uint8Array = new Uint8Array();
let hasEnded = false;
let isListening = false;
let wanted = 0;

/** Told when there is more input, or none any more: whoever waits for it. */
let wake = (): void => {};

export function answer(channel: Channel, kind: number, bytes: Uint8Array): void {
  channel.data.set(bytes);
  Atomics.store(channel.control, LENGTH, bytes.length);
  Atomics.store(channel.control, ANSWER, kind);
  Atomics.notify(channel.control, ANSWER);
}

const RETURN = 13;
const NEWLINE = 10;
const TAB = 9;

/** As long as the terminal sends keys, Enter and the ends of pasted lines are returns. */
function received(chunk: Buffer): Uint8Array {
  if (!process.stdin.isRaw) return chunk;
  return chunk
    .filter((byte, at) => byte !== NEWLINE || chunk[at - 1] !== RETURN)
    .map((byte) => (byte === RETURN ? NEWLINE : byte));
}

function end(): void {
  hasEnded = true;
  wake();
}

/** Reads on, and calls `waiting` when there is something, or nothing any more. */
export function awaitInput(waiting: () => void): void {
  wake = waiting;
  if (!isListening) {
    isListening = true;
    process.stdin.on('data', (chunk: Buffer) => {
      const bytes = received(chunk);
      pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
      wake();
    });
    process.stdin.on('end', end);
    process.stdin.on('error', end);
  }
  process.stdin.resume();
}

/** Nobody waits: what is typed stays with the terminal, for whoever reads it next. */
export function stopInput(): void {
  wake = () => {};
  process.stdin.pause();
}

/**
 * The keys that were typed up to the next Enter or Tab, which something is done about before those behind them come; `undefined` if there are none
 * so far, null if there will be none.
 */
export function takeKeys(): Uint8Array | undefined | null {
  if (pending.length === 0) return hasEnded ? null : undefined;
  const stop = pending.findIndex((byte) => byte === NEWLINE || byte === TAB) + 1 || pending.length;
  const keys = pending.subarray(0, stop);
  pending = pending.subarray(stop);
  return keys;
}

/** Gives the worker what it waits for, if there is something. */
function deliver(channel: Channel): void {
  if (wanted === 0 || (pending.length === 0 && !hasEnded)) return;
  // A terminal gives one line at a time: those behind it may be for somebody else.
  const line = process.stdin.isTTY ? pending.indexOf(NEWLINE) + 1 || pending.length : pending.length;
  const bytes = pending.subarray(0, Math.min(wanted, channel.data.length, line));
  pending = pending.subarray(bytes.length);
  wanted = 0;
  if (pending.length > 0 || bytes.length > 0) stopInput();
  answer(channel, bytes.length === 0 ? END : READY, bytes);
}

function read(channel: Channel, size: number): void {
  wanted = size;
  if (pending.length > 0 || hasEnded) deliver(channel);
  else awaitInput(() => deliver(channel));
}

export function serve(channel: Channel, worker: Worker, request: Request): void {
  if (request.kind === 'read') read(channel, request.size);
  else import('./line-editor.ts').then(({ editLine }) => editLine(channel, worker, request));
}
