/** Sizes: what a run of bytes may be, checked before it is allocated, and the conversion of arguments that are sizes. */
import { raise } from '../../exception.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { toInt } from '../../operations.ts';
import { allocating } from '../../../util/work.ts';

/** The types differ in their words. */
export type Kind = 'bytes' | 'bytearray';

/** More than this no engine gives in one piece. */
export const MAX_SIZE = 2 ** 32;
const MAX_SSIZE = (1n << 63n) - 1n;

/** So much of the largest C size is taken by the header of CPython's bytes. */
const BYTES_HEADER = 33n;

/** Refuses a size that no memory holds. CPython tells apart those that no bytes can have. */
export function raiseTooLarge(size: Value, kind: Kind = 'bytes'): Exit {
  const isBeyond = kind === 'bytes' && typeof size === 'bigint' && size > MAX_SSIZE - BYTES_HEADER;
  return isBeyond ? raise('OverflowError', 'byte string is too large') : raise('MemoryError');
}

/** Zeroed memory; MemoryError if the host has none. */
export function allocate(length: number): Uint8Array | Exit {
  if (length > MAX_SIZE) return raise('MemoryError');
  allocating(length);
  try {
    return new Uint8Array(length);
  } catch {
    return raise('MemoryError');
  }
}

/** An int argument that is a C `Py_ssize_t`; clamped to the safe integers, which no size exceeds. */
export function ssizeArgument(value: Value): number | Exit {
  return within64Bits(value, 'ssize_t');
}

/** The same for a C `long`. */
export function longArgument(value: Value): number | Exit {
  return within64Bits(value, 'long');
}

function within64Bits(value: Value, type: string): number | Exit {
  const int = toInt(value);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  const big = int as bigint;
  if (big > MAX_SSIZE || big < -MAX_SSIZE - 1n)
    return raise('OverflowError', `Python int too large to convert to C ${type}`);
  return big > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** An int argument that is a C `int`. */
export function intArgument(value: Value): number | Exit {
  const int = toInt(value);
  if (int === EXIT) return EXIT;
  if (typeof int === 'number' && int >= -0x80000000 && int <= 0x7fffffff) return int;
  return raise('OverflowError', 'Python int too large to convert to C int');
}

/** The same where CPython takes arguments apart by the letter `i`, which has other words for what does not fit. */
export function parsedIntArgument(value: Value): number | Exit {
  const long = toInt(value);
  if (long === EXIT) return EXIT;
  if (typeof long === 'number' && long >= -0x80000000 && long <= 0x7fffffff) return long;
  if (longArgument(long as Value) === EXIT) return EXIT;
  return raise(
    'OverflowError',
    `signed integer is ${(long as number | bigint) > 0 ? 'greater than maximum' : 'less than minimum'}`,
  );
}

/** Python's rule for the bounds of a slice argument: negative ones count from the end, all are clamped. */
export function sliceBound(value: Value | undefined, length: number, fallback: number): number | Exit {
  if (value === undefined || value === null) return fallback;
  const int = sliceIndex(value);
  if (int === EXIT) return EXIT;
  const index = int as number;
  return index < 0 ? Math.max(index + length, 0) : index;
}

function sliceIndex(value: Value): number | Exit {
  if (typeof value === 'number') return value;
  const slots = value === null || typeof value !== 'object' ? undefined : value.shape.type.slots;
  if (slots !== undefined && slots.index === undefined) return notAnIndex();
  if (typeof value === 'string') return notAnIndex();
  const int = toInt(value);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  return (int as bigint) > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

function notAnIndex(): Exit {
  return raise('TypeError', 'slice indices must be integers or None or have an __index__ method');
}
