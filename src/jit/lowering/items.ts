/** Subscripts of lists, tuples, strings and dictionaries; `in`. */
import { type Builder, SET_ITEM } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { itemOfTuple } from '../tuples.ts';
import type { Shape } from '../../objspace/shape.ts';
import { FLOAT as FLOAT_ITEMS, INT as INT_ITEMS, OBJECT as OBJECT_ITEMS } from '../../objspace/types/list/kinds.ts';
import { mappingProxyType } from '../../objspace/types/mapping-proxy.ts';
import { tupleType } from '../../objspace/types/tuple.ts';
import {
  expectDerivedDict,
  inContainer,
  isDerivedDict,
  put,
  storeInDict,
  valueOfKey,
  valueOrDefault,
} from './dictionaries.ts';
import { itemsOfDerived } from './constructing.ts';
import { assignSlice, pendingSlice } from './list-slices.ts';
import { loadMachineItem, machineFormat, storeMachineItem } from './machine-items.ts';
import { containsMethod, itemMethod, storeWithMethod } from './special-methods.ts';
import { expectStrategy, itemOfSequence, lengthOfSequence, sequenceKind } from './sequences.ts';
import { attemptRaising } from './tame.ts';
import { strategyIn } from './versions.ts';

/** Of the guards of indices. Where they go on failing, IndexErrors are raised in place and go to their handler. */
const INDEX = 'index';

/** The index as one from the beginning, which is checked against `length`. */
function indexWithin(b: Builder, key: Node, length: Node): Node {
  if (key.isConstant && length.isConstant) {
    const at = (key.constant as number) < 0 ? (key.constant as number) + length.low : (key.constant as number);
    if (at >= 0 && at < length.low) return b.constant(at);
  }
  if (key.isConstant && (key.constant as number) < 0) {
    const index = b.int('index', '$0 + $1', [length, key], -(2 ** 32), 2 ** 32);
    b.guard('$0 >= 0', [index], INDEX);
    return index;
  }
  if (key.low >= 0) {
    b.guard('$0 < $1', [key, length], INDEX);
    return key;
  }
  const index = b.int('index', '$0 < 0 ? $0 + $1 : $0', [key, length], -(2 ** 32), 2 ** 32);
  b.guard('$0 >= 0 && $0 < $1', [index, length], INDEX);
  return index;
}

/** The kinds of an operand: what the graph knows of it, or else what the profile has seen. */
export function known(node: Node, seen: number): number {
  return isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds : seen & node.kinds;
}

export function loadItem(b: Builder, key: Node, seenKey: number): void {
  const { words, pc } = b;
  const object = b.get(words[pc + 2]);
  const answer = itemMethod(b, object, key);
  const value = answer === undefined ? itemOf(b, object, key, seenKey) : answer;
  if (value !== null) b.set(words[pc + 1], value);
  else if (answer === undefined) {
    b.residual();
    b.reload(words[pc + 1]);
  }
}

/** Kinds that are sliced without running Python code. */
const SLICED = kinds.LIST | kinds.TUPLE | kinds.STR | kinds.BYTES | kinds.BYTEARRAY;

/** Whether the bounds of a slice are ints or None. */
function isPlainBound(node: Node): boolean {
  return isWithin(node.kinds, kinds.INT | kinds.NONE);
}

function sliceOf(b: Builder, object: Node, seen: number, slice: Node): Node | null {
  const mask = known(object, seen);
  const parts = original(slice).inputs;
  if (!isWithin(mask, SLICED) || !parts.every(isPlainBound)) return null;
  const wanted = isWithin(mask, kinds.LIST) ? kinds.LIST : mask;
  const sequence = b.expect(object, wanted);
  if (sequence === null) return null;
  const pending = isWithin(wanted, kinds.LIST) ? pendingListSlice(b, sequence, parts) : null;
  if (pending !== null) return pending;
  const short = shortSlice(wanted, parts[2]);
  if (short !== undefined) return b.quiet('slice', `${short}($0, $1, $2)`, [sequence, parts[0], parts[1]], wanted);
  return b.quiet('slice', 'getItem($0, $1)', [sequence, slice], wanted);
}

function pendingListSlice(b: Builder, list: Node, [start, stop, step]: readonly Node[]): Node | null {
  if (!step.isConstant || (step.constant !== null && step.constant !== 1 && step.constant !== -1)) return null;
  return pendingSlice(b, list, start, stop, step.constant === -1);
}

const FORWARD: Record<number, string> = {
  [kinds.LIST]: 'sliceList',
  [kinds.STR]: 'sliceText',
  [kinds.TUPLE]: 'sliceTuple',
  [kinds.BYTES]: 'sliceBytes',
};

/** The function that takes slices of the kind by such steps (interpreter/slices.ts). */
function shortSlice(kind: number, step: Node): string | undefined {
  if (!step.isConstant) return undefined;
  if (step.constant === null || step.constant === 1) return FORWARD[kind];
  return step.constant === -1 && kind === kinds.LIST ? 'reverseList' : undefined;
}

function bound(b: Builder, register: number): Node | null {
  const node = b.get(register);
  return isPlainBound(node) ? node : null;
}

export function loadSlice(b: Builder): void {
  const { words, pc } = b;
  const site = b.site();
  const [start, stop] = [boundSeen(b, words[pc + 3], site.masks[1]), boundSeen(b, words[pc + 4], site.masks[2])];
  const slice = start === null || stop === null ? null : buildSliceOf(b, start, stop, b.constant(null));
  const value = slice === null ? null : sliceOf(b, b.get(words[pc + 2]), site.masks[0], slice);
  if (value !== null) b.set(words[pc + 1], value);
  else {
    b.residual();
    b.reload(words[pc + 1]);
  }
}

function boundSeen(b: Builder, register: number, seen: number): Node | null {
  const node = bound(b, register);
  if (node !== null) return node;
  return isWithin(seen, kinds.INT) ? b.expect(b.get(register), kinds.INT) : null;
}

function buildSliceOf(b: Builder, start: Node, stop: Node, step: Node): Node {
  return b.pure('make_slice', 'new Slice($0, $1, $2)', [start, stop, step], kinds.OTHER);
}

export function buildSlice(b: Builder): void {
  const { words, pc } = b;
  const site = b.site();
  const parts = [2, 3, 4].map(
    (at, index) => boundSeen(b, words[pc + at], site.masks[index]) ?? b.boxed(b.get(words[pc + at])),
  );
  b.set(words[pc + 1], buildSliceOf(b, parts[0], parts[1], parts[2]));
}

export function storeSlice(b: Builder): void {
  const { words, pc } = b;
  const site = b.site();
  const [start, stop] = [boundSeen(b, words[pc + 2], site.masks[1]), boundSeen(b, words[pc + 3], site.masks[2])];
  const list = isWithin(known(b.get(words[pc + 1]), site.masks[0]), kinds.LIST)
    ? b.expect(b.get(words[pc + 1]), kinds.LIST)
    : null;
  const value = b.get(words[pc + 4]);
  const isPlain = isWithin(known(value, site.masks[3]), kinds.LIST | kinds.TUPLE);
  const items = isPlain
    ? b.expect(value, isWithin(known(value, site.masks[3]), kinds.LIST) ? kinds.LIST : kinds.TUPLE)
    : null;
  if (start === null || stop === null || list === null || items === null) b.residual();
  else if (items.kinds !== kinds.TUPLE) assignSlice(b, list, start, stop, items);
  else b.quiet('store_slice', 'setItem($0, $1, $2)', [list, buildSliceOf(b, start, stop, b.constant(null)), items]);
}

function itemOf(b: Builder, object: Node, key: Node, seenKey: number): Node | null {
  const seen = b.site().masks[0];
  const mask = known(object, seen);
  if (original(key).op === 'make_slice') return sliceOf(b, object, seen, key);
  if (mask === kinds.DICT) return valueOfKey(b, object, key, seenKey);
  if ((mask & kinds.OTHER) !== 0) return itemOfOther(b, object, key, seenKey);
  if (!isWithin(known(key, seenKey), kinds.INT)) return null;
  const kind = sequenceKind(mask);
  const sequence = kind === 0 ? null : b.expect(object, kind);
  const index = sequence === null ? null : b.expect(key, kinds.INT);
  if (sequence === null || index === null) return null;
  if (b.site().mistakes.has(INDEX)) return b.quiet('item', 'getItem($0, $1)', [sequence, index], kinds.BOUND);
  const within = indexWithin(b, index, lengthOfSequence(b, sequence));
  return itemOfSequence(b, sequence, within, seen & kinds.LIST & ~kinds.LIST_EMPTY);
}

/** Kinds of keys with which objects of these builtin classes run no Python code. */
const QUIET_KEYS: Record<string, number> = {
  Match: kinds.INT | kinds.STR,
  deque: kinds.INT,
  array: kinds.INT,
  memoryview: kinds.INT,
};

function shapeSeen(b: Builder, object: Node): Shape | undefined {
  const { shapes } = b.site();
  return b.environment.shapeOf(object) ?? (shapes.length === 1 ? shapes[0] : undefined);
}

function itemOfOther(b: Builder, object: Node, key: Node, seenKey: number): Node | null {
  const shape = shapeSeen(b, object);
  if (shape !== undefined && isDerivedDict(shape)) return valueOrDefault(b, object, shape, key);
  const format = shape === undefined ? null : machineFormat(b, shape);
  if (format !== null && isWithin(known(key, seenKey), kinds.INT)) {
    const index = b.expect(key, kinds.INT);
    return index === null ? null : loadMachineItem(b, object, shape!, format, index, indexWithin);
  }
  if (shape !== undefined && isDerivedTuple(shape, 'getItem')) return itemOfDerived(b, object, shape, key, seenKey);
  if (shape === mappingProxyType.instanceShape)
    return attemptRaising(b, 'item', 'tamedItemOfProxy($0, $1)', [b.expectShape(object, shape), key]);
  const wanted = shape === undefined || shape.type.isHeapType ? undefined : QUIET_KEYS[shape.type.name];
  const checked = wanted === undefined ? null : b.expectSeen(key, seenKey, wanted);
  if (checked === null) return null;
  return b.quiet('item', 'getItem($0, $1)', [b.expectShape(object, shape!), checked], kinds.BOUND);
}

/** Whether objects of the shape are tuples of a class that leaves the operation to `tuple`. */
export function isDerivedTuple({ type }: Shape, slot: 'getItem' | 'iter'): boolean {
  return type.isSubtypeOf(tupleType) && type.slots[slot] === tupleType.slots[slot];
}

/** An item of a named tuple or the like. */
function itemOfDerived(b: Builder, object: Node, shape: Shape, key: Node, seenKey: number): Node | null {
  const index = isWithin(known(key, seenKey), kinds.INT) ? b.expect(key, kinds.INT) : null;
  if (index === null) return null;
  const tuple = b.expectShape(object, shape);
  b.expectVersion(shape.type);
  const items = itemsOfDerived(tuple);
  const length = items === null ? b.int('length', '$0.length', [tuple], 0, 2 ** 32) : b.constant(items.length);
  const within = indexWithin(b, index, length);
  return items !== null && within.isConstant ? items[within.constant as number] : itemOfTuple(b, tuple, within);
}

export function storeItem(b: Builder): void {
  const { words, pc } = b;
  const site = b.site();
  const object = b.get(words[pc + 1]);
  const key = b.get(words[pc + 2]);
  const value = b.get(words[pc + 3]);
  const mask = known(object, site.masks[0]);
  const isSlice = original(key).op === 'make_slice' && original(key).inputs.every(isPlainBound);
  const source = known(value, site.masks[2]);
  if (isSlice && isWithin(mask, kinds.LIST) && isWithin(source, kinds.LIST)) {
    const list = b.expect(object, kinds.LIST);
    const items = b.expect(value, kinds.LIST);
    if (list === null || items === null) b.residual();
    else b.quiet('store_slice', 'setItem($0, $1, $2)', [list, key, items]);
  } else if (isWithin(mask, kinds.LIST) && isWithin(known(key, site.masks[1]), kinds.INT))
    storeInList(b, object, key, value, site.masks[0], site.masks[2]);
  else if (mask === kinds.DICT) storeInDict(b, object, key, value);
  else if (storeWithMethod(b, object, key, value)) return;
  else if ((mask & kinds.OTHER) !== 0) {
    if (!storeInOther(b, object, key, value)) b.residual();
  } else if (mask !== kinds.BYTEARRAY || !storeInByteArray(b, object, key, value)) b.residual();
}

/** False where it is left to the interpreter. */
function storeInOther(b: Builder, object: Node, key: Node, value: Node): boolean {
  const shape = shapeSeen(b, object);
  if (shape === undefined) return false;
  if (isDerivedDict(shape) && !b.site().isWild) {
    put(b, expectDerivedDict(b, object, shape), key, value);
    return true;
  }
  const format = machineFormat(b, shape);
  const index = format !== null && isWithin(known(key, b.site().masks[1]), kinds.INT) ? b.expect(key, kinds.INT) : null;
  return index !== null && storeMachineItem(b, object, shape, format!, index, value, indexWithin);
}

function storeInList(b: Builder, object: Node, key: Node, value: Node, mask: number, seenValue: number): void {
  const list = b.expect(object, kinds.LIST);
  const place = list === null ? null : b.expect(key, kinds.INT);
  if (list === null || place === null) {
    b.residual();
    return;
  }
  const strategy = strategyIn(b, list, mask & kinds.LIST & ~kinds.LIST_EMPTY);
  const seen = known(value, seenValue);
  let stored: Node | null = null;
  if (strategy === kinds.LIST_OF_FLOATS && seen === kinds.FLOAT) {
    stored = b.expect(value, kinds.FLOAT);
    if (stored !== null) {
      expectStrategy(b, list, FLOAT_ITEMS, 'list of floats');
      stored = b.raw(stored);
    }
  } else if (strategy === kinds.LIST_OF_INTS && isWithin(seen, kinds.INT)) {
    stored = b.expect(value, kinds.INT);
    if (stored !== null) expectStrategy(b, list, INT_ITEMS, 'list of ints');
  } else if (strategy === kinds.LIST_OF_OBJECTS) {
    expectStrategy(b, list, OBJECT_ITEMS, 'list of objects');
    stored = b.boxed(value);
  }
  const index = indexWithin(b, place, lengthOfSequence(b, list));
  if (stored === null) b.write('store_item', '$0.set($1, $2)', [list, index, b.boxed(value)]);
  else b.write(SET_ITEM, '$0.storage[$1] = $2', [list, index, stored]);
}

/** False where it is left to the interpreter. */
function storeInByteArray(b: Builder, object: Node, key: Node, value: Node): boolean {
  const { masks } = b.site();
  if (!isWithin(known(key, masks[1]), kinds.INT) || !isWithin(known(value, masks[2]), kinds.INT)) return false;
  const array = b.expect(object, kinds.BYTEARRAY);
  const place = array === null ? null : b.expect(key, kinds.INT);
  const byte = place === null ? null : b.expect(value, kinds.INT);
  if (array === null || place === null || byte === null) return false;
  if (byte.low < 0 || byte.high > 255) b.guard('$0 >= 0 && $0 <= 255', [byte], 'byte');
  const index = indexWithin(b, place, lengthOfSequence(b, array));
  b.write('store_item', '$0.put($1, $2)', [array, index, byte]);
  return true;
}

export function contains(b: Builder, isNegated: boolean): void {
  const { words, pc } = b;
  const site = b.site();
  const item = b.get(words[pc + 2]);
  const container = b.get(words[pc + 3]);
  const mask = known(container, site.masks[1]);
  const answer = containsMethod(b, item, container);
  if (answer === null) return;
  const node = answer ?? containment(b, item, container, mask, site.masks[0]);
  if (node === null) {
    b.residual();
    b.reload(words[pc + 1], kinds.BOOL);
  } else b.set(words[pc + 1], isNegated ? b.pure('not', '!$0', [node], kinds.BOOL) : node);
}

function containment(b: Builder, item: Node, container: Node, mask: number, seenItem: number): Node | null {
  if (mask === kinds.STR && known(item, seenItem) === kinds.STR) {
    const text = b.expect(container, kinds.STR);
    const part = text === null ? null : b.expect(item, kinds.STR);
    if (text === null || part === null) return null;
    b.guard('$0.length < 4096', [text], 'long text');
    return b.pure('contains', '$0.includes($1)', [text, part], kinds.BOOL);
  }
  return inContainer(b, item, container, mask, seenItem);
}
