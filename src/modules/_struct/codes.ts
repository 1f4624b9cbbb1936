/** Format codes of `struct`: how a value of each is packed and unpacked, in either byte order. */
import { raise, swallow } from '../../objspace/exception.ts';
import { ModuleException } from '../../objspace/module-exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { isTrue, toFloat, toInt } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyComplex } from '../../objspace/types/complex-object.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { isInt } from '../../objspace/types/int/int-object.ts';
import { halfFromBits, halfToBits } from '../../util/half-float.ts';

export const structError = new ModuleException('struct', 'error', ['Exception']);

export type Reader = (view: DataView, at: number, isLittle: boolean) => Value;
export type Writer = (view: DataView, at: number, value: Value, isLittle: boolean) => true | Exit;

export interface Code {
  readonly size: number;
  readonly read: Reader;
  readonly write: Writer;
}

// ── Integers ───────────────────────────────────────────────────────────────────────────────────────────────────────

function intFor(value: Value): number | bigint | Exit {
  if (typeof value === 'number') return value;
  if (typeof value !== 'bigint' && typeof value !== 'boolean' && typeOf(value).slots.index === undefined) {
    return structError.raise('required argument is not an integer');
  }
  return toInt(value);
}

function outOfRange(code: string, min: bigint | number, max: bigint | number): Exit {
  return structError.raise(`'${code}' format requires ${min} <= number <= ${max}`);
}

type PutNumber = (view: DataView, at: number, value: number, isLittle: boolean) => void;

function small(code: string, size: number, min: number, max: number, read: Reader, put: PutNumber): Code {
  const write: Writer = (view, at, value, isLittle) => {
    const int = intFor(value);
    if (int === EXIT) return EXIT;
    if (typeof int !== 'number' || int < min || int > max) return outOfRange(code, min, max);
    put(view, at, int, isLittle);
    return true;
  };
  return { size, read, write };
}

function normal(big: bigint): Value {
  const number = Number(big);
  return Number.isSafeInteger(number) ? number : big;
}

const readSigned64: Reader = (view, at, isLittle) => normal(view.getBigInt64(at, isLittle));
const readUnsigned64: Reader = (view, at, isLittle) => normal(view.getBigUint64(at, isLittle));

function long(code: string, isSigned: boolean): Code {
  const min = isSigned ? -(1n << 63n) : 0n;
  const max = isSigned ? (1n << 63n) - 1n : (1n << 64n) - 1n;
  const write: Writer = (view, at, value, isLittle) => {
    const int = intFor(value);
    if (int === EXIT) return EXIT;
    const big = BigInt(int as number | bigint);
    if (big < min || big > max) return outOfRange(code, min, max);
    view.setBigUint64(at, BigInt.asUintN(64, big), isLittle);
    return true;
  };
  return { size: 8, read: isSigned ? readSigned64 : readUnsigned64, write };
}

const POINTER: Code = {
  size: 8,
  read: readUnsigned64,
  write: (view, at, value, isLittle) => {
    const int = intFor(value);
    if (int === EXIT) return EXIT;
    const big = BigInt(int as number | bigint);
    if (big < -(1n << 63n) || big >= 1n << 64n) return structError.raise('int too large to convert');
    view.setBigUint64(at, BigInt.asUintN(64, big), isLittle);
    return true;
  },
};

// ── Floats ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function floatFor(value: Value): number | Exit {
  const float = toFloat(value);
  return float === EXIT && swallow('Exception') ? structError.raise('required argument is not a float') : float;
}

function tooLarge(code: string, value: Value): Exit {
  if (isInt(value)) return structError.raise('int too large to convert');
  return raise('OverflowError', `float too large to pack with ${code} format`);
}

/** Whether the value fits. */
type PutFloat = (view: DataView, at: number, value: number, isLittle: boolean) => boolean;

function floating(
  code: string,
  size: number,
  read: (view: DataView, at: number, isLittle: boolean) => number,
  put: PutFloat,
): Code {
  return {
    size,
    read: (view, at, isLittle) => new PyFloat(read(view, at, isLittle)),
    write: (view, at, value, isLittle) => {
      const float = floatFor(value);
      if (float === EXIT) return EXIT;
      return put(view, at, float as number, isLittle) || tooLarge(code, value);
    },
  };
}

const putHalf: PutFloat = (view, at, value, isLittle) => {
  const bits = halfToBits(value);
  if (bits === undefined) return false;
  view.setUint16(at, bits, isLittle);
  return true;
};

const fitsSingle = (value: number): boolean => !Number.isFinite(value) || Number.isFinite(Math.fround(value));

const putSingle: PutFloat = (view, at, value, isLittle) => {
  if (!fitsSingle(value)) return false;
  view.setFloat32(at, value, isLittle);
  return true;
};

const putPartOfComplex: PutFloat = (view, at, value, isLittle) => {
  if (!isLittle && !fitsSingle(value)) return false;
  view.setFloat32(at, value, isLittle);
  return true;
};

const putDouble: PutFloat = (view, at, value, isLittle) => {
  view.setFloat64(at, value, isLittle);
  return true;
};

const HALF = floating('e', 2, (view, at, isLittle) => halfFromBits(view.getUint16(at, isLittle)), putHalf);
const SINGLE = floating('f', 4, (view, at, isLittle) => view.getFloat32(at, isLittle), putSingle);
const DOUBLE = floating('d', 8, (view, at, isLittle) => view.getFloat64(at, isLittle), putDouble);

function complexFor(value: Value): { real: number; imag: number } | Exit {
  if (value instanceof PyComplex) return value;
  const real = toFloat(value);
  if (real !== EXIT) return { real: real as number, imag: 0 };
  swallow('Exception');
  return structError.raise('required argument is not a complex');
}

/** Only where the high byte comes first a part that does not fit is an error; elsewhere CPython packs it as infinite. */
function complex(half: Code, put: PutFloat): Code {
  const { size } = half;
  return {
    size: size * 2,
    read: (view, at, isLittle) => {
      const [real, imag] = [half.read(view, at, isLittle), half.read(view, at + size, isLittle)] as PyFloat[];
      return new PyComplex(real.value, imag.value);
    },
    write: (view, at, value, isLittle) => {
      const parts = complexFor(value);
      if (parts === EXIT) return EXIT;
      const { real, imag } = parts as { real: number; imag: number };
      const fits = put(view, at, real, isLittle) && put(view, at + size, imag, isLittle);
      return fits || tooLarge('f', value);
    },
  };
}

// ── Others ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const BOOL: Code = {
  size: 1,
  read: (view, at) => view.getUint8(at) !== 0,
  write: (view, at, value) => {
    const truth = isTrue(value);
    if (truth === EXIT) return EXIT;
    view.setUint8(at, truth ? 1 : 0);
    return true;
  },
};

const CHARACTER: Code = {
  size: 1,
  read: (view, at) => new PyBytes(Uint8Array.of(view.getUint8(at))),
  write: (view, at, value) => {
    if (!(value instanceof PyBytes) || value.length !== 1) {
      return structError.raise('char format requires a bytes object of length 1');
    }
    view.setUint8(at, value.data[0]);
    return true;
  },
};

/** Codes whose size is the same in standard and native form. */
const COMMON: readonly (readonly [string, Code])[] = [
  ['c', CHARACTER],
  ['?', BOOL],
  [
    'b',
    small(
      'b',
      1,
      -0x80,
      0x7f,
      (view, at) => view.getInt8(at),
      (view, at, value) => view.setInt8(at, value),
    ),
  ],
  [
    'B',
    small(
      'B',
      1,
      0,
      0xff,
      (view, at) => view.getUint8(at),
      (view, at, value) => view.setUint8(at, value),
    ),
  ],
  [
    'h',
    small(
      'h',
      2,
      -0x8000,
      0x7fff,
      (view, at, little) => view.getInt16(at, little),
      (view, at, value, little) => view.setInt16(at, value, little),
    ),
  ],
  [
    'H',
    small(
      'H',
      2,
      0,
      0xffff,
      (view, at, little) => view.getUint16(at, little),
      (view, at, value, little) => view.setUint16(at, value, little),
    ),
  ],
  ['q', long('q', true)],
  ['Q', long('Q', false)],
  ['e', HALF],
  ['f', SINGLE],
  ['d', DOUBLE],
  ['F', complex(SINGLE, putPartOfComplex)],
  ['D', complex(DOUBLE, putDouble)],
];

const signed32 = (code: string): Code =>
  small(
    code,
    4,
    -0x80000000,
    0x7fffffff,
    (view, at, little) => view.getInt32(at, little),
    (view, at, value, little) => view.setInt32(at, value, little),
  );
const unsigned32 = (code: string): Code =>
  small(
    code,
    4,
    0,
    0xffffffff,
    (view, at, little) => view.getUint32(at, little),
    (view, at, value, little) => view.setUint32(at, value, little),
  );

/** After `<`, `>`, `=` or `!`. */
export const STANDARD_CODES: ReadonlyMap<string, Code> = new Map([
  ...COMMON,
  ['i', signed32('i')],
  ['I', unsigned32('I')],
  ['l', signed32('l')],
  ['L', unsigned32('L')],
]);

/** Those of a 64-bit Unix. */
export const NATIVE_CODES: ReadonlyMap<string, Code> = new Map([
  ...COMMON,
  ['i', signed32('i')],
  ['I', unsigned32('I')],
  ['l', long('l', true)],
  ['L', long('L', false)],
  ['n', long('n', true)],
  ['N', long('N', false)],
  ['P', POINTER],
]);

/** Alignment of a code in native form: complex numbers are aligned as their halves. */
export function alignmentOf(code: string, size: number): number {
  return code === 'F' || code === 'D' ? size / 2 : size;
}
