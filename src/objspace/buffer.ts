/**
 * The buffer protocol (PEP 3118, PEP 688): how bytes, bytearray, memoryview, array and Python classes with `__buffer__` lend their memory.
 *
 * A host class takes part by having a method `exportBuffer`; a Python class by `__buffer__`. Builtins that only read a run of bytes
 * use `bytesOf`; those that fill one use `writableBytesOf`. Neither locks: a body that calls Python meanwhile keeps the old memory.
 */
import { raise, raiseTypeError } from './exception.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from './object.ts';
import { lookupSpecial, typeName } from './operations.ts';
import { typeOf } from './type.ts';

/** What converter `bytes` gives: something with contiguous contents. */
export interface PyBytesLike {
  readonly data: Uint8Array;
}

/** Memory lent by an object, with its layout: item (i, j, ...) is at `offset + i * strides[0] + j * strides[1] + ...`. */
export interface BufferLayout {
  readonly format: string;
  readonly itemSize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

export class LentBuffer {
  /** The object that lent it (`memoryview.obj`). */
  readonly owner: Value;
  readonly memory: Uint8Array;
  readonly isReadonly: boolean;
  readonly layout: BufferLayout;
  private onRelease: (() => Exit | void) | null;

  constructor(owner: Value, memory: Uint8Array, isReadonly: boolean, layout: BufferLayout, onRelease: (() => Exit | void) | null) {
    this.owner = owner;
    this.memory = memory;
    this.isReadonly = isReadonly;
    this.layout = layout;
    this.onRelease = onRelease;
  }

  /** Gives the memory back; the second time does nothing. */
  release(): void {
    const onRelease = this.onRelease;
    this.onRelease = null;
    onRelease?.();
  }
}

/** Layout of a plain run of unsigned bytes. */
export function byteLayout(length: number): BufferLayout {
  return { format: 'B', itemSize: 1, shape: [length], strides: [1] };
}

/** Bits of `inspect.BufferFlags` that we look at. */
export const BUFFER_SIMPLE = 0;
export const BUFFER_WRITABLE = 1;
export const BUFFER_FULL_READONLY = 0x11c;

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
  if (found === undefined || found === null || !pythonBuffer.isOverridden(found)) return undefined;
  return lookupSpecial(value, '__buffer__');
}

export function supportsBuffer(value: Value): boolean {
  if (isExporter(value)) return true;
  if (value === null || typeof value !== 'object' || !typeOf(value).isHeapType) return false;
  const found = typeOf(value).lookup('__buffer__');
  return found !== undefined && found !== null;
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

/** Whether the items lie one after another, last index fastest. */
export function isContiguous(layout: BufferLayout): boolean {
  let expected = layout.itemSize;
  for (let dimension = layout.shape.length - 1; dimension >= 0; dimension--) {
    const extent = layout.shape[dimension];
    if (extent === 0) return true;
    if (extent > 1 && layout.strides[dimension] !== expected) return false;
    expected *= extent;
  }
  return true;
}

/** Calls `read` with the bytes of a buffer that it holds meanwhile. */
function contentsOf(buffer: LentBuffer): PyBytesLike | Exit {
  const contiguous = isContiguous(buffer.layout);
  const data = buffer.memory;
  buffer.release();
  return contiguous ? { data } : raise('BufferError', 'memoryview: underlying buffer is not C-contiguous');
}

/** An object that keeps its contents in one run under `data`: bytes and bytearray, not overridden by Python code. */
function hasPlainData(value: Value): value is PyObject & PyBytesLike {
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

/** A run of bytes that may be written; the error names the function as CPython's argument parser does. */
export function writableBytesOf(value: Value, functionName: string, position = ''): PyBytesLike | Exit {
  const wrong = (): Exit => raiseTypeError(`${functionName}() argument${position} must be read-write bytes-like object, not ${typeName(value)}`);
  const buffer = tryLend(value, BUFFER_SIMPLE);
  if (buffer === EXIT) return EXIT;
  if (buffer === undefined) return wrong();
  const lent = buffer as LentBuffer;
  if (!lent.isReadonly) return contentsOf(lent);
  lent.release();
  return wrong();
}

/** Set by types/bytes/bytes.ts: the bytes object of a default written as b'...' in a signature. */
export const bytesLiteral = { of: (_text: string): Value => null };

/** `object.__buffer__(flags)` for builtin exporters is declared with this: a memoryview over what they lend. Set by types/memoryview.ts. */
export const bufferMethods = { view: (_object: Value, _flags: number): Result => null };
