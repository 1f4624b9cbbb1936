/** What carries bytes between a child's pipe and the descriptor that the child has of ours, whenever somebody looks at descriptors. */
import { HostError } from '../host.ts';
import type { ChildPipe } from '../processes.ts';
import type { Endpoint } from './endpoint.ts';

const CHUNK = 65536;

export class Pump {
  private readonly pipe: ChildPipe;
  private readonly endpoint: Endpoint;
  /** Whether bytes go to the child. */
  private readonly isInput: boolean;
  /** What was taken and is not delivered yet. */
  private waiting: Uint8Array;
  private isEnded: boolean;
  isDone: boolean;

  constructor(pipe: ChildPipe, endpoint: Endpoint, isInput: boolean) {
    this.pipe = pipe;
    this.endpoint = endpoint;
    this.isInput = isInput;
    this.waiting = new Uint8Array(0);
    this.isEnded = false;
    this.isDone = false;
  }

  /** Carries what can be carried now. */
  run(): void {
    while (!this.isDone) {
      if (this.waiting.length === 0 && !this.isEnded && !this.take()) return;
      if (this.waiting.length > 0 && !this.deliver()) return;
      if (this.isEnded && this.waiting.length === 0) this.finish();
    }
  }

  /** The next bytes; false if there are none yet. */
  private take(): boolean {
    const buffer = new Uint8Array(CHUNK);
    const count = attempt(() => (this.isInput ? this.endpoint.read(buffer) : this.pipe.read(buffer)));
    if (count === undefined) return false;
    // A child that is gone ends its pipe in one way or another.
    if (count === 'gone' || count === 0) this.isEnded = true;
    else this.waiting = buffer.subarray(0, count);
    return true;
  }

  private deliver(): boolean {
    const count = attempt(() => (this.isInput ? this.pipe.write(this.waiting) : this.endpoint.write(this.waiting)));
    if (count === undefined) return false;
    if (count === 'gone') {
      this.waiting = new Uint8Array(0);
      this.isEnded = true;
    } else {
      this.waiting = this.waiting.subarray(count);
    }
    return true;
  }

  private finish(): void {
    this.isDone = true;
    this.pipe.close();
    this.endpoint.references--;
    if (this.endpoint.references === 0) this.endpoint.close();
  }
}

/** The result, `undefined` for "not now", 'gone' for any error. */
function attempt(run: () => number): number | undefined | 'gone' {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown;
    return thrown.code === 'EAGAIN' ? undefined : 'gone';
  }
}
