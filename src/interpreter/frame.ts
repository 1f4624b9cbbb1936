/**
 * The heap frame: all the state of a Python function that runs or is suspended. The JavaScript stack holds nothing of it.
 *
 * A frame is entered by a call, by the resumption of a generator, or by `run` itself. How it was entered decides what happens when it
 * returns or yields: its `entry`, one of the constants below.
 */
import { declareObjectClass, type Value } from '../objspace/object.ts';
import type { PyBaseException } from '../objspace/exception.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import type { Cell, PyFunction } from '../objspace/types/function.ts';
import type { Code } from '../bytecode/code.ts';
import type { RuntimeCode } from './runtime-code.ts';
import type { PyGenerator } from './generator.ts';

/** The result goes to register `returnRegister` of `back`, which continues at `returnPc`. */
export const FROM_CALL = 0;
/** As FROM_CALL, but the result must be None, and the register gets `returnValue` (the instance that `__init__` filled). */
export const FROM_CONSTRUCTOR = 1;
/** Entered by `run`: its JavaScript caller gets the result. */
export const FROM_HOST = 2;
/** A generator resumed by ForIter: what it yields goes to the register; its end makes `back` continue at `exitPc`. */
export const FROM_FOR = 3;
/** A generator resumed by YieldFrom of `back`: what it yields, `back` yields too; its result goes to the register. */
export const FROM_YIELD_FROM = 4;
/** The result is of no interest (a setter). */
export const FROM_STATEMENT = 5;
export type Entry = 0 | 1 | 2 | 3 | 4 | 5;

/** Rarely needed parts of a frame. */
export interface FrameDebug {
  trace: Value;
  traceLines: boolean;
  traceOpcodes: boolean;
  /** Names that code added through `f_locals`. */
  extraLocals: PyDict | null;
}

export class Frame {
  readonly code: Code;
  readonly runtime: RuntimeCode;
  readonly registers: (Value | undefined)[];
  /** Word index of the instruction that runs, or that runs next in a suspended frame. */
  pc: number;
  entry: Entry;
  /** The calling frame; null for the outermost one and for a suspended generator. */
  back: Frame | null;
  returnRegister: number;
  returnPc: number;
  exitPc: number;
  returnValue: Value;
  readonly globals: PyDict;
  readonly builtins: PyDict;
  /** Where names are stored by class bodies, modules and exec: a dict, or any mapping that `__prepare__` gave; null in functions. */
  namespace: Value;
  readonly closure: Cell[];
  /** The function that was called; null for modules and class bodies run by the compiler's own code. */
  readonly callee: PyFunction | null;
  /** The generator or coroutine that owns the frame. */
  generator: PyGenerator | null;
  /** The exception that was handled when the frame was entered; restored when it is left. */
  handledBefore: PyBaseException | null;
  /** The exception that a suspended generator was handling itself; null if none. */
  handledInside: PyBaseException | null;
  /** What only debuggers ask for (`f_trace`, names added through `f_locals`). */
  debug: FrameDebug | null;

  constructor(
    runtime: RuntimeCode,
    globals: PyDict,
    builtins: PyDict,
    namespace: Value,
    closure: Cell[],
    callee: PyFunction | null,
    back: Frame | null,
  ) {
    this.code = runtime.code;
    this.runtime = runtime;
    this.registers = new Array(runtime.registerCount);
    this.pc = 0;
    this.entry = FROM_HOST;
    this.back = back;
    this.returnRegister = 0;
    this.returnPc = 0;
    this.exitPc = 0;
    this.returnValue = null;
    this.globals = globals;
    this.builtins = builtins;
    this.namespace = namespace;
    this.closure = closure;
    this.callee = callee;
    this.generator = null;
    this.handledBefore = null;
    this.handledInside = null;
    this.debug = null;
  }
}
declareObjectClass(Frame);
