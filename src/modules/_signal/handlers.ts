/** The handlers of one interpreter, and what happens when a signal arrives. Signals are delivered at safepoints. */
import { intArgument } from '../../objspace/types/bytes/allocate.ts';
import { currentFrame } from '../../interpreter/locals.ts';
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, equals } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { primitiveTypes, typeOf } from '../../objspace/type.ts';
import { services } from '../../interpreter/services.ts';
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { isCatchable, isHarmless, SIGINT, SIGNAL_COUNT } from './signals.ts';

export const SIG_DFL = 0;
export const SIG_IGN = 1;

const SIGPIPE = 13;
const SIGXFSZ = 25;

/** The number of a signal given by Python code. */
export function signalNumber(value: Value): number | Exit {
  const int = intArgument(value);
  if (int === EXIT) return EXIT;
  const number = int as number;
  if (number < 1 || number >= SIGNAL_COUNT) return raiseValueError('signal number out of range');
  return number;
}

export class Handlers {
  /** SIG_DFL, SIG_IGN, None where it is unknown, or a callable. */
  private readonly actions: Value[];
  private readonly defaultHandler: Value;
  /** Signals whose delivery is held back (`pthread_sigmask`). */
  readonly blocked: Set<number>;
  readonly pending: Set<number>;

  constructor(defaultHandler: Value) {
    this.actions = new Array(SIGNAL_COUNT).fill(SIG_DFL);
    this.actions[SIGINT] = defaultHandler;
    this.defaultHandler = defaultHandler;
    this.actions[SIGPIPE] = SIG_IGN;
    this.actions[SIGXFSZ] = SIG_IGN;
    this.actions[32] = null;
    this.actions[33] = null;
    this.blocked = new Set();
    this.pending = new Set();
  }

  get(number: number): Value {
    return this.actions[number];
  }

  /** Sets a handler, gives the one before. */
  set(number: number, handler: Value): Result {
    const action = checkHandler(handler);
    if (action === EXIT) return EXIT;
    if (!isCatchable(number)) return raiseErrno('EINVAL');
    const before = this.actions[number];
    this.actions[number] = action as Value;
    services().host.signalControl?.watch(number, action !== SIG_DFL);
    return before;
  }

  /** A signal has arrived: runs its handler, or does what the system would. */
  deliver(number: number): true | Exit {
    if (this.blocked.has(number)) {
      this.pending.add(number);
      return true;
    }
    const action = this.actions[number];
    if (action === SIG_IGN) return true;
    if (action === SIG_DFL || action === null) return isHarmless(number) ? true : terminate(number);
    const frame = state.frame === null ? null : (currentFrame() as unknown as Value);
    return call(action, [number, frame]) === EXIT ? EXIT : true;
  }

  /** Whether delivering the signal runs no code of the program. */
  isPlain(number: number): boolean {
    const action = this.actions[number];
    return this.blocked.has(number) || typeof action === 'number' || action === null || action === this.defaultHandler;
  }

  /** Delivers what is pending and no longer blocked. */
  release(): true | Exit {
    for (const number of [...this.pending]) {
      if (this.blocked.has(number)) continue;
      this.pending.delete(number);
      if (this.deliver(number) === EXIT) return EXIT;
    }
    return true;
  }
}

/** Seconds that the system has to end the program before it ends itself. */
const LAST_MOMENT = 1;

/** The program ends: by the signal itself where the host can, else with the status that a shell shows for such a death. */
function terminate(number: number): Exit {
  const { signalControl, system, clock } = services().host;
  if (signalControl !== undefined) {
    signalControl.watch(number, false);
    clock.sleep(0.05);
    signalControl.send(system.pid, number);
    clock.sleep(LAST_MOMENT);
  }
  return raise('SystemExit', 128 + number);
}

/** An int that equals one of the two constants stands for it (`signal.SIG_IGN` is an enum member). */
function checkHandler(handler: Value): Result {
  if (typeOf(handler).isSubtypeOf(primitiveTypes.int)) {
    for (const constant of [SIG_DFL, SIG_IGN]) {
      const same = equals(handler, constant);
      if (same === EXIT) return EXIT;
      if (same === true) return constant;
    }
  }
  if (typeOf(handler).slots.call !== undefined) return handler;
  return raiseTypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
}
