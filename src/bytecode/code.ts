/**
 * Code objects as plain data: what the compiler produces, the serialiser writes and the interpreter runs.
 *
 * Nothing here knows Python objects; the interpreter attaches what it needs (constants as values, inline caches, counters) in
 * the fields at the end, which are `undefined`/`null` until the code first runs.
 */
import type { ConstantValue } from './constants.ts';

/** Flags of a code object, with CPython's values (`inspect.CO_*`). */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ITERABLE_COROUTINE = 0x100;
export const CO_ASYNC_GENERATOR = 0x200;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;
export const CO_HAS_DOCSTRING = 0x4000000;
export const CO_METHOD = 0x8000000;

/**
 * A handler: if an instruction in words [start, end) raises, the exception goes to register `register` and execution
 * continues at `target`. Inner handlers come first, so the first entry that covers the pc is the right one.
 */
export interface Handler {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly register: number;
}

/** Source positions of one instruction (PEP 657): lines from 1, columns in UTF-8 bytes from 0; -1 where there is none. */
export interface Position {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

/** What the compiler knows about a function, class body or module when it is done. */
export interface CodeFields {
  name: string;
  qualname: string;
  filename: string;
  firstLine: number;
  flags: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  /** Local variables that live in registers 0.. (parameters first), including parameters that are cells. */
  varnames: string[];
  /** Names of variables in cells made by this code, in co_cellvars' order. */
  cellvars: string[];
  /** Register of each of `cellvars`. */
  cellRegisters: number[];
  /** Names of the variables that come with the closure. */
  freevars: string[];
  names: string[];
  constants: ConstantValue[];
  words: Int32Array;
  handlers: Handler[];
  /** Encoded by position-table.ts. */
  positions: Uint8Array;
  /** Size of the register file: locals, cells and temporaries. */
  registerCount: number;
  /** Number of inline-cache sites. */
  cacheCount: number;
}

export class Code implements CodeFields {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  readonly flags: number;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly varnames: string[];
  readonly cellvars: string[];
  readonly cellRegisters: number[];
  readonly freevars: string[];
  readonly names: string[];
  readonly constants: ConstantValue[];
  readonly words: Int32Array;
  readonly handlers: Handler[];
  readonly positions: Uint8Array;
  readonly registerCount: number;
  readonly cacheCount: number;
  /** Run-time companion made by the interpreter at the first call (interpreter/runtime-code.ts). */
  runtime: unknown;

  constructor(fields: CodeFields) {
    this.name = fields.name;
    this.qualname = fields.qualname;
    this.filename = fields.filename;
    this.firstLine = fields.firstLine;
    this.flags = fields.flags;
    this.argcount = fields.argcount;
    this.posonlyargcount = fields.posonlyargcount;
    this.kwonlyargcount = fields.kwonlyargcount;
    this.varnames = fields.varnames;
    this.cellvars = fields.cellvars;
    this.cellRegisters = fields.cellRegisters;
    this.freevars = fields.freevars;
    this.names = fields.names;
    this.constants = fields.constants;
    this.words = fields.words;
    this.handlers = fields.handlers;
    this.positions = fields.positions;
    this.registerCount = fields.registerCount;
    this.cacheCount = fields.cacheCount;
    this.runtime = undefined;
  }
}
