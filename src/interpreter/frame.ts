/**
 * The heap frame: all the state of a Python function that runs or is suspended. The JavaScript stack holds nothing of it.
 *
 * A frame is entered by a call, by the resumption of a generator, or by `run` itself. How it was entered decides what happens when it
 * returns or yields: its `entry`, one of the constants below. The calling frame's `pc` stays at the instruction that entered it.
 */
import type { Code } from '../bytecode/code.ts';
import type { PyBaseException } from '../objspace/exception.ts';
import { declareObjectClass, type Value } from '../objspace/object.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { type Cell, PyFunction } from '../objspace/types/function.ts';
import type { Continuation } from './continuation.ts';
import type { PyGenerator } from './generator.ts';
import type { RuntimeCode } from './runtime-code.ts';

/** The result goes to the destination (first operand) of the calling instruction; `back` continues at `returnPc`. */
export const FROM_CALL = 0;
/** As FROM_CALL, but the result must be None, and the register gets `pending` (the instance that `__init__` filled). */
export const FROM_CONSTRUCTOR = 1;
/** Entered by `run`: its JavaScript caller gets the result. */
export const FROM_HOST = 2;
/** A generator resumed by ForIter: what it yields goes to the instruction's destination; its end makes `back` leave the loop. */
export const FROM_FOR = 3;
/** A generator resumed by YieldFrom of `back`: what it yields, `back` yields too; its result goes to the destination. */
export const FROM_YIELD_FROM = 4;
/** A special method called by an operation: `pending` says how the operation goes on (continuation.ts). */
export const FROM_OPERATION = 5;
/** A coroutine resumed by `send`, called by `back`: what it yields is the result of the call, its end raises StopIteration there. */
export const FROM_SEND = 6;
export type Entry = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Rarely needed parts of a frame. */
export interface FrameDebug {
  trace: Value;
  traceLines: boolean;
  traceOpcodes: boolean;
  /** Names that code added through `f_locals`. */
  extraLocals: PyDict | null;
  /** How far observers know of the frame: not yet entered, running, or about to go on behind a yield. */
  stage: 'new' | 'running' | 'resumed';
  /** Line and pc of the instruction observed last; -1 at the beginning. */
  line: number;
  pc: number;
  /** The conditional jump that has been executed and not told yet; -1 if none. */
  branch: number;
  /** The conditional jump that has led to where a loop goes back; -1 if none. */
  wayBack: number;
  /** The call that the frame waits for, or has come from; -1 if none. */
  calling: number;
  /** The place of what has raised last; -1 if nothing has. */
  raisedAt: number;
  /** What `f_lineno` shows while an observer is called, if not the line of the pc: -1. NO_LINE for None. */
  shownLine: number;
  /** The event that the trace function of the frame is called for; empty while it is not called. */
  event: string;
}

/** Where code finds names that are not its own: a function, or what stands in for one when a module or `exec` runs. */
export interface Surroundings {
  readonly globals: PyDict;
  /** Namespace where names are looked up after the globals. */
  readonly builtins: PyDict;
  readonly closure: Cell[];
}

const NONE = undefined;

/**
 * Unbound registers, at least so many. Literals are allocated inline and have no holes, which every load would have to look for; measured,
 * a call is a tenth faster than with `new Array(count)`.
 */
function newRegisters(count: number): (Value | undefined)[] {
  if (count <= 4) return [NONE, NONE, NONE, NONE];
  if (count <= 8) return [NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE];
  if (count <= 12) return [NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE];
  return manyRegisters(count);
}

const MANY: (Value | undefined)[] = Array.from({ length: 64 }, () => NONE);

/** Of long functions: three times as fast as `fill`, up to a size where that no longer matters. */
function manyRegisters(count: number): (Value | undefined)[] {
  if (count <= 16) return sixteen();
  if (count <= 24) return twentyFour();
  return count <= MANY.length ? MANY.slice(0, count) : new Array(count).fill(undefined);
}

function sixteen(): (Value | undefined)[] {
  return [NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE];
}

// biome-ignore format: a table
function twentyFour(): (Value | undefined)[] {
  return [
    NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE,
    NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE,
  ];
}

export class Frame {
  readonly runtime: RuntimeCode;
  readonly registers: (Value | undefined)[];
  /** Word index of the instruction that runs, or that runs next in a suspended frame. */
  pc: number;
  entry: Entry;
  /** The calling frame; null for the outermost one and for a suspended generator. */
  back: Frame | null;
  returnPc: number;
  /** Another one only when debuggers clear the frame. */
  source: Surroundings;
  /** Where names are stored by class bodies, modules and exec: a dict, or any mapping that `__prepare__` gave; null in functions (names.ts). */
  namespace: Value;
  /** The generator or coroutine that owns the frame. */
  generator: PyGenerator | null;
  /** The exception that was handled when the frame was entered; restored when it is left. */
  handledBefore: PyBaseException | null;
  /** What `entry` needs. */
  pending: Value | Continuation;
  /** What only debuggers ask for (`f_trace`, names added through `f_locals`). */
  debug: FrameDebug | null;

  constructor(
    runtime: RuntimeCode,
    source: Surroundings,
    namespace: Value,
    back: Frame | null,
    handled: PyBaseException | null,
  ) {
    this.runtime = runtime;
    this.registers = newRegisters(runtime.registerCount);
    this.pc = 0;
    this.entry = FROM_CALL;
    this.back = back;
    this.returnPc = 0;
    this.source = source;
    this.namespace = namespace;
    this.generator = null;
    this.handledBefore = handled;
    this.pending = null;
    this.debug = null;
  }

  get code(): Code {
    return this.runtime.code;
  }

  get globals(): PyDict {
    return this.source.globals;
  }

  get builtins(): PyDict {
    return this.source.builtins;
  }

  get closure(): Cell[] {
    return this.source.closure;
  }

  /** The function that was called; null for modules and `exec`. */
  get callee(): PyFunction | null {
    return this.source instanceof PyFunction ? this.source : null;
  }
}
declareObjectClass(Frame);
