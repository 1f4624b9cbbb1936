/** The type codes of `array`: item sizes, and conversion of values with the errors that each has. */
import { error, raise, raiseTypeError } from '../../objspace/exception.ts';
import { ITEM_FORMATS, type ItemFormat } from '../../objspace/item-format.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { toFloat, toInt, typeName } from '../../objspace/operations.ts';
import { isText, pointsOf, strOfPoint, unwrap } from '../../objspace/types/str/text.ts';

export interface TypeCode {
  readonly letter: string;
  readonly size: number;
  /** Format in the buffer protocol. */
  readonly format: string;
  /** `_array_reconstructor`'s code of the machine format. */
  readonly machineFormat: number;
  readonly isText: boolean;
  /** How items are in memory. */
  readonly item: ItemFormat;
  readonly read: (view: DataView, at: number) => Value;
  /** What is stored for a value; Python code may run. */
  readonly take: (value: Value) => number | bigint | Exit;
}

const LITTLE = true;

/** Bounds, and what is said of what is beyond them. */
interface Bounds {
  readonly min: bigint;
  readonly max: bigint;
  readonly below: string;
  readonly above: string;
}

const named = (min: bigint, max: bigint, name: string): Bounds => ({
  min,
  max,
  below: `${name} is less than minimum`,
  above: `${name} is greater than maximum`,
});

const NEGATIVE = "can't convert negative value to unsigned int";
const TOO_LARGE = 'Python int too large to convert to C long';

const LONG: Bounds = { min: -(1n << 63n), max: (1n << 63n) - 1n, below: TOO_LARGE, above: TOO_LARGE };
const UNSIGNED_LONG: Bounds = {
  min: 0n,
  max: (1n << 64n) - 1n,
  below: NEGATIVE,
  above: 'Python int too large to convert to C unsigned long',
};
const SHORT = named(-0x8000n, 0x7fffn, 'signed short integer');
const INT = named(-0x80000000n, 0x7fffffffn, 'signed integer');

/** The bounds of what a value goes through on its way into an item, the item's own at the end. */
const INTEGERS: Readonly<Record<string, readonly Bounds[]>> = {
  b: [LONG, SHORT, named(-0x80n, 0x7fn, 'signed char')],
  B: [LONG, named(0n, 0xffn, 'unsigned byte integer')],
  h: [LONG, SHORT],
  H: [LONG, INT, named(0n, 0xffffn, 'unsigned short')],
  i: [LONG, INT],
  I: [UNSIGNED_LONG, named(0n, 0xffffffffn, 'unsigned int')],
  l: [LONG],
  L: [UNSIGNED_LONG],
  q: [{ ...LONG, below: 'int too big to convert', above: 'int too big to convert' }],
  Q: [{ ...UNSIGNED_LONG, below: "can't convert negative int to unsigned", above: 'int too big to convert' }],
};

/** What is said of a number that is not within the item's bounds. */
function excess(int: number | bigint, steps: readonly Bounds[]): Exit {
  const { min, below, above } = steps.find((step) => int < step.min || int > step.max)!;
  return raise('OverflowError', int < min ? below : above);
}

function integerCode(letter: string, machineFormat: number): TypeCode {
  const steps = INTEGERS[letter];
  const { min, max } = steps[steps.length - 1];
  const format = ITEM_FORMATS.get(letter)!;
  return {
    letter,
    size: format.size,
    format: letter,
    machineFormat,
    isText: false,
    item: format,
    read: format.read,
    take: (value) => {
      const int = toInt(value);
      if (int === EXIT) return EXIT;
      const number = int as number | bigint;
      return number < min || number > max ? excess(number, steps) : number;
    },
  };
}

function floatCode(letter: 'f' | 'd', machineFormat: number): TypeCode {
  const format = ITEM_FORMATS.get(letter)!;
  return {
    letter,
    size: format.size,
    format: letter,
    machineFormat,
    isText: false,
    item: format,
    read: format.read,
    take: toFloat,
  };
}

/** Throws where the number is no code point. */
export function characterOf(point: number): Value {
  if (point <= 0x10ffff) return strOfPoint(point) as Value;
  throw error('ValueError', `character U+${point.toString(16)} is not in range [U+0000; U+10ffff]`);
}

/** Code points, which are not the values: no array of JavaScript has these. */
const CHARACTERS: ItemFormat = { ...ITEM_FORMATS.get('I')!, itemsClass: null };

/** Characters as 32-bit code points; u is wchar_t, w is what its name says. */
function textCode(letter: 'u' | 'w', machineFormat: number): TypeCode {
  return {
    letter,
    size: 4,
    format: 'w',
    machineFormat,
    isText: true,
    item: CHARACTERS,
    read: (view, at) => characterOf(view.getUint32(at, LITTLE)),
    take: (value) => {
      if (!isText(value)) return raiseTypeError(`array item must be a unicode character, not ${typeName(value)}`);
      const points = pointsOf(unwrap(value));
      if (points.length !== 1) {
        return raiseTypeError(`array item must be a unicode character, not a string of length ${points.length}`);
      }
      return points[0];
    },
  };
}

/** Machine formats of the items on a little-endian machine. */
export const TYPE_CODES: ReadonlyMap<string, TypeCode> = new Map(
  [
    integerCode('b', 1),
    integerCode('B', 0),
    textCode('u', 20),
    textCode('w', 20),
    integerCode('h', 4),
    integerCode('H', 2),
    integerCode('i', 8),
    integerCode('I', 6),
    integerCode('l', 12),
    integerCode('L', 10),
    integerCode('q', 12),
    integerCode('Q', 10),
    floatCode('f', 14),
    floatCode('d', 16),
  ].map((code) => [code.letter, code]),
);

/** In the order of `array.typecodes`. */
export const TYPE_LETTERS = [...TYPE_CODES.keys()].join('');
