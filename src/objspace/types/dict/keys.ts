/**
 * Keys of dictionaries and elements of sets: which of them JavaScript's own `Map` can look up, and the fast hash of the others.
 *
 * A key is *plain* if a value of JavaScript stands for everything that is equal to it: strings and ints for themselves, `True` and `1.0`
 * for 1, None, and objects that are equal to nothing but themselves. Plain keys are found by their stand-in, never by running Python code.
 *
 * A key is *tame* if it is plain, a float, bytes, a weak reference to a plain object, or a tuple of tame keys: its hash and equality are known
 * here and run no Python code either.
 * All other keys are *wild*: they are asked for their `__hash__` and `__eq__`.
 */
import { exceptionTypes, raise } from '../../exception.ts';
import { identityOf } from '../../identity.ts';
import { EXIT, type Exit, type PyObject, type Value } from '../../object.ts';
import { fullTypeName, hashOf, str } from '../../operations.ts';
import { state } from '../../state.ts';
import { bytesType, PyBytes } from '../bytes/bytes.ts';
import { PyFloat, PyFloatObject } from '../float-object.ts';
import { PyIntObject, intType } from '../int/int.ts';
import { floatType } from '../float.ts';
import { objectType } from '../object-type.ts';
import { PyStr, strType, textOf } from '../str/str.ts';
import { PyTuple, tupleType } from '../tuple.ts';
import type { PyType } from '../../type.ts';
import { PyReference, referToSame, wordOfReference } from '../weak-reference.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../../../util/work.ts';

/** What stands for a plain key in a `Map`. */
export type PlainKey = null | number | bigint | string | PyObject;

/** Whether the type takes over hash and equality of `base`, so that its objects behave as the builtin ones among keys. */
function comparesAs(type: PyType, base: PyType): boolean {
  return type.slots.hash === base.slots.hash && type.slots.compare === base.slots.compare;
}

/** The stand-in of a plain key; `undefined` for all other keys. */
export function plainKeyOf(key: Value): PlainKey | undefined {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
      return key;
    case 'boolean':
      return key ? 1 : 0;
  }
  if (key === null) return null;
  const type = key.shape.type;
  if (comparesAs(type, objectType)) return key;
  if (key instanceof PyFloat || (key instanceof PyFloatObject && comparesAs(type, floatType)))
    return plainFloat(key.value);
  if (key instanceof PyIntObject) return comparesAs(type, intType) ? key.value : undefined;
  // Lone surrogates that stand together would read as a pair: such a text is compared by its own rules.
  if (key instanceof PyStr) return comparesAs(type, strType) && key.splits.length === 0 ? key.text : undefined;
  return undefined;
}

/** The int that a float equals. */
export function plainFloat(value: number): number | bigint | undefined {
  if (!Number.isInteger(value)) return undefined;
  if (Number.isSafeInteger(value)) return value + 0;
  return BigInt(value);
}

// ── Tame keys ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Beyond this many levels of tuples a key counts as wild: neither hash nor equality may overflow the host's stack. */
const MAX_NESTING = 50;

/** An exact tuple is told by its shape: whether it is of a class of the host takes longer where keys of several have come. */
const isTameTuple = (key: Value): key is PyTuple & PyObject =>
  key !== null &&
  typeof key === 'object' &&
  (key.shape === tupleType.instanceShape || (key instanceof PyTuple && comparesAs(key.shape.type, tupleType)));

/** Under the options -b and -bb a comparison of bytes with text has to be told of: then bytes are wild. */
const isTameBytes = (key: Value): key is PyBytes & PyObject =>
  key instanceof PyBytes &&
  (key.shape === bytesType.instanceShape || comparesAs(key.shape.type, bytesType)) &&
  state.interpreter.bytesWarning === 0;

/** The hash of a tame key, an int32; `undefined` for wild keys. Equal keys have equal hashes; it is not Python's `hash()`. */
export function tameHash(key: Value, depth = 0): number | undefined {
  if (typeof key === 'number') return hashNumber(key);
  if (typeof key === 'string') return hashText(key);
  if (isTameTuple(key)) return depth < MAX_NESTING ? hashTuple(key, depth) : undefined;
  if (key instanceof PyReference) return wordOfReference(key);
  if (isTameBytes(key)) return hashOfBytes(key);
  const plain = plainKeyOf(key);
  if (plain === undefined) {
    return key instanceof PyFloat ? hashNumber(key.value) : undefined;
  }
  if (plain === null) return 0x5bd1e995;
  if (typeof plain === 'number') return hashNumber(plain);
  if (typeof plain === 'string') return hashText(plain);
  if (typeof plain === 'bigint') return hashNumber(Number(BigInt.asIntN(32, plain)));
  return Math.imul(Number(identityOf(plain)), 0x9e3779b1) | 0;
}

function hashTuple(tuple: PyTuple, depth: number): number | undefined {
  const { first, second, third } = tuple;
  return second === undefined ? hashItems(tuple.items, depth) : hashOfTuple(first as Value, second, third, depth);
}

/** The hash of a pair, or of a triple, as tameHash. */
export function hashOfTuple(
  first: Value,
  second: Value,
  third: Value | undefined,
  depth: number = 0,
): number | undefined {
  let hash = 0x345678 ^ (third === undefined ? 2 : 3);
  let part = hashItem(first, depth);
  if (part === undefined) return undefined;
  hash = mixed(hash, part);
  part = hashItem(second, depth);
  if (part === undefined) return undefined;
  hash = mixed(hash, part);
  if (third !== undefined) {
    part = hashItem(third, depth);
    if (part === undefined) return undefined;
    hash = mixed(hash, part);
  }
  return hash ^ (hash >>> 15);
}

function hashItems(items: readonly Value[], depth: number): number | undefined {
  let hash = 0x345678 ^ items.length;
  for (let index = 0; index < items.length; index++) {
    const part = hashItem(items[index], depth);
    if (part === undefined) return undefined;
    hash = mixed(hash, part);
  }
  return hash ^ (hash >>> 15);
}

function hashItem(item: Value, depth: number): number | undefined {
  return typeof item === 'number' ? hashNumber(item) : tameHash(item, depth + 1);
}

function mixed(hash: number, part: number): number {
  const product = Math.imul(hash ^ part, 0x85ebca6b);
  return (product << 13) | (product >>> 19);
}

function hashOfBytes(bytes: PyBytes): number {
  if (bytes.word === 0) bytes.word = hashContents(bytes);
  return bytes.word;
}

function hashContents({ store, offset, length }: PyBytes): number {
  let hash = 0x2f0b4c47;
  for (let from = 0; from < length; from += CHARACTERS) {
    if (from > 0) worked(CHARACTERS_WORK);
    const to = Math.min(from + CHARACTERS, length);
    for (let index = from; index < to; index++) hash = Math.imul(hash ^ store[offset + index], 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

const doubleBits = new Float64Array(1);
const doubleWords = new Int32Array(doubleBits.buffer);

function hashNumber(value: number): number {
  if ((value | 0) === value) return Math.imul(value, 0x9e3779b1) | 0;
  doubleBits[0] = value;
  return Math.imul(doubleWords[0] ^ Math.imul(doubleWords[1], 0x85ebca6b), 0x9e3779b1) | 0;
}

/** Hashes of longer texts that were asked for lately. Bounded; what is forgotten is computed again. */
const textHashes = new Map<string, number>();
const REMEMBERED_LENGTH = 40;
const REMEMBERED_COUNT = 20_000;

function hashText(text: string): number {
  if (text.length < REMEMBERED_LENGTH) return computeTextHash(text);
  let hash = textHashes.get(text);
  if (hash === undefined) {
    hash = computeTextHash(text);
    if (textHashes.size >= REMEMBERED_COUNT) textHashes.clear();
    textHashes.set(text, hash);
  }
  return hash;
}

function computeTextHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let from = 0; from < text.length; from += CHARACTERS) {
    if (from > 0) worked(CHARACTERS_WORK);
    const to = Math.min(from + CHARACTERS, text.length);
    for (let index = from; index < to; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** Equality of two tame keys. Floats that are the same bits are the same object, NaN too. */
export function tameEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return false;
  if (isTameTuple(a)) return isTameTuple(b) && tupleEqual(a, b);
  if (a instanceof PyReference) return b instanceof PyReference && referToSame(a, b);
  if (isTameBytes(a)) return isTameBytes(b) && a.holdsSame(b);
  const plain = plainKeyOf(a);
  if (plain !== undefined) return plain === plainKeyOf(b);
  return a instanceof PyFloat && b instanceof PyFloat && Object.is(a.value, b.value);
}

function tupleEqual(a: PyTuple, b: PyTuple): boolean {
  const { first, second, third } = a;
  if (second === undefined) return b.second === undefined && itemsEqual(a.items, b.items);
  return isSame(second, b.second) && isSame(first, b.first) && isSame(third, b.third);
}

/** Whether a tame key is the pair or triple of these items. */
export function equalsTuple(key: Value, first: Value, second: Value, third: Value | undefined): boolean {
  if (!isTameTuple(key) || key.second === undefined) return false;
  return isSame(second, key.second) && isSame(first, key.first) && isSame(third, key.third);
}

/** The same, where equal items that are not the same objects do not count. */
export function holdsItems(
  key: Value | undefined,
  first: Value | undefined,
  second: Value | undefined,
  third: Value | undefined,
): boolean {
  if (key === undefined || key === null || typeof key !== 'object' || key.shape !== tupleType.instanceShape)
    return false;
  const tuple = key as unknown as PyTuple;
  return second !== undefined && tuple.second === second && tuple.first === first && tuple.third === third;
}

function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && tameEqual(a, b));
}

function itemsEqual(a: readonly Value[], b: readonly Value[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++)
    if (a[index] !== b[index] && !tameEqual(a[index], b[index])) return false;
  return true;
}

// ── Wild keys ────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a key is used for, in CPython's words; null where CPython lets the error of the hash through as it is. */
export type KeyRole = 'dict key' | 'set element' | null;

/** Python's hash of a key; a TypeError says what the key was meant for. */
export function keyHash(key: Value, role: KeyRole): number | bigint | Exit {
  const hash = hashOf(key);
  if (hash === EXIT) return role === null ? EXIT : explainUnhashable(key, role);
  return hash as number | bigint;
}

/** The hash of a wild key, which is asked for it; `undefined` for others. */
export function wildHash(key: Value, role: KeyRole): number | bigint | undefined | Exit {
  return typeof key !== 'object' || key === null || tameHash(key) !== undefined ? undefined : keyHash(key, role);
}

function explainUnhashable(key: Value, role: 'dict key' | 'set element'): Exit {
  const exception = state.exception!;
  if (exception.shape !== exceptionTypes['TypeError'].instanceShape) return EXIT;
  state.exception = null;
  const reason = str(exception);
  if (reason === EXIT) return EXIT;
  return raise('TypeError', `cannot use '${fullTypeName(key)}' as a ${role} (${textOf(reason as Value)})`);
}

/** KeyError that carries the key, a tuple too. */
export function raiseKey(key: Value): Exit {
  return raise('KeyError', key);
}

/** The bits of Python's hash that choose a place in a table. */
export function foldHash(hash: number | bigint): number {
  if (typeof hash === 'bigint') return Number(BigInt.asIntN(32, hash ^ (hash >> 32n)));
  if ((hash | 0) === hash) return hash;
  return (hash ^ Math.floor(hash / 4294967296)) | 0;
}
