/**
 * Code objects as plain data: what the compiler produces, the serialiser writes and the interpreter runs.
 *
 * Nothing here knows Python objects; the interpreter attaches what it needs (constants as values, inline caches, counters) in
 * `runtime`, which is `undefined` until the code first runs.
 *
 * A code object read from a serialised image has its header at once and its body (instructions, constants, names ...) when
 * somebody first asks for a field of it: importing a module decodes only what runs. The fields of the body are therefore
 * getters; whoever runs code keeps what it needs in `runtime`.
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

/** What making a function of a code object needs. */
export interface CodeHeader {
  name: string;
  qualname: string;
  filename: string;
  firstLine: number;
  flags: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
}

/** What running or inspecting a code object needs besides. */
export interface CodeBody {
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

/** What the compiler knows about a function, class body or module when it is done. */
export interface CodeFields extends CodeHeader, CodeBody {}

/** The body of a code object that was read from a serialised image and is decoded when it is first needed. */
export interface SerializedBody {
  decode(): CodeBody;
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
  /** Run-time companion made by the interpreter at the first call (interpreter/runtime-code.ts). */
  runtime: unknown;
  private decoded: CodeBody | undefined;
  private serialized: SerializedBody | undefined;

  /** A code object with all its fields, or one whose body is still `serialized`. */
  constructor(fields: CodeFields);
  constructor(header: CodeHeader, serialized: SerializedBody);
  constructor(header: CodeHeader, serialized?: SerializedBody) {
    this.name = header.name;
    this.qualname = header.qualname;
    this.filename = header.filename;
    this.firstLine = header.firstLine;
    this.flags = header.flags;
    this.argcount = header.argcount;
    this.posonlyargcount = header.posonlyargcount;
    this.kwonlyargcount = header.kwonlyargcount;
    this.runtime = undefined;
    this.decoded = serialized === undefined ? (header as CodeFields) : undefined;
    this.serialized = serialized;
  }

  /** Whether the body has been needed so far. */
  get isDecoded(): boolean {
    return this.decoded !== undefined;
  }

  get varnames(): string[] {
    return this.body.varnames;
  }

  get cellvars(): string[] {
    return this.body.cellvars;
  }

  get cellRegisters(): number[] {
    return this.body.cellRegisters;
  }

  get freevars(): string[] {
    return this.body.freevars;
  }

  get names(): string[] {
    return this.body.names;
  }

  get constants(): ConstantValue[] {
    return this.body.constants;
  }

  get words(): Int32Array {
    return this.body.words;
  }

  /** Set to a copy when the array itself is instrumented. */
  set words(words: Int32Array) {
    this.body.words = words;
  }

  get handlers(): Handler[] {
    return this.body.handlers;
  }

  get positions(): Uint8Array {
    return this.body.positions;
  }

  get registerCount(): number {
    return this.body.registerCount;
  }

  get cacheCount(): number {
    return this.body.cacheCount;
  }

  /** All fields as an object of their own: what a changed copy is made from. */
  fields(): CodeFields {
    const { name, qualname, filename, firstLine, flags, argcount, posonlyargcount, kwonlyargcount } = this;
    const header = { name, qualname, filename, firstLine, flags, argcount, posonlyargcount, kwonlyargcount };
    const { varnames, cellvars, cellRegisters, freevars, names, constants, words, handlers, positions } = this.body;
    const { registerCount, cacheCount } = this.body;
    const body = { varnames, cellvars, cellRegisters, freevars, names, constants, words, handlers, positions };
    return { ...header, ...body, registerCount, cacheCount };
  }

  private get body(): CodeBody {
    if (this.decoded === undefined) {
      this.decoded = (this.serialized as SerializedBody).decode();
      this.serialized = undefined;
    }
    return this.decoded;
  }
}
