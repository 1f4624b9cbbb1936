/**
 * The buffer protocol (PEP 3118, PEP 688): how bytes, bytearray, memoryview, array and Python classes with `__buffer__` lend their memory.
 *
 * A host class takes part by having a method `exportBuffer`; a Python class by `__buffer__`. Builtins that only read a run of bytes
 * use `bytesOf`; those that fill one use `writableBytesOf`. Neither locks: a body that calls Python meanwhile keeps the old memory.
 */
import { slicedBytes } from '../util/copy-bytes.ts';
import { contiguousCopy, byteLength, isContiguous, type BufferLayout } from './buffer-layout.ts';
import { raise, raiseTypeError, swallow, takeException } from './exception.ts';
import type { TypeBuilder } from './gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from './object.ts';
import { lookupSpecial, argumentName, typeName } from './operations.ts';
import { typeOf } from './type.ts';

/** What converter `bytes` gives: something with contiguous contents. */
export interface PyBytesLike {
  readonly data: Uint8Array;
}

/** Memory lent by an object, with its layout. */
export class LentBuffer {
  /** The object that lent it (`memoryview.obj`). */
  readonly owner: Value;
  readonly memory: Uint8Array;
  /** Position of the first item in `memory`. */
  readonly offset: number;
  readonly isReadonly: boolean;
  readonly layout: BufferLayout;
  private onRelease: (() => void) | null;
  /** Whether the owner has to hear of the release even where the program forgets the memory: not where `Loans` look for themselves. */
  readonly isAwaited: boolean;

  constructor(
    owner: Value,
    memory: Uint8Array,
    offset: number,
    isReadonly: boolean,
    layout: BufferLayout,
    onRelease: (() => void) | null,
    isAwaited = false,
  ) {
    this.owner = owner;
    this.memory = memory;
    this.offset = offset;
    this.isReadonly = isReadonly;
    this.layout = layout;
    this.onRelease = onRelease;
    this.isAwaited = isAwaited;
  }

  /** Gives the memory back; the second time does nothing. */
  release(): void {
    const onRelease = this.onRelease;
    this.onRelease = null;
    onRelease?.();
  }
}

/** Bits of `inspect.BufferFlags` that we look at. */
export const BUFFER_SIMPLE = 0;
export const BUFFER_WRITABLE = 1;
export const BUFFER_FULL_READONLY = 0x11c;

/** Set by types/memoryview.ts: whether the program still has a view of memory that the object lent (memoryview/held.ts). */
export const viewLiveness = { isHeld: (_isOwner: (owner: Value) => boolean): boolean => true };

/**
 * Counts what an object has lent, for exporters whose size may change. Loans whose views the program has forgotten do not count:
 * `isLocked` looks for them when there are any.
 */
export class Loans {
  private count: number;
  /** Loans of an earlier generation were written off. */
  private generation: number;
  /** Builtins that use the memory while Python code may run. */
  private pins: number;

  constructor() {
    this.pins = 0;
    this.count = 0;
    this.generation = 0;
  }

  /** Whether nobody can have any of the memory. */
  get areNone(): boolean {
    return this.count === 0 && this.pins === 0;
  }

  /** Counts one more; the result takes it back. */
  add(): () => void {
    const { generation } = this;
    this.count++;
    return () => {
      if (generation === this.generation) this.count--;
    };
  }

  /** Keeps the memory where it is while `run` uses it and may call Python code. */
  pinned<T>(run: () => T): T {
    this.pins++;
    try {
      return run();
    } finally {
      this.pins--;
    }
  }

  /** Whether views that are in use keep the memory where it is. `isOwner` tells the object that views name as theirs. */
  isLocked(isOwner: (owner: Value) => boolean): boolean {
    if (this.pins > 0) return true;
    if (this.count === 0) return false;
    if (viewLiveness.isHeld(isOwner)) return true;
    this.count = 0;
    this.generation++;
    return false;
  }
}

/** A host class whose objects lend memory. */
export interface BufferExporter {
  exportBuffer(flags: number): LentBuffer | Exit;
}

function isExporter(value: Value): value is PyObject & BufferExporter {
  return value !== null && typeof value === 'object' && 'exportBuffer' in value;
}

/** Set by types/memoryview.ts: the buffer that a Python-level `__buffer__` gave, as the memoryview it returned. */
export const pythonBuffer = {
  lend: (_object: Value, _method: Value, _flags: number): LentBuffer | Exit => EXIT,
  isOverridden: (_method: Value): boolean => false,
};

/** The Python method `__buffer__` of the object's class where it is not a builtin's own. */
function pythonExporter(value: Value): Value | Exit | undefined {
  if (!typeOf(value).isHeapType) return undefined;
  const found = typeOf(value).lookup('__buffer__');
  if (found === undefined || !pythonBuffer.isOverridden(found)) return undefined;
  return lookupSpecial(value, '__buffer__');
}

export function supportsBuffer(value: Value): boolean {
  if (isExporter(value)) return true;
  if (value === null || typeof value !== 'object' || !typeOf(value).isHeapType) return false;
  const found = typeOf(value).lookup('__buffer__');
  return found !== undefined;
}

/** Asks the object for its memory; `undefined` if it has no buffer. */
export function tryLend(value: Value, flags: number): LentBuffer | Exit | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const method = pythonExporter(value);
  if (method === EXIT) return EXIT;
  if (method !== undefined) return pythonBuffer.lend(value, method as Value, flags);
  return isExporter(value) ? value.exportBuffer(flags) : undefined;
}

export function lend(value: Value, flags: number): LentBuffer | Exit {
  return tryLend(value, flags) ?? notBytesLike(value);
}

function notBytesLike(value: Value): Exit {
  return raiseTypeError(`a bytes-like object is required, not '${typeName(value)}'`);
}

/** The bytes of a buffer, which must lie in one run; the buffer goes back. */
function contentsOf(buffer: LentBuffer): PyBytesLike | Exit {
  buffer.release();
  return runOf(buffer);
}

function runOf({ memory, offset, layout }: LentBuffer): PyBytesLike | Exit {
  if (!isContiguous(layout)) return raise('BufferError', 'memoryview: underlying buffer is not C-contiguous');
  const length = byteLength(layout);
  return { data: offset === 0 && length === memory.length ? memory : memory.subarray(offset, offset + length) };
}

/** An object that keeps its contents in one run under `data`: bytes and bytearray, not overridden by Python code. */
export function hasPlainData(value: Value): value is PyObject & PyBytesLike {
  return value instanceof PyObject && plainBytes.has(value.shape.type);
}

/** Types whose objects are PyBytesLike themselves: filled by types/bytes. */
export const plainBytes: Set<unknown> = new Set();

/** The contents of a bytes-like object; TypeError for anything else. */
export function bytesOf(value: Value): PyBytesLike | Exit {
  return tryBytesOf(value) ?? notBytesLike(value);
}

/** As bytesOf, but `undefined` for what has no buffer. */
export function tryBytesOf(value: Value): PyBytesLike | Exit | undefined {
  if (hasPlainData(value)) return value;
  const buffer = tryLend(value, BUFFER_SIMPLE);
  return buffer === undefined || buffer === EXIT ? (buffer as Exit | undefined) : contentsOf(buffer as LentBuffer);
}

/** As tryBytesOf, for who has an error of his own for whatever goes wrong. */
export function bytesOrNothing(value: Value): PyBytesLike | undefined {
  const bytes = tryBytesOf(value);
  if (bytes !== EXIT) return bytes as PyBytesLike | undefined;
  takeException();
  return undefined;
}

/** As tryBytesOf, for who needs several buffers at once: the buffer is put into `held`, and the caller gives it back. */
export function tryHoldBytesOf(value: Value, held: LentBuffer[]): PyBytesLike | Exit | undefined {
  if (hasPlainData(value)) return value;
  const buffer = tryLend(value, BUFFER_SIMPLE);
  if (buffer === undefined || buffer === EXIT) return buffer as Exit | undefined;
  held.push(buffer as LentBuffer);
  return runOf(buffer as LentBuffer);
}

/** A copy of the contents in one run, whatever their layout; `undefined` for what has no buffer. */
export function tryCopyBytesOf(value: Value): Uint8Array | Exit | undefined {
  if (hasPlainData(value)) return slicedBytes(value.data, 0, value.data.length);
  const buffer = tryLend(value, BUFFER_FULL_READONLY);
  if (buffer === undefined || buffer === EXIT) return buffer as Exit | undefined;
  const { memory, offset, layout } = buffer as LentBuffer;
  try {
    return contiguousCopy(memory, offset, layout);
  } finally {
    (buffer as LentBuffer).release();
  }
}

/** A run of bytes that may be written; the error names the function as CPython's argument parser does. */
export function writableBytesOf(value: Value, functionName: string, position = ''): PyBytesLike | Exit {
  const buffer = tryLend(value, BUFFER_WRITABLE);
  const bytes =
    buffer === undefined || buffer === EXIT ? (buffer as Exit | undefined) : contentsOf(buffer as LentBuffer);
  if (bytes === undefined || (bytes === EXIT && swallow('BufferError'))) {
    return raiseTypeError(
      `${functionName}() argument${position} must be read-write bytes-like object, not ${argumentName(value)}`,
    );
  }
  return bytes;
}

/** Set by types/bytes/bytes.ts: the bytes object of a default written as b'...' in a signature. */
export const bytesLiteral = { of: (_text: string): Value => null };

/** Set by types/memoryview.ts: what `__buffer__` and `__release_buffer__` of builtin types do. */
export const bufferMethods = {
  view: (_object: Value, _flags: Value): Result => null,
  release: (_object: Value, _view: Value): Result => null,
};

/** Declares `__buffer__`, and `__release_buffer__` where the type has something to do then. */
export function defineBufferMethods(type: TypeBuilder<never>, hasRelease: boolean): void {
  const builder = type as unknown as TypeBuilder<Value>;
  builder.method(
    '__buffer__(self, flags, /)',
    'Return a buffer object that exposes the underlying memory of the object.',
    (self, flags) => bufferMethods.view(self, flags),
  );
  if (!hasRelease) return;
  builder.method(
    '__release_buffer__(self, buffer, /)',
    'Release the buffer object that exposes the underlying memory of the object.',
    (self, view) => bufferMethods.release(self, view),
  );
}
