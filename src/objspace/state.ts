/**
 * The one execution state of the JavaScript thread: what is running now. Entering an interpreter or switching a green thread saves
 * and replaces its contents; the object itself is constant, so that interpreter, compiled code and builtins reach it at no cost.
 */
import type { PyBaseException } from './exception.ts';
import type { Result, Value } from './object.ts';
import type { PyType } from './type.ts';
import type { PyDict } from './types/dict/dict.ts';

/** What the object space needs of the interpreter it runs in; vm/ makes it, interpreter/ extends it. */
export interface InterpreterServices {
  /** `sys.modules`. */
  readonly modules: PyDict;
  /** Namespace of `builtins`. */
  readonly builtins: PyDict;
  /** Seed of the string hash. */
  readonly hashSeed: number;
  /** How often -b is given: 1 warns where bytes are taken for text, 2 makes it an error. */
  readonly bytesWarning: number;
  /** -X dev: names of error handlers are looked up even where nothing goes wrong. */
  readonly checksErrorHandlers: boolean;
  /** The folder that a program's own modules are looked for in, or null. */
  scriptFolder: string | null;
  /** `sys.set_int_max_str_digits`. */
  maxStrDigits: number;
  /** `warnings.warn_explicit` on behalf of a builtin; false if the warning became an exception in flight. */
  warn(category: Value, message: string, stackLevel: number): boolean;
  /** Classes that derive from a type, for `__subclasses__` (types/subclasses.ts). */
  readonly subclasses: Map<PyType, WeakRef<PyType>[]>;
  /** Reports an exception that cannot propagate (`sys.unraisablehook`); the message stands for "Exception ignored in". */
  unraisable(exception: PyBaseException, object: Value, message?: string): void;
}

class ExecutionState {
  /** The exception in flight after EXIT. */
  exception: PyBaseException | null;
  /** What the frame that host code entered has answered. */
  result: Result;
  /** The exception being handled (`sys.exception()`); becomes the context of new ones. */
  handled: PyBaseException | null;
  /** Counts down at function entries and loop back-edges; at zero the safepoint looks at everything else. Below 2^30. */
  fuel: number;
  /** Python frames on the stack, against the recursion limit. */
  depth: number;
  depthLimit: number;
  /** What is in flight passes all handlers: the program has exceeded its limits and went on (interpreter/limits.ts). */
  isUnstoppable: boolean;
  /** The frame that runs (interpreter/frame.ts); opaque here. */
  frame: object | null;
  /** The frame whose builtin has called compiled code at last, while that runs (jit/framed-calls.ts). */
  hostCaller: object | null;
  interpreter: InterpreterServices;

  constructor() {
    this.exception = null;
    this.result = null;
    this.handled = null;
    this.fuel = 0;
    this.depth = 0;
    this.depthLimit = 1000;
    this.isUnstoppable = false;
    this.frame = null;
    this.hostCaller = null;
    this.interpreter = null as unknown as InterpreterServices;
  }
}

export const state = new ExecutionState();
