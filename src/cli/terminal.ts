/** The main thread's side of standard input: bytes for the worker, lines with editing and history from a terminal. */
import type { Worker } from 'node:worker_threads';
import { ANSWER, type Channel, END, LENGTH, READY, type Request } from './channel.ts';

/** What was read but not asked for yet. */
let pending: Uint8Array = new Uint8Array();
let hasEnded = false;
let isListening = false;
let wanted = 0;

function answer(channel: Channel, kind: number, bytes: Uint8Array): void {
  channel.data.set(bytes);
  Atomics.store(channel.control, LENGTH, bytes.length);
  Atomics.store(channel.control, ANSWER, kind);
  Atomics.notify(channel.control, ANSWER);
}

/** Gives the worker what it waits for, if there is something. */
function deliver(channel: Channel): void {
  if (wanted === 0 || (pending.length === 0 && !hasEnded)) return;
  const bytes = pending.subarray(0, Math.min(wanted, channel.data.length));
  pending = pending.subarray(bytes.length);
  wanted = 0;
  if (pending.length > 0 || bytes.length > 0) process.stdin.pause();
  answer(channel, bytes.length === 0 ? END : READY, bytes);
}

function listen(channel: Channel): void {
  if (!isListening) {
    isListening = true;
    process.stdin.on('data', (chunk: Buffer) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      deliver(channel);
    });
    process.stdin.on('end', () => {
      hasEnded = true;
      deliver(channel);
    });
    process.stdin.on('error', () => {
      hasEnded = true;
      deliver(channel);
    });
  }
  process.stdin.resume();
}

function read(channel: Channel, size: number): void {
  wanted = size;
  if (pending.length > 0 || hasEnded) deliver(channel);
  else listen(channel);
}

export function serve(channel: Channel, worker: Worker, request: Request): void {
  if (request.kind === 'read') read(channel, request.size);
  else import('./line-editor.ts').then(({ editLine }) => editLine(channel, worker, request));
}

export { answer };
