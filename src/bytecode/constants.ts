/**
 * Constants as plain data: what literals mean, without the object space.
 *
 * The syntax tree, the compiler, the serialiser and the cache of code objects all speak of constants in this form;
 * the interpreter turns them into Python objects when code is loaded. Where JavaScript has the value itself, the
 * constant is that value; the small classes are for the rest.
 *
 * Invariants:
 *   - an int is a `number` when |x| <= 2^53-1 and a `bigint` otherwise, never -0;
 *   - a JS string holds no surrogate code unit; any other text is a `StrConstant`;
 *   - `TupleConstant` and `FrozenSetConstant` are never changed once built.
 */
import { hasCharacter } from '../util/code-points.ts';
import type { Code } from './code.ts';

export class FloatConstant {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class ComplexConstant {
  readonly real: number;
  readonly imag: number;
  constructor(real: number, imag: number) {
    this.real = real;
    this.imag = imag;
  }
}

export class BytesConstant {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

const NO_SPLITS: readonly number[] = [];

/**
 * Text with surrogate code units: astral characters are pairs in it, lone surrogates stay alone.
 *
 * Two lone surrogates that stand together and would read as a pair are told from it by `splits`: the offsets
 * between the two. Hardly any text has them.
 */
export class StrConstant {
  readonly text: string;
  readonly splits: readonly number[];
  constructor(text: string, splits: readonly number[] = NO_SPLITS) {
    this.text = text;
    this.splits = splits;
  }
}

export class TupleConstant {
  readonly items: readonly ConstantValue[];
  constructor(items: readonly ConstantValue[]) {
    this.items = items;
  }
}

export class FrozenSetConstant {
  readonly items: readonly ConstantValue[];
  constructor(items: readonly ConstantValue[]) {
    this.items = items;
  }
}

export class EllipsisConstant {}

export const ELLIPSIS = new EllipsisConstant();

export type CodeConstant = Code;

/** `null` is Python's None. */
export type ConstantValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | FloatConstant
  | ComplexConstant
  | BytesConstant
  | StrConstant
  | TupleConstant
  | FrozenSetConstant
  | EllipsisConstant
  | CodeConstant;

const SURROGATE = /[\ud800-\udfff]/;
const HIGH_AT_END = /[\ud800-\udbff]$/;
const LOW_AT_START = /^[\udc00-\udfff]/;

/** The constant of a Python str whose UTF-16 form is `text`. */
export function strConstant(text: string, splits: readonly number[] = NO_SPLITS): string | StrConstant {
  return hasCharacter(text, SURROGATE) ? new StrConstant(text, splits) : text;
}

/** Concatenates str constants; a high surrogate that ends one and a low one that begins the next stay two characters. */
export function concatenateStr(parts: readonly (string | StrConstant)[]): string | StrConstant {
  if (parts.length === 1) return parts[0]!;
  if (parts.every((part) => typeof part === 'string')) return parts.join('');
  const splits: number[] = [];
  let text = '';
  for (const part of parts) {
    const next = strText(part);
    if (HIGH_AT_END.test(text) && LOW_AT_START.test(next)) splits.push(text.length);
    if (typeof part !== 'string') for (const split of part.splits) splits.push(text.length + split);
    text += next;
  }
  return strConstant(text, splits);
}

/** The UTF-16 form of a str constant. */
export function strText(constant: string | StrConstant): string {
  return typeof constant === 'string' ? constant : constant.text;
}

export function isStrConstant(constant: ConstantValue): constant is string | StrConstant {
  return typeof constant === 'string' || constant instanceof StrConstant;
}

/** The constant of a Python int: a number where it is safe, else a bigint. */
export function intConstant(value: bigint): number | bigint {
  return value >= -MAX_SAFE && value <= MAX_SAFE ? Number(value) : value;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
