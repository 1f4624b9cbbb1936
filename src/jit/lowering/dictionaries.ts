/** Dictionaries and sets: subscripts, `in`, displays and comprehensions. Keys that run no Python code are looked up at once. */
import { keywordsForCall, mergesNothing } from './call-containers.ts';
import type { Builder } from '../builder.ts';
import { dictType } from '../../objspace/types/dict/dict-type.ts';
import type { Value } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import type { Shape } from '../../objspace/shape.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { KeyPlace } from '../key-places.ts';
import { amongKnown } from './membership.ts';
import { callBound } from './calls.ts';
import { attempt, attemptRaising, orElse } from './tame.ts';
import { addItems, getItems, hasItems, storeItems, unmadeKey, valueOfItems } from './tuple-keys.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';

/** Words of the instruction. */
const LOAD_ITEM_LENGTH = 5;

function known(node: Node, seen: number): number {
  return isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds : seen & node.kinds;
}

/** Whether the key was looked up in the dictionary by what was compiled before. */
function isAgain(b: Builder, dict: Node, key: Node): boolean {
  const last = b.lastLookup;
  const wasLookedUp = last !== null && last[0] === original(dict) && last[1] === original(key);
  b.lastLookup = [original(dict), original(key)];
  return wasLookedUp;
}

/** What the site remembers of a constant name that is its key (key-places.ts); null for other keys. */
function placeOf(b: Builder, key: Node): Node | null {
  return key.isConstant && typeof key.constant === 'string' ? b.object(new KeyPlace()) : null;
}

/** Keys that are their own stand-ins in a `Map`. */
const PLAIN_KEYS = kinds.STR | kinds.INT | kinds.NONE;

/** The key, made sure to be a string or int if the site has seen only such: it is found without a look at its class. */
function plainKey(b: Builder, key: Node, seen: number): Node | null {
  const mask = known(key, seen);
  if (isWithin(mask, kinds.STR)) return b.expect(key, kinds.STR);
  if (isWithin(mask, kinds.INT)) return b.expect(key, kinds.INT);
  return isWithin(key.kinds, PLAIN_KEYS) ? key : null;
}

export function valueOfKey(b: Builder, object: Node, key: Node, seenKey: number): Node | null {
  const dict = b.site().isWild ? null : b.expect(object, kinds.DICT);
  if (dict === null) return null;
  const place = placeOf(b, key);
  if (place !== null) return attemptRaising(b, 'item', 'itemAt($0, $1, $2)', [dict, key, place]);
  const wasLookedUp = isAgain(b, dict, key);
  const items = unmadeKey(b, key);
  if (items !== null) return valueOfItems(b, dict, key, items, wasLookedUp);
  if (wasLookedUp) return attemptRaising(b, 'item', 'itemAgain($0, $1)', [dict, key]);
  const plain = plainKey(b, key, seenKey);
  return plain === null
    ? attemptRaising(b, 'item', 'tamedItem($0, $1)', [dict, key])
    : attemptRaising(b, 'item', 'plainItem($0, $1)', [dict, plain]);
}

/** Whether objects of the shape are dictionaries of a class of their own, which looks keys up as `dict` does: only missing ones are its own affair. */
export function isDerivedDict({ type }: Shape): boolean {
  return type !== dictType && isOfDict(type, '__getitem__') && isOfDict(type, '__setitem__');
}

/** By its method, since a class with `__delitem__` has a slot of its own for both. */
function isOfDict(type: PyType, name: string): boolean {
  return type.lookup(name) === dictType.lookup(name);
}

/** An object of such a shape. */
export function expectDerivedDict(b: Builder, object: Node, shape: Shape): Node {
  const dict = b.expectShape(object, shape);
  if (shape.type.isHeapType) b.expectVersion(shape.type);
  return dict;
}

export function valueOrDefault(b: Builder, object: Node, shape: Shape, key: Node): Node | null {
  if (b.site().isWild) return null;
  isAgain(b, object, key);
  const dict = expectDerivedDict(b, object, shape);
  const method = shape.type.lookup('__missing__');
  if (method instanceof PyFunction) return valueOrMissing(b, dict, key, method);
  const value = attemptRaising(b, 'item', 'tamedItemOrDefault($0, $1)', [dict, key]);
  b.environment.validity = null;
  return value;
}

/** The value of a key, or what `__missing__` of the class gives. */
function valueOrMissing(b: Builder, dict: Node, key: Node, method: PyFunction): Node | null {
  const found = attempt(b, 'item', 'tamedGet($0, $1)', [dict, key], kinds.BOUND | kinds.UNBOUND);
  if (found === null) return null;
  return orElse(b, found, '$0 === undefined', () => {
    const args = { positional: [dict, key], names: [] };
    const made = callBound(b, { fn: method, node: b.constant(method as Value) }, args, b.pc + LOAD_ITEM_LENGTH);
    if (made !== undefined) return made;
    b.residual();
    b.reload(b.words[b.pc + 1]);
    return b.get(b.words[b.pc + 1]);
  });
}

export function storeInDict(b: Builder, object: Node, key: Node, value: Node): void {
  const dict = b.site().isWild ? null : b.expect(object, kinds.DICT);
  if (dict === null) b.residual();
  else put(b, dict, key, value);
}

/** Stores in a dictionary, which may be a namespace. */
export function put(b: Builder, dict: Node, key: Node, value: Node): void {
  const place = placeOf(b, key);
  const items = unmadeKey(b, key);
  if (place !== null) attempt(b, 'store_item', 'setAt($0, $1, $2, $3)', [dict, key, place, value]);
  else if (items !== null) storeItems(b, dict, key, items, value);
  else {
    const text = isAgain(b, dict, key) ? 'setAgain($0, $1, $2)' : 'tamedSet($0, $1, $2)';
    attempt(b, 'store_item', text, [dict, key, value]);
  }
  b.environment.validity = null;
}

export function deleteItem(b: Builder): void {
  const { words, pc } = b;
  const object = b.get(words[pc + 1]);
  if (deleteFromList(b, object)) return;
  const isDict = !b.site().isWild && known(object, b.site().masks[0]) === kinds.DICT;
  const dict = isDict ? b.expect(object, kinds.DICT) : null;
  if (dict === null) {
    b.residual();
    return;
  }
  attemptRaising(b, 'delete_item', 'tamedDelete($0, $1)', [dict, b.get(words[pc + 2])]);
  b.environment.validity = null;
}

/** `del list[index]`; false where it is something else. */
function deleteFromList(b: Builder, object: Node): boolean {
  const { masks, isWild } = b.site();
  const index = b.get(b.words[b.pc + 2]);
  const isOfList = isWithin(known(object, masks[0]), kinds.LIST) && isWithin(known(index, masks[1]), kinds.INT);
  if (isWild || !isOfList) return false;
  const inputs = [b.expect(object, kinds.LIST), b.expect(index, kinds.INT)];
  if (inputs.includes(null)) return false;
  attempt(b, 'delete_item', 'tamedDeleteAt($0, $1)', inputs as Node[]);
  return true;
}

/** `item in container`; null where it is left to the interpreter. */
export function inContainer(b: Builder, item: Node, container: Node, mask: number, seenItem: number): Node | null {
  if (b.site().isWild) return null;
  if (mask === kinds.DICT || mask === kinds.SET) {
    const checked = b.expect(container, mask);
    if (checked === null) return null;
    const place = mask === kinds.DICT ? placeOf(b, item) : null;
    if (place !== null) return attempt(b, 'contains', 'hasAt($0, $1, $2)', [checked, item, place], kinds.BOOL);
    if (mask === kinds.DICT) isAgain(b, checked, item);
    const items = unmadeKey(b, item);
    if (items !== null) return hasItems(b, checked, items, mask === kinds.SET);
    const text = mask === kinds.DICT ? 'tamedHas($0, $1)' : 'setHas($0, $1)';
    return attempt(b, 'contains', text, [checked, item], kinds.BOOL);
  }
  const known = mask === kinds.TUPLE ? amongKnown(b, item, container, seenItem) : null;
  if (known !== null) return known;
  if (!isWithin(mask, kinds.LIST | kinds.TUPLE | kinds.RANGE | kinds.OTHER)) return null;
  return attempt(b, 'contains', 'tamedContains($0, $1)', [container, item], kinds.BOOL);
}

// ── Displays ─────────────────────────────────────────────────────────────────────────────────────────────────────

function operands(b: Builder, list: number): Node[] {
  return Array.from({ length: b.words[list] }, (_item, index) => b.get(b.words[list + 1 + index]));
}

/** The operands from `first` on, up to `end`, each `step`th of them. */
function listText(end: number, first: number = 0, step: number = 1): string {
  const texts: string[] = [];
  for (let index = first; index < end; index += step) texts.push(`$${index}`);
  return texts.join(', ');
}

function setOrRebuild(b: Builder, value: Node | null): void {
  const register = b.words[b.pc + 1];
  if (value !== null) b.set(register, value);
  else {
    b.residual();
    b.reload(register);
  }
}

/** The operands are keys and values by turns. */
function tamedMapText(count: number): string {
  return `buildTamedMap([${listText(count, 0, 2)}], [${listText(count, 1, 2)}])`;
}

export function buildMap(b: Builder): void {
  const items = operands(b, b.pc + 2);
  const made =
    items.length === 0
      ? b.write('dict', 'new Dict()', [], kinds.DICT)
      : attempt(b, 'dict', tamedMapText(items.length), items, kinds.DICT);
  setOrRebuild(b, made);
}

export function buildConstMap(b: Builder): void {
  const values = operands(b, b.pc + 3).map((node) => b.boxed(node));
  const keys = b.constant(b.context.runtime.constants[b.words[b.pc + 2]]);
  const text = `buildConstMap($0, [${listText(values.length + 1, 1)}])`;
  const inputs = [keys, ...values];
  b.set(b.words[b.pc + 1], keywordsForCall(b, text, inputs) ?? b.write('dict', text, inputs, kinds.DICT));
}

/** Sets of one simple element that are only united with another set: they are made only where the unit is left in between. */
export const SET_OF_ONE = 'set_of_one';

function setForUnion(b: Builder, [element, more]: readonly Node[]): Node | null {
  const { words, pc } = b;
  const { flow, profile } = b.context;
  const [register, next] = [words[pc + 1], pc + instructionLength(words, pc)];
  const isUnited = words[next] === Op.BitOr && words[next + 3] === register && words[next + 2] !== register;
  if (element === undefined || more !== undefined || !isUnited || !profile.isVisited(next)) return null;
  const isNeeded = flow.isKept(register) || (words[next + 1] !== register && flow.liveBehind(next).has(register));
  if (isNeeded || profile.sites[next]!.isWild) return null;
  const key = plainKey(b, element, b.site().listed[0] ?? 0);
  return key === null ? null : b.pure(SET_OF_ONE, 'setOfOne($0)', [b.boxed(key)], kinds.SET);
}

export function buildSet(b: Builder): void {
  const items = operands(b, b.pc + 2);
  const single = setForUnion(b, items);
  if (single !== null) {
    b.set(b.words[b.pc + 1], single);
    return;
  }
  setOrRebuild(b, attempt(b, 'set', `buildTamedSet([${listText(items.length)}])`, items, kinds.SET));
}

export function setAdd(b: Builder): void {
  const set = b.get(b.words[b.pc + 1]);
  const isSet = !b.site().isWild && known(set, b.site().masks[0]) === kinds.SET;
  const checked = isSet ? b.expect(set, kinds.SET) : null;
  if (checked === null) b.residual();
  else addTo(b, [checked, b.get(b.words[b.pc + 2])]);
}

export function mapAdd(b: Builder): void {
  const dict = b.get(b.words[b.pc + 1]);
  const isDict = !b.site().isWild && known(dict, b.site().masks[0]) === kinds.DICT;
  const checked = isDict ? b.expect(dict, kinds.DICT) : null;
  if (checked === null) b.residual();
  else put(b, checked, b.get(b.words[b.pc + 2]), b.get(b.words[b.pc + 3]));
}

/** `{**mapping}` and `f(**mapping)`: entries of a dictionary are copied into one that has just been made. */
export function takeUp(b: Builder, operation: 'tamedUpdate' | 'tamedMerge'): void {
  const source = b.get(b.words[b.pc + 2]);
  const isDict = !b.site().isWild && known(source, b.site().masks[1]) === kinds.DICT;
  const checked = isDict ? b.expect(source, kinds.DICT) : null;
  if (checked === null) b.residual();
  else if (!mergesNothing(b, b.get(b.words[b.pc + 1]), checked))
    attempt(b, 'take_up', `${operation}($0, $1)`, [b.get(b.words[b.pc + 1]), checked]);
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

type Lowering = (b: Builder, args: readonly Node[]) => Node | null;

/** `dict.get` with keys that run no Python code. */
const get: Lowering = (b, args) => {
  const [dict, key, otherwise] = args;
  if (args.length < 2 || args.length > 3) return null;
  const place = placeOf(b, key);
  if (place !== null)
    return attempt(b, 'get', 'getAt($0, $1, $2, $3)', [dict, key, place, otherwise ?? b.constant(null)]);
  isAgain(b, dict, key);
  const items = unmadeKey(b, key);
  if (items !== null) return getItems(b, dict, items, otherwise ?? b.constant(null));
  const isPlain = isWithin(key.kinds, kinds.INT) || key.kinds === kinds.STR;
  const text = isPlain ? 'plainGetOr($0, $1, $2)' : 'tamedGetOr($0, $1, $2)';
  return attempt(b, 'get', text, [dict, key, otherwise ?? b.constant(null)]);
};

const setDefault: Lowering = (b, args) => {
  const [dict, key, otherwise] = args;
  if (args.length < 2 || args.length > 3) return null;
  const value = attempt(b, 'setdefault', 'tamedSetDefault($0, $1, $2)', [dict, key, otherwise ?? b.constant(null)]);
  b.environment.validity = null;
  return value;
};

const pop: Lowering = (b, args) => {
  if (args.length < 2 || args.length > 3) return null;
  const text = args.length === 2 ? 'tamedPop($0, $1)' : 'tamedPop($0, $1, $2)';
  const value = attemptRaising(b, 'pop', text, args);
  b.environment.validity = null;
  return value;
};

/** `dict.update` with the entries of another dictionary. */
const update: Lowering = (b, args) => {
  const [dict, source] = args;
  if (args.length !== 2 || dict.kinds !== kinds.DICT || source.kinds !== kinds.DICT) return null;
  if (attempt(b, 'update', 'tamedUpdate($0, $1)', args) === null) return null;
  b.environment.validity = null;
  return b.constant(null);
};

const copy: Lowering = (b, args) =>
  args.length === 1 && args[0].kinds === kinds.DICT ? b.write('dict', '$0.copy()', [args[0]], kinds.DICT) : null;

function view(name: string): Lowering {
  return (b, args) => (args.length === 1 ? b.pure('view', `new ${name}($0)`, [args[0]], kinds.OTHER) : null);
}

const add: Lowering = (b, args) => (args.length === 2 ? addTo(b, args) : null);

function addTo(b: Builder, [set, element]: readonly Node[]): Node | null {
  const items = b.site().isWild ? null : unmadeKey(b, element);
  if (items !== null) return addItems(b, set, element, items);
  return attempt(b, 'set_add', 'setAdd($0, $1)', [set, element], kinds.NONE);
}

function remove(isStrict: boolean): Lowering {
  return (b, args) => {
    if (args.length !== 2) return null;
    return attemptRaising(b, 'set_remove', `setDelete($0, $1, ${isStrict})`, args, kinds.NONE);
  };
}

export const DICT_METHODS: Record<string, Lowering> = {
  'dict.get': get,
  'dict.setdefault': setDefault,
  'dict.pop': pop,
  'dict.update': update,
  'dict.copy': copy,
  'dict.keys': view('DictKeys'),
  'dict.values': view('DictValues'),
  'dict.items': view('DictItems'),
};

export const SET_METHODS: Record<string, Lowering> = {
  'set.add': add,
  'set.discard': remove(false),
  'set.remove': remove(true),
};
