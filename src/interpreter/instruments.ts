/**
 * What observes the execution of Python code (`sys.settrace`, `sys.setprofile`, `sys.monitoring`): whether anything does, and the hooks
 * of the places that tell about it. The observers fill them (observing.ts); this file is for those who tell, and imports nothing.
 */
import type { Exit, Value } from '../objspace/object.ts';
import type { Frame } from './frame.ts';
import type { RuntimeCode } from './runtime-code.ts';

export const instruments = {
  /** Whether anything observes. While it does, every frame that is entered has instrumented words (instrumentation.ts). */
  isActive: false,
  /**
   * A running frame whose variables have been written to by others (`f_locals`). Compiled code has values of its own, so nothing compiled
   * goes on until the frame does, as if somebody observed.
   */
  rewritten: null as Frame | null,
  /** The loop has come to `state.frame` while a frame is `rewritten`. */
  settleRewritten: (): void => {},
  /** How many observers are being called: what they run themselves is not observed. */
  suspended: 0,
  /** A frame with this code is about to be entered. */
  prepare: (_runtime: RuntimeCode): void => {},
  /** Executes an instruction that leaves the frame, by opcode: set by the fast functions (fast/). */
  leaving: [] as ((frame: Frame, registers: Value[], words: Int32Array, pc: number) => number)[],
  /** An exception is in flight at frame.pc; what it is afterwards is in `state.exception`. */
  raised: (_frame: Frame, _isReraise: boolean): void => {},
  /** A generator's frame is about to go on. */
  resuming: (_frame: Frame, _isFirst: boolean): void => {},
  /** A frame passes on what the iterator it delegates to has yielded; false if it goes on elsewhere instead. */
  yielded: (_frame: Frame, _value: Value): boolean | Exit => true,
  /** The generator that a frame's loop is over has returned the value. */
  loopEnded: (_frame: Frame, _value: Value): true | Exit => true,
  /** What is in flight, if a StopIteration, ends the loop of a frame. */
  loopStopped: (_frame: Frame): void => {},
  /** What a frame delegates to has returned the value. */
  delegateReturned: (_frame: Frame, _value: Value): true | Exit => true,
  /** The same of what has done so by StopIteration. */
  delegateStopped: (_frame: Frame, _value: Value): true | Exit => true,
};

/** Builtins that begin to observe or write to variables of frames: compiled code has the interpreter call them, and looks whether it may go on. */
export const OBSERVING: ReadonlySet<string> = new Set([
  'settrace',
  'setprofile',
  'set_events',
  'set_local_events',
  'exec',
  'eval',
  'FrameLocalsProxy.update',
  'FrameLocalsProxy.setdefault',
]);
