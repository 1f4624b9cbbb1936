/**
 * What the two threads of the command share. Python runs in a worker, so that it may block, has a deep stack and can be interrupted;
 * the main thread receives signals and standard input, which only it can, and answers the worker's requests.
 *
 *   control[SIGNAL]  bit n - 1 is set while signal n is pending
 *   control[ANSWER]  WAITING while a request is under way, then the kind of answer
 *   control[LENGTH]  bytes of the answer in `data`
 *   control[WATCHED] 0 while the main thread has yet to do what it was told about a signal
 */
export const SIGNAL = 0;
export const ANSWER = 1;
export const LENGTH = 2;
export const WATCHED = 3;
const CONTROL_LENGTH = 4;

/** The main thread listens to it from the start. */
export const SIGINT = 2;

export const WAITING = 0;
/** `data` has what was asked for. */
export const READY = 1;
/** The end of the input. */
export const END = 2;
/** The terminal asks for completions of the text in `data`; the worker answers with a message and goes on waiting. */
export const COMPLETE = 3;

export const DATA_SIZE = 65536;

export interface Channel {
  readonly control: Int32Array;
  readonly data: Uint8Array;
}

export function newChannel(): Channel {
  return {
    control: new Int32Array(new SharedArrayBuffer(CONTROL_LENGTH * 4)),
    data: new Uint8Array(new SharedArrayBuffer(DATA_SIZE)),
  };
}

/** What the worker runs: a script, and V8's code cache for it if there is one. The main thread reads them, as long as no other thread disturbs. */
export interface CodeBytes {
  readonly text: Uint8Array<ArrayBuffer>;
  readonly cache: Uint8Array<ArrayBuffer> | undefined;
}

/** What the worker starts with. */
export interface WorkerStart {
  readonly argv: readonly string[];
  readonly executable: string;
  readonly library: string;
  readonly channel: Channel;
  readonly machine: CodeBytes;
}

/** Requests of the worker to the main thread. */
export type Request =
  | { readonly kind: 'read'; readonly size: number }
  | { readonly kind: 'line'; readonly prompt: string; readonly isContinuation: boolean }
  | { readonly kind: 'completions'; readonly texts: readonly string[]; readonly replaced: string }
  | { readonly kind: 'history'; readonly entry: string }
  /** The program handles a signal from now on, or leaves it to the system. */
  | { readonly kind: 'signal'; readonly signal: number; readonly isHandled: boolean };
