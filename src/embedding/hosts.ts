/** The host of an embedded interpreter, made of the embedder's options. */
import { browserHost } from '../host/browser.ts';
import type { Host } from '../host/host.ts';
import { memoryHost } from '../host/memory.ts';
import type { InputPiece } from '../host/virtual/input.ts';
import type { VirtualHostOptions } from '../host/virtual/virtual-host.ts';
import { newJsError } from '../modules/typhon/js-error.ts';
import { raiseThrown } from '../modules/typhon/js-object.ts';
import { takeException } from '../objspace/exception.ts';
import { expectText } from '../util/arguments.ts';
import type { TyphonOptions } from './options.ts';

const SIGINT = 2;

/** Interruptions that have been asked for and not been delivered: by a call, or through shared memory. */
export class Interruption {
  private isRequested: boolean;
  private readonly flag: Int32Array | undefined;
  /** Whether what runs is what an interruption is for; set by the session. */
  isWelcome: () => boolean;

  constructor(flag: Int32Array | undefined) {
    this.isRequested = false;
    this.flag = flag;
    this.isWelcome = () => true;
  }

  /** Whether it may come at any time without a call. */
  get isShared(): boolean {
    return this.flag !== undefined;
  }

  request(): void {
    this.isRequested = true;
  }

  /** The signal to deliver, or 0. */
  take(): number {
    const isFlagged = this.flag !== undefined && this.flag[0] !== 0;
    if ((!this.isRequested && !isFlagged) || !this.isWelcome()) return 0;
    if (!this.isRequested) return Atomics.exchange(this.flag!, 0, 0);
    this.isRequested = false;
    return SIGINT;
  }
}

/** Runs a callback of the embedder; what it throws is a Python exception of whoever prints or reads. */
function calling<Args extends unknown[], T>(callback: (...args: Args) => T): (...args: Args) => T {
  return (...args) => {
    try {
      return callback(...args);
    } catch (thrown) {
      raiseThrown(thrown);
      throw takeException();
    }
  };
}

/** The options that are those of a virtual host, by name: a host takes no others. */
const PASSED_ON = ['isTerminal', 'environment', 'cwd', 'capacity', 'files', 'seed'] as const;

function virtualOptions(options: TyphonOptions): VirtualHostOptions & { seed?: number } {
  const { stdin, stdout, stderr } = options;
  const passed = Object.fromEntries(
    PASSED_ON.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  );
  return {
    ...passed,
    ...(stdin === undefined ? {} : { stdin: typeof stdin === 'function' ? asking(stdin) : stdin }),
    ...(stdout === undefined ? {} : { stdout: calling(stdout) }),
    ...(stderr === undefined ? {} : { stderr: calling(stderr) }),
  };
}

type Asking = Extract<TyphonOptions['stdin'], (...args: never[]) => unknown>;

/** An answer that fails later fails as one that fails at once. */
function asking(stdin: Asking): Asking {
  const ask = calling(() => {
    const answer = stdin();
    return isPromise(answer) ? answer : checkedPiece(answer);
  });
  return () => {
    const answer = ask();
    if (!isPromise(answer)) return answer;
    return Promise.resolve(answer)
      .then(checkedPiece)
      .catch((reason) => {
        throw newJsError(reason);
      });
  };
}

function isPromise<T>(answer: T | Promise<T>): answer is Promise<T> {
  return typeof (answer as { then?: unknown } | null | undefined)?.then === 'function';
}

function checkedPiece(piece: InputPiece): InputPiece {
  if (piece !== null && piece !== undefined) expectText(piece, 'what stdin() gives');
  return piece;
}

export function hostFor(options: TyphonOptions, interruption: Interruption): Host {
  const pendingSignal = () => interruption.take();
  const { host, clock, timeZone } = options;
  if (host !== undefined)
    return Object.assign(Object.create(host) as Host, {
      pendingSignal: () => interruption.take() || host.pendingSignal(),
    });
  const common = { ...virtualOptions(options), pendingSignal };
  if (clock !== undefined) return memoryHost({ ...common, clock, ...(timeZone === undefined ? {} : { timeZone }) });
  const made = browserHost(common);
  return timeZone === undefined ? made : { ...made, clock: inZone(made, timeZone) };
}

/** The clock of a host, in another time zone. */
function inZone({ clock }: Host, timeZone: string): Host['clock'] {
  return {
    wallTimeNs: () => clock.wallTimeNs(),
    monotonicNs: () => clock.monotonicNs(),
    cpuTimeNs: () => clock.cpuTimeNs(),
    sleep: (seconds) => clock.sleep(seconds),
    timeZone: () => timeZone,
  };
}
