/** What all of `_io` shares: calling methods by name, the usual errors, arguments, and the state per interpreter. */
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import { ModuleException } from '../../objspace/module-exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, toInt, toSize, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { pendingOutput } from '../../interpreter/pending-output.ts';
import { services } from '../../interpreter/services.ts';

export const DEFAULT_BUFFER_SIZE = 131072;

/** Per interpreter: what is flushed at exit. */
export interface IoState {
  /** Streams with data that is not written yet: kept alive, so that nothing is lost when a program forgets to close them. */
  readonly dirty: Set<{ flushAtExit(): void }>;
}

const states = new WeakMap<object, IoState>();

export function ioState(): IoState {
  let own = states.get(state.interpreter);
  if (own === undefined) {
    own = { dirty: new Set() };
    states.set(state.interpreter, own);
  }
  return own;
}

/** Writes out what streams hold back, at exit. */
export function flushDirtyStreams(): void {
  for (const stream of [...ioState().dirty]) stream.flushAtExit();
}

/**
 * Writes out what files hold back, before one is opened that may be one of theirs. The standard streams' text comes out when it would in CPython:
 * a child gets their descriptors, and a program that puts another file in their place for a time means what it prints then.
 */
export function flushDirtyFiles(): void {
  if (ioState().dirty.size === 0) return;
  const standard = standardStreams();
  for (const stream of [...ioState().dirty]) if (!standard.has(stream)) stream.flushAtExit();
}

pendingOutput.writeFiles = flushDirtyFiles;

/** The text streams and the binary ones below them. */
function standardStreams(): Set<unknown> {
  const { sys } = services();
  const streams = new Set<unknown>();
  for (const name of ['stdout', 'stderr', '__stdout__', '__stderr__']) {
    const stream = sys.getStr(name);
    if (stream === undefined || stream === null || typeof stream !== 'object') continue;
    streams.add(stream);
    streams.add((stream as { buffer?: unknown }).buffer);
  }
  return streams;
}

/** The attribute; undefined where there is none, or a property says so. */
export function lookAttribute(object: Value, name: string): Result | undefined {
  const value = findAttribute(object, name);
  return value === EXIT && swallow('AttributeError') ? undefined : value;
}

/** `object.name(*args)`. */
export function invoke(object: Value, name: string, args: Value[] = []): Result {
  const method = getAttribute(object, name);
  return method === EXIT ? EXIT : call(method as Value, args);
}

/** `io.UnsupportedOperation`. */
export const unsupportedOperation = new ModuleException('io', 'UnsupportedOperation', ['OSError', 'ValueError']);

export function raiseUnsupported(message: string): Exit {
  return unsupportedOperation.raise(message);
}

export function raiseClosed(message = 'I/O operation on closed file.'): Exit {
  return raiseValueError(message);
}

/** The truth of an attribute. */
export function truthOfAttribute(object: Value, name: string): boolean | Exit {
  const value = getAttribute(object, name);
  return value === EXIT ? EXIT : isTrue(value as Value);
}

/** A size argument: None or absent is -1. */
export function sizeArgument(value: Value): number | Exit {
  if (value === null) return -1;
  if (typeof value === 'number') return value;
  if (typeof value === 'string' || typeOf(value).slots.index === undefined) {
    return raiseTypeError(`argument should be integer or None, not '${typeName(value)}'`);
  }
  return toSize(value);
}

/** An int argument as a JS number; offsets beyond 2^53 are out of reach. */
export function offsetArgument(value: Value): number | Exit {
  const int = toInt(value);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  return raise('OverflowError', 'Python int too large to convert to C long');
}

/** A result that must be an int, as a JS number. */
export function intResult(result: Result): number | Exit {
  return result === EXIT ? EXIT : offsetArgument(result as Value);
}

/** The largest C Py_ssize_t. */
export const MAX_SSIZE = (1n << 63n) - 1n;

/** An offset of a stream in memory: any C Py_ssize_t, exactly. */
export function memoryOffset(value: Value): number | bigint | Exit {
  const int = toInt(value);
  if (typeof int === 'bigint' && (int > MAX_SSIZE || int < -MAX_SSIZE - 1n)) {
    return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return int;
}

/** Something with a position that may be far beyond its end. */
interface Positioned {
  position: number;
  far: bigint | null;
}

/** Moves to `base + offset`, or to 0 if that is negative; answers the new position. */
export function moveTo(self: Positioned, base: number, offset: number | bigint): Value {
  const target = BigInt(base) + BigInt(offset);
  const isFar = target > BigInt(Number.MAX_SAFE_INTEGER);
  self.far = isFar ? target : null;
  self.position = isFar ? Number.MAX_SAFE_INTEGER : Math.max(0, Number(target));
  return positionOf(self);
}

export function positionOf(self: Positioned): Value {
  return self.far ?? self.position;
}
