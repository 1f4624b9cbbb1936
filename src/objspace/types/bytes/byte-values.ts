/** From Python values to bytes: single byte values, iterables of them, and the sources of the constructors. */
import { tryCopyBytesOf } from '../../buffer.ts';
import { encodeText, textForC } from '../../codecs.ts';
import { raiseTypeError, raiseValueError, swallow } from '../../exception.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { fastItems, iter, next, toInt, toSize, argumentName, typeName } from '../../operations.ts';
import { exactLengthHint, hasOwnLength } from '../../length-hint.ts';
import { typeOf } from '../../type.ts';
import { isText } from '../str/text.ts';
import { allocate, type Kind, MAX_SIZE, raiseTooLarge } from './allocate.ts';
import { newBytes } from '../../../util/new-bytes.ts';
import { worked } from '../../../util/work.ts';

const RANGE_ERROR: Record<Kind, string> = {
  bytes: 'bytes must be in range(0, 256)',
  bytearray: 'byte must be in range(0, 256)',
};

export function hasIndex(value: Value): boolean {
  return typeof value === 'number' || typeOf(value).slots.index !== undefined;
}

/** A value that is stored as one byte. */
export function byteValue(value: Value, kind: Kind = 'bytearray'): number | Exit {
  if (typeof value === 'number' && value >= 0 && value < 256) return value;
  const int = toInt(value);
  if (int === EXIT) return EXIT;
  if (typeof int === 'number' && int >= 0 && int < 256) return int;
  return raiseValueError(RANGE_ERROR[kind]);
}

/** Grows as bytes come. */
class ByteCollector {
  data: Uint8Array;
  length: number;

  constructor(capacity: number) {
    this.data = newBytes(capacity);
    this.length = 0;
  }

  push(byte: number): void {
    if (this.length === this.data.length) {
      const larger = newBytes(Math.max(16, this.data.length * 2));
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = byte;
  }

  finish(): Uint8Array {
    return this.data.slice(0, this.length);
  }
}

/**
 * The bytes that an iterable of ints stands for; `undefined` if it is no iterable (nothing in flight then). With a hint the source is asked
 * first how many there are, as all do but the constructor of bytearrays.
 */
export function bytesFromIterable(
  source: Value,
  kind: Kind,
  isHinted = kind === 'bytes',
): Uint8Array | Exit | undefined {
  const items = isHinted && hasOwnLength(source) ? undefined : fastItems.of(source);
  // Other values may run Python code that changes the source: they are taken one by one.
  if (items?.every((item) => typeof item === 'number')) return bytesFromItems(items, kind);
  const iterator = iter(source);
  if (iterator === EXIT) return swallow('TypeError') ? undefined : EXIT;
  if (isHinted && checkHint(source, kind) === EXIT) return EXIT;
  const collector = new ByteCollector(64);
  for (;;) {
    const item = next(iterator as Value);
    if (item === undefined) return collector.finish();
    if (item === EXIT) return EXIT;
    const byte = byteValue(item as Value, kind);
    if (byte === EXIT) return EXIT;
    collector.push(byte as number);
  }
}

/** Refuses a source that says it has more than memory holds. */
function checkHint(source: Value, kind: Kind): true | Exit {
  const hint = exactLengthHint(source, 64);
  if (hint === EXIT) return EXIT;
  return (hint as number | bigint) > MAX_SIZE ? raiseTooLarge(hint as Value, kind) : true;
}

function bytesFromItems(items: readonly Value[], kind: Kind): Uint8Array | Exit {
  const result = newBytes(items.length);
  for (let index = 0; index < items.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x1000);
    const byte = byteValue(items[index], kind);
    if (byte === EXIT) return EXIT;
    result[index] = byte as number;
  }
  return result;
}

/** A str parameter that the function names in its error; `undefined` where it was not given. */
export function textParameter(value: Value | undefined, functionName: string, name: string): string | undefined | Exit {
  if (value === undefined) return undefined;
  if (!isText(value))
    return raiseTypeError(`${functionName}() argument '${name}' must be str, not ${argumentName(value)}`);
  return textForC(value);
}

/** The encoded text of `bytes(text, encoding, errors)`; `undefined` if neither encoding nor errors were given. */
function bytesFromText(
  source: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
  kind: Kind,
): Uint8Array | Exit | undefined {
  if (encoding === undefined && errors === undefined) return undefined;
  const encodingText = textParameter(encoding, kind, 'encoding');
  const errorsText = encodingText === EXIT ? EXIT : textParameter(errors, kind, 'errors');
  if (errorsText === EXIT) return EXIT;
  if (source === undefined || !isText(source)) {
    return raiseTypeError(`${encoding === undefined ? 'errors' : 'encoding'} without a string argument`);
  }
  if (encoding === undefined) return raiseTypeError('string argument without an encoding');
  return encodeText(source, encodingText as string, (errorsText as string | undefined) ?? 'strict');
}

/** Zero bytes where the source is a count; `undefined` if it is none. */
function bytesFromCount(source: Value, kind: Kind): Uint8Array | Exit | undefined {
  if (!hasIndex(source)) return undefined;
  const size = toSize(source);
  if (size === EXIT) return swallow('TypeError') ? undefined : EXIT;
  if ((size as number) < 0) return raiseValueError('negative count');
  return (size as number) > MAX_SIZE ? raiseTooLarge(source, kind) : allocate(size as number);
}

/** The contents that the arguments of a constructor stand for. `__bytes__` is the caller's. */
export function bytesFromSource(
  source: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
  kind: Kind,
): Uint8Array | Exit {
  const encoded = bytesFromText(source, encoding, errors, kind);
  if (encoded !== undefined) return encoded;
  if (source === undefined) return new Uint8Array(0);
  if (isText(source)) return raiseTypeError('string argument without an encoding');
  return bytesFromCount(source, kind) ?? bytesFromObject(source, kind);
}

/** A buffer or an iterable of ints. */
export function bytesFromObject(source: Value, kind: Kind): Uint8Array | Exit {
  const copy = tryCopyBytesOf(source);
  if (copy !== undefined) return copy;
  return bytesFromIterable(source, kind) ?? raiseTypeError(`cannot convert '${typeName(source)}' object to ${kind}`);
}
