/**
 * Arithmetic, bit operations and comparisons of small ints and floats. An int operation whose result may leave the safe range is
 * guarded; the bounds of its operands often show that it cannot.
 */
import type { Builder } from '../builder.ts';
import { MAX_SAFE, type Node } from '../graph.ts';
import { BIG, BOOL, FLOAT, INT, isWithin, NONE, SMALL, STR } from '../kinds.ts';
import type { Site } from '../profile.ts';
import { RANGE, rangeOfSeen } from '../ranges.ts';
import { isInt32, isUint32, low32, maskOfDivisor } from './low-bits.ts';
import { WILD } from './tame.ts';

export type BinaryName =
  | 'Add'
  | 'Subtract'
  | 'Multiply'
  | 'TrueDivide'
  | 'FloorDivide'
  | 'Modulo'
  | 'Power'
  | 'LeftShift'
  | 'RightShift'
  | 'BitAnd'
  | 'BitOr'
  | 'BitXor';

/** Why a unit is left where an int gets big. */
export const OVERFLOW = 'overflow';

const INT32 = 2 ** 31;
const UINT32 = 2 ** 32;

/** The operand as a number, int or float, if the site has seen only one of these; bools count as ints. */
function number(b: Builder, node: Node, seen: number): Node | null {
  const mask = isWithin(node.kinds, INT | FLOAT | BOOL) ? node.kinds : seen;
  if (isWithin(mask, INT)) return b.expect(node, INT);
  if (mask === FLOAT) return b.expect(node, FLOAT);
  if (mask === BOOL) {
    const flag = b.expect(node, BOOL);
    return flag === null ? null : b.int('number', '+$0', [flag], 0, 1);
  }
  return null;
}

/** The result of a binary operation; null where it is left to the interpreter. */
export function binary(b: Builder, name: BinaryName, left: Node, right: Node, site: Site): Node | null {
  const { masks: seen, ranges } = site;
  if (name === 'Add' && isText(left, seen[0]) && isText(right, seen[1] ?? STR)) return addTexts(b, left, right);
  const isLeft = isNumber(left, seen[0]);
  if (!isLeft || !isNumber(right, seen[1] ?? right.kinds)) return null;
  const first = number(b, left, seen[0]);
  const second = left === right ? first : number(b, right, seen[1] ?? right.kinds);
  if (first === null || second === null) return null;
  if (isWithin(first.kinds, INT) && isWithin(second.kinds, INT)) {
    if (name === 'Add' || name === 'Subtract') return intBinary(b, name, first, second);
    const narrow = narrowed(b, first, ranges[0]);
    return intBinary(b, name, narrow, left === right ? narrow : narrowed(b, second, ranges[1]));
  }
  return floatBinary(b, name, first, second);
}

/** The int, made sure to be in the range that the site has seen, if that is better than what is known. */
export function narrowed(b: Builder, node: Node, seen: number | undefined): Node {
  if (seen === undefined || isInt32(node) || isUint32(node)) return node;
  const range = rangeOfSeen(seen);
  if (range === null) return node;
  b.guard(range.check, [node], RANGE);
  const refined = b.refine(node, range.high < INT32 ? SMALL : INT);
  refined.low = Math.max(refined.low, range.low);
  refined.high = Math.min(refined.high, range.high);
  return refined;
}

function isNumber(node: Node, seen: number): boolean {
  if ((node.kinds & (INT | FLOAT | BOOL)) === 0) return false;
  const mask = isWithin(node.kinds, INT | FLOAT | BOOL) ? node.kinds : seen;
  return isWithin(mask, INT) || mask === FLOAT || mask === BOOL;
}

function isText(node: Node, seen: number): boolean {
  return node.kinds === STR || (seen === STR && (node.kinds & STR) !== 0);
}

function addTexts(b: Builder, left: Node, right: Node): Node | null {
  const first = b.expect(left, STR);
  const second = b.expect(right, STR);
  if (first === null || second === null) return null;
  return b.quiet('concat', 'concat($0, $1)', [first, second], STR);
}

// ── Ints ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An int that may leave the safe range: then the interpreter makes a big one. */
function checked(b: Builder, op: string, template: string, inputs: Node[], low: number, high: number): Node {
  const node = b.int(op, template, inputs, Math.max(low, -MAX_SAFE), Math.min(high, MAX_SAFE));
  if (high > MAX_SAFE && low < -MAX_SAFE) b.guard('$0 <= MAX && $0 >= -MAX', [node], OVERFLOW);
  else if (high > MAX_SAFE) b.guard('$0 <= MAX', [node], OVERFLOW);
  else if (low < -MAX_SAFE) b.guard('$0 >= -MAX', [node], OVERFLOW);
  return node;
}

/** The result of an operation on ints, with its form. */
function intBinary(b: Builder, name: BinaryName, left: Node, right: Node): Node | null {
  const node = intResult(b, name, left, right);
  if (node !== null && !node.isConstant && node.form === null && node !== left && node !== right)
    node.form = { name, left, right };
  return node;
}

function intResult(b: Builder, name: BinaryName, left: Node, right: Node): Node | null {
  switch (name) {
    case 'Add':
      return checked(b, 'add', '$0 + $1', [left, right], left.low + right.low, left.high + right.high);
    case 'Subtract':
      return checked(b, 'subtract', '$0 - $1', [left, right], left.low - right.high, left.high - right.low);
    case 'Multiply':
      return multiply(b, left, right);
    case 'TrueDivide':
      if (right.low <= 0 && right.high >= 0) b.guard('$0 !== 0', [right], 'division by zero');
      return b.double('divide', '$0 / $1', [left, right]);
    case 'FloorDivide':
      return floorDivide(b, left, right);
    case 'Modulo':
      return modulo(b, left, right);
    case 'Power':
      return right.isConstant && right.constant === 2 ? multiply(b, left, left) : null;
    case 'LeftShift':
      return leftShift(b, left, right);
    case 'RightShift':
      return rightShift(b, left, right);
    default:
      return bits(b, name, left, right);
  }
}

function multiply(b: Builder, left: Node, right: Node): Node {
  const products = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high];
  // A zero times something negative is -0 in JavaScript.
  const isSigned = left.low < 0 || right.low < 0;
  const low = Math.min(...products);
  const high = Math.max(...products);
  return checked(b, 'multiply', isSigned ? '$0 * $1 + 0' : '$0 * $1', [left, right], low, high);
}

function floorDivide(b: Builder, left: Node, right: Node): Node {
  if (right.low <= 0) b.guard('$0 > 0', [right], 'positive divisor');
  const low = Math.min(left.low, 0);
  const high = Math.max(left.high, 0);
  if (right.isConstant) {
    const divisor = right.constant as number;
    return b.int(
      'floor_divide',
      'Math.floor($0 / $1)',
      [left, right],
      Math.floor(left.low / divisor),
      Math.floor(left.high / divisor),
    );
  }
  return b.int('floor_divide', 'Math.floor($0 / $1)', [left, right], low, high);
}

function modulo(b: Builder, left: Node, right: Node): Node {
  const mask = maskOfDivisor(b, right);
  const bits = mask === null ? null : masked(b, left, mask);
  if (bits !== null) return bits;
  if (right.low <= 0) b.guard('$0 > 0', [right], 'positive divisor');
  const high = right.high - 1;
  if (left.low >= 0 && left.high < INT32 && right.high < INT32)
    return b.int('modulo', '$0 % $1', [left, right], 0, high);
  if (left.low >= 0) return b.int('modulo', 'remainder($0, $1)', [left, right], 0, high);
  // The multiple that is subtracted is at most so far from zero.
  if (right.high - left.low > MAX_SAFE) b.guard('$0 - $1 >= -MAX', [left, right], 'exact remainder');
  return b.int('modulo', '$0 - $1 * Math.floor($0 / $1)', [left, right], 0, high);
}

/** Makes sure that a number shifts within 32 bits; false where one has been seen that does not. */
function isShiftCount(b: Builder, count: Node): boolean {
  if (count.low >= 0 && count.high < 32) return true;
  if (b.site().isWild) return false;
  b.guard('$0 >= 0 && $0 < 32', [count], WILD);
  return true;
}

function leftShift(b: Builder, left: Node, right: Node): Node | null {
  if (!right.isConstant) {
    if (!isShiftCount(b, right)) return null;
    return checked(b, 'shift', '$0 * ((1 << $1) >>> 0)', [left, right], left.low * UINT32, left.high * UINT32);
  }
  const count = right.constant as number;
  if (count < 0 || count > 52) return null;
  const factor = 2 ** count;
  return checked(b, 'shift', `$0 * ${factor}`, [left], left.low * factor, left.high * factor);
}

function rightShift(b: Builder, left: Node, right: Node): Node | null {
  const isSmall = left.low >= -INT32 && left.high < INT32;
  const low = Math.min(left.low, 0);
  const high = Math.max(left.high, 0);
  if (!right.isConstant) {
    if (!isShiftCount(b, right)) return null;
    if (isSmall) return b.int('shift', '$0 >> $1', [left, right], low, high);
    return b.int('shift', 'Math.floor($0 / ((1 << $1) >>> 0))', [left, right], low, high);
  }
  const count = right.constant as number;
  if (count < 0 || count > 52) return null;
  const bounds: [number, number] = [Math.floor(left.low / 2 ** count), Math.floor(left.high / 2 ** count)];
  if (isSmall) return b.int('shift', `$0 >> ${Math.min(count, 31)}`, [left], ...bounds);
  if (left.low >= 0 && left.high < UINT32 && count < 32) return b.int('shift', `$0 >>> ${count}`, [left], ...bounds);
  return b.int('shift', `Math.floor($0 / ${2 ** count})`, [left], ...bounds);
}

const SYMBOLS = { BitAnd: '&', BitOr: '|', BitXor: '^' } as const;

function bits(b: Builder, name: 'BitAnd' | 'BitOr' | 'BitXor' | string, left: Node, right: Node): Node | null {
  const symbol = SYMBOLS[name as keyof typeof SYMBOLS];
  if (symbol === undefined) return null;
  if (symbol === '&') {
    const result = masked(b, left, right) ?? masked(b, right, left);
    if (result !== null) return result;
  }
  if (isInt32(left) && isInt32(right)) {
    const isPositive = left.low >= 0 && right.low >= 0;
    const high = isPositive ? upTo(Math.max(left.high, right.high)) : INT32 - 1;
    return b.int('bits', `$0 ${symbol} $1`, [left, right], isPositive ? 0 : -INT32, high);
  }
  if (isUint32(left) && isUint32(right)) return b.int('bits', `($0 ${symbol} $1) >>> 0`, [left, right], 0, UINT32 - 1);
  const helper = `${name.toLowerCase()}($0, $1)`;
  if (left.low >= 0 && right.low >= 0) return b.int('bits', helper, [left, right], 0, MAX_SAFE);
  const node = b.int('bits', helper, [left, right], -MAX_SAFE, MAX_SAFE);
  b.guard('$0 === $0', [node], 'bits of small ints');
  return node;
}

/** `value & mask` where the mask says that 32 bits are enough. */
export function masked(b: Builder, value: Node, mask: Node): Node | null {
  if (!isUint32(mask)) return null;
  const low = low32(b, value, 0);
  if (low === null) return null;
  const template = mask.high < INT32 ? '$0 & $1' : '($0 & $1) >>> 0';
  return b.int('and', template, [low, mask], 0, mask.high);
}

/** The smallest 2^n - 1 that is not below. */
function upTo(high: number): number {
  return 2 ** Math.ceil(Math.log2(high + 1)) - 1;
}

// ── Floats ───────────────────────────────────────────────────────────────────────────────────────────────────────

function floatBinary(b: Builder, name: BinaryName, left: Node, right: Node): Node | null {
  switch (name) {
    case 'Add':
    case 'Subtract':
    case 'Multiply': {
      const symbol = name === 'Add' ? '+' : name === 'Subtract' ? '-' : '*';
      return b.double(name.toLowerCase(), `$0 ${symbol} $1`, [b.raw(left), b.raw(right)]);
    }
    case 'TrueDivide':
      return divide(b, 'divide', '$0 / $1', left, right);
    case 'FloorDivide':
      return divide(b, 'floor_divide', 'floorDivideFloat($0, $1)', left, right);
    case 'Modulo':
      return divide(b, 'modulo', 'moduloFloat($0, $1)', left, right);
    case 'Power':
      return isWithin(right.kinds, INT) && right.constant === 2 ? square(b, left) : null;
    default:
      return null;
  }
}

function square(b: Builder, operand: Node): Node {
  const raw = b.raw(operand);
  const node = b.double('multiply', '$0 * $0', [raw]);
  b.guard('$0 < Infinity', [node], OVERFLOW);
  return node;
}

function divide(b: Builder, op: string, template: string, left: Node, right: Node): Node {
  const divisor = b.raw(right);
  b.guard('$0 !== 0', [divisor], 'division by zero');
  return b.double(op, template, [b.raw(left), divisor]);
}

// ── Unary operations, comparisons ────────────────────────────────────────────────────────────────────────────────

export function negative(b: Builder, operand: Node, seen: number): Node | null {
  const node = number(b, operand, seen);
  if (node === null) {
    if (!isAnyInt(operand, seen)) return null;
    return b.pure('negate', 'negateInt($0)', [expectAnyInt(b, operand)], INT | BIG);
  }
  if (isWithin(node.kinds, INT)) return b.int('negate', '0 - $0', [node], -node.high, -node.low);
  return b.double('negate', '-$0', [b.raw(node)]);
}

/** `~` of an int of any size. */
function invertAny(b: Builder, operand: Node): Node {
  const node = expectAnyInt(b, operand);
  return b.pure('invert', 'invertInt($0)', [node], INT | BIG);
}

function isAnyInt(node: Node, seen: number): boolean {
  if ((node.kinds & (INT | BIG)) === 0) return false;
  return isWithin(isWithin(node.kinds, INT | BIG) ? node.kinds : seen, INT | BIG);
}

/** The value, made sure to be an int of any size. */
export function expectAnyInt(b: Builder, node: Node): Node {
  if (isWithin(node.kinds, INT | BIG)) return node;
  b.guard("typeof $0 === 'number' || typeof $0 === 'bigint'", [node], 'int of any size');
  return b.refine(node, INT | BIG);
}

export function invert(b: Builder, operand: Node, seen: number): Node | null {
  // Of a bool a warning is given.
  const known = isWithin(operand.kinds, INT | BIG) ? operand.kinds : seen;
  if (!isWithin(known, INT)) return isWithin(known, INT | BIG) ? invertAny(b, operand) : null;
  const node = b.expect(operand, INT);
  if (node === null) return null;
  if (node.low === -MAX_SAFE || node.high === MAX_SAFE) b.guard('$0 < MAX && $0 > -MAX', [node], OVERFLOW);
  const result = b.int('invert', isInt32(node) ? '~$0' : '-1 - $0', [node], -1 - node.high, -1 - node.low);
  result.form = { name: 'Invert', left: node, right: node };
  return result;
}

export function compare(b: Builder, symbol: string, left: Node, right: Node, seen: readonly number[]): Node | null {
  const seenRight = seen[1] ?? right.kinds;
  const isEquality = symbol === '==' || symbol === '!=';
  const text = isEquality ? `${symbol}=` : symbol;
  if (isText(left, seen[0]) && isText(right, seenRight)) {
    const first = b.expect(left, STR);
    const second = b.expect(right, STR);
    if (first !== null && second !== null) return b.pure('compare', `$0 ${text} $1`, [first, second], BOOL);
  }
  if (isNumber(left, seen[0]) && isNumber(right, seenRight)) {
    const first = number(b, left, seen[0]);
    const second = left === right ? first : number(b, right, seenRight);
    if (first !== null && second !== null)
      return b.pure('compare', `$0 ${text} $1`, [b.raw(first), b.raw(second)], BOOL);
  }
  if (isAnyInt(left, seen[0]) && isAnyInt(right, seenRight)) {
    // JavaScript compares numbers and bigints exactly; equal ints are of one sort.
    const [first, second] = [expectAnyInt(b, left), expectAnyInt(b, right)];
    return b.pure('compare', `$0 ${text} $1`, [first, second], BOOL);
  }
  return isEquality ? compareApart(b, symbol, left, right, seen[0], seenRight) : null;
}

/** Equality of values that cannot be equal because they are of different simple kinds. */
function compareApart(
  b: Builder,
  symbol: string,
  left: Node,
  right: Node,
  seenLeft: number,
  seenRight: number,
): Node | null {
  const simple = INT | STR | NONE;
  const maskLeft = isWithin(left.kinds, simple) ? left.kinds : seenLeft;
  const maskRight = isWithin(right.kinds, simple) ? right.kinds : seenRight;
  if (!isWithin(maskLeft, STR | NONE) || !isWithin(maskRight, STR | NONE)) return null;
  const isTested = checkable(b, left, maskLeft) && checkable(b, right, maskRight);
  if (!isTested) return null;
  return b.pure('compare', `$0 ${symbol}= $1`, [left, right], BOOL);
}

function checkable(b: Builder, node: Node, mask: number): boolean {
  if (isWithin(node.kinds, mask)) return true;
  const test =
    mask === STR ? "typeof $0 === 'string'" : mask === NONE ? '$0 === null' : "$0 === null || typeof $0 === 'string'";
  b.guard(test, [node], 'text or None');
  b.refine(node, mask);
  return true;
}
