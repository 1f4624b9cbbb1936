/** Lines from a terminal with editing, history and completion: Node's readline, on the main thread. */
import { EventEmitter } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Worker } from 'node:worker_threads';
import { ANSWER, type Channel, COMPLETE, END, READY, type Request, SIGNAL } from './channel.ts';
import { answer, awaitInput, stopInput, takeKeys } from './terminal.ts';

let terminal: Interface | undefined;
/** Continues the completion that the worker was asked for. */
let completed: ((texts: readonly string[], replaced: string) => void) | undefined;
/** Whether a line is asked for. */
let isAsking = false;

/**
 * What readline takes for the terminal. It gets the keys up to the end of one line only: of several that are pasted at once, the others are
 * typed when the next line is asked for.
 */
class Keys extends EventEmitter {
  /** Readline waits for a completion. */
  private isHeld = false;

  pause(): this {
    this.isHeld = true;
    return this;
  }

  resume(): this {
    this.isHeld = false;
    this.pass();
    return this;
  }

  pass(): void {
    while (isAsking && !this.isHeld) {
      const typed = takeKeys();
      if (typed === undefined) return;
      if (typed === null) {
        this.emit('end');
        return;
      }
      this.emit('data', typed);
    }
  }
}

let keys = new Keys();

function openTerminal(channel: Channel): Interface {
  keys = new Keys();
  const opened = createInterface({
    input: keys as unknown as NodeJS.ReadableStream,
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
    isAsking = false;
    open.removeAllListeners('line');
    open.removeAllListeners('close');
    stopInput();
    // Outside of the editor Ctrl-C must be a signal again, not a key.
    process.stdin.setRawMode(false);
    answer(channel, kind, new TextEncoder().encode(text));
  };
  process.stdin.setRawMode(true);
  open.setPrompt(request.prompt);
  open.once('line', (line) => finish(READY, `${line}\n`));
  open.once('close', () => {
    terminal = undefined;
    finish(END, '');
  });
  open.prompt();
  isAsking = true;
  awaitInput(() => keys.pass());
  keys.pass();
}
