/** Lines from a terminal with editing, history and completion: Node's readline, on the main thread. */
import { createInterface, type Interface } from 'node:readline';
import type { Worker } from 'node:worker_threads';
import { ANSWER, type Channel, COMPLETE, END, READY, type Request, SIGNAL } from './channel.ts';
import { answer } from './terminal.ts';

let terminal: Interface | undefined;
/** Continues the completion that the worker was asked for. */
let completed: ((texts: readonly string[], replaced: string) => void) | undefined;

function openTerminal(channel: Channel): Interface {
  const opened = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: true,
    historySize: 10_000,
    completer: (line: string, done: (error: null, result: [string[], string]) => void) => {
      completed = (texts, replaced) => done(null, [[...texts], replaced]);
      answer(channel, COMPLETE, new TextEncoder().encode(line));
    },
  });
  opened.on('SIGINT', () => {
    opened.write(null, { ctrl: true, name: 'u' });
    Atomics.store(channel.control, SIGNAL, 2);
    Atomics.notify(channel.control, SIGNAL);
    Atomics.notify(channel.control, ANSWER);
  });
  return opened;
}

export function editLine(channel: Channel, _worker: Worker, request: Request): void {
  if (request.kind === 'completions') {
    completed?.(request.texts, request.replaced);
    completed = undefined;
    return;
  }
  if (request.kind !== 'line') return;
  terminal ??= openTerminal(channel);
  const open = terminal;
  const finish = (kind: number, text: string): void => {
    open.removeAllListeners('line');
    open.removeAllListeners('close');
    open.pause();
    // Outside of the editor Ctrl-C must be a signal again, not a key.
    process.stdin.setRawMode(false);
    answer(channel, kind, new TextEncoder().encode(text));
  };
  process.stdin.setRawMode(true);
  open.resume();
  open.setPrompt(request.prompt);
  open.once('line', (line) => finish(READY, `${line}\n`));
  open.once('close', () => {
    terminal = undefined;
    finish(END, '');
  });
  open.prompt();
}
