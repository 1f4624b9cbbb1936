/** Jumps, loops and returns. */
import type { Builder } from '../builder.ts';
import { labelOf } from '../flow-block.ts';
import { type Edge, MAX_SAFE, Node, original, PURE } from '../graph.ts';
import { expectCounted, lengthOfRange, itemOfRange } from './counting.ts';
import { builtinIterator, callingIterator, nextOfBuiltin, pairOf, wrapped } from './iterators.ts';
import { attempt, attemptRaising, WILD } from './tame.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { expectAnyInt } from './numbers.ts';
import { tupleOf } from './simple.ts';
import { hasItemAt, iteratorOf, itemOfSequence, lengthOfSequence, sequenceKind } from './sequences.ts';
import { generatorBehind } from '../resuming.ts';
import { resumeInPlace } from './resuming.ts';
import { generatorOf, iterMethod, nextMethod, truthMethod } from './special-methods.ts';
import { generatorAs, nextOfGenerator, nextOfInstance } from './suspending.ts';
import type { Shape } from '../../objspace/shape.ts';
import { generatorType } from '../../interpreter/generator-types.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import { SIZED } from '../../interpreter/plain-length.ts';
import { tupleForIterator } from '../virtuals.ts';

export type Connect = (target: number) => Edge;

/** The truth of a value as a condition; null where the interpreter has to be asked. */
export function truth(b: Builder, node: Node, seen: number): Node | null {
  if (isWithin(node.kinds, kinds.BOOL)) return node;
  const known = isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds : seen;
  const mask = known & node.kinds;
  if (mask === kinds.BOOL) return b.expect(node, kinds.BOOL);
  if (isWithin(mask, kinds.INT)) return test(b, node, kinds.INT, '$0 !== 0');
  // No bigint is zero.
  if (isWithin(mask, kinds.INT | kinds.BIG)) return b.pure('truth', '$0 !== 0', [expectAnyInt(b, node)], kinds.BOOL);
  if (mask === kinds.FLOAT) {
    const float = b.expect(node, kinds.FLOAT);
    return float === null ? null : b.pure('truth', '$0 !== 0', [b.raw(float)], kinds.BOOL);
  }
  if (mask === kinds.NONE) return test(b, node, kinds.NONE, 'false');
  if (sequenceKind(mask) !== 0) return testLength(b, node, sequenceKind(mask));
  if (mask === kinds.DICT || mask === kinds.SET) return testLive(b, node, mask, '$0.size !== 0');
  if (isWithin(mask, PRIMITIVES)) return truthOfPrimitive(b, node);
  if (isWithin(mask, kinds.INSTANCE | kinds.NONE)) {
    const condition = truthOfInstance(b, node, mask);
    if (condition !== null) return condition;
  }
  if (b.site().shapes.some(decidesTruth)) return null;
  return attempt(b, 'truth', 'tamedTruth($0)', [node], kinds.BOOL);
}

/** What values of JavaScript are: their truth is Python's. */
export const PRIMITIVES = kinds.INT | kinds.BIG | kinds.BOOL | kinds.NONE | kinds.STR;

/** Of whichever of these kinds: a place that has met several of them is likely to meet others. */
function truthOfPrimitive(b: Builder, node: Node): Node {
  const value = b.boxed(node);
  if (!isWithin(node.kinds, PRIMITIVES)) b.guard("$0 === null || typeof $0 !== 'object'", [value], 'primitive');
  return b.pure('truth', '!!$0', [b.refine(value, PRIMITIVES)], kinds.BOOL);
}

/** Whether a class says by itself what is true, other than the containers that `plainTruth` knows. */
function decidesTruth({ type }: Shape): boolean {
  if (type.slots.bool === undefined && type.slots.len === undefined) return false;
  return type.isHeapType || !(KNOWN_CONTAINERS.has(type.name) || SIZED.has(type.name));
}

const KNOWN_CONTAINERS: ReadonlySet<string> = new Set([
  'int',
  'float',
  'bool',
  'NoneType',
  'str',
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
  'dict_keys',
  'dict_values',
  'dict_items',
]);

function test(b: Builder, node: Node, mask: number, template: string): Node | null {
  const checked = b.expect(node, mask);
  return checked === null ? null : b.pure('truth', template, [checked], kinds.BOOL);
}

function testLive(b: Builder, node: Node, mask: number, template: string): Node | null {
  const checked = b.expect(node, mask);
  return checked === null ? null : b.read('truth', template, [checked], kinds.BOOL);
}

function testLength(b: Builder, node: Node, mask: number): Node | null {
  const sequence = b.expect(node, mask);
  return sequence === null ? null : b.pure('truth', '$0 !== 0', [lengthOfSequence(b, sequence)], kinds.BOOL);
}

/** Instances whose class says nothing about truth are true. */
function truthOfInstance(b: Builder, node: Node, mask: number): Node | null {
  const { shapes } = b.site();
  const instances = shapes.filter((shape) => shape.type.isHeapType);
  if (instances.length !== 1 || shapes.length !== 1) return null;
  const [shape] = instances;
  const { slots } = shape.type;
  if (slots.bool !== undefined || slots.len !== undefined) return null;
  if (mask === kinds.INSTANCE) b.expectShape(node, shape);
  else b.guard('$0 === null || $0?.shape === $1', [node, b.object(shape)], 'None or an instance');
  b.expectVersion(shape.type);
  return b.pure('truth', '$0 !== null', [node], kinds.BOOL);
}

export function jumpIf(b: Builder, connect: Connect, isTrue: boolean): void {
  const { words, pc } = b;
  const target = labelOf(words, pc);
  const next = pc + instructionLength(words, pc);
  const node = b.get(words[pc + 1]);
  const answered = truthMethod(b, node);
  if (answered === null) return;
  const condition = answered ?? truth(b, node, b.site().masks[0]);
  if (condition === null) {
    const answer = b.residual();
    branchTo(b, connect, b.pure('jumps', `$0 === ${target}`, [answer], kinds.BOOL), target, next);
    return;
  }
  if (condition.isConstant) b.goto(connect((condition.constant === true) === isTrue ? target : next));
  else if (isTrue) branchTo(b, connect, condition, target, next);
  else branchTo(b, connect, condition, next, target);
}

export function jumpIfNone(b: Builder, connect: Connect, isNone: boolean): void {
  const { words, pc } = b;
  const target = labelOf(words, pc);
  const next = pc + instructionLength(words, pc);
  const node = b.get(words[pc + 1]);
  if ((node.kinds & kinds.NONE) === 0) b.goto(connect(isNone ? next : target));
  else if (node.kinds === kinds.NONE) b.goto(connect(isNone ? target : next));
  else {
    const condition = b.pure('is', '$0 === null', [b.boxed(node)], kinds.BOOL);
    if (isNone) branchTo(b, connect, condition, target, next);
    else branchTo(b, connect, condition, next, target);
  }
}

function branchTo(b: Builder, connect: Connect, condition: Node, yes: number, no: number): void {
  if (yes === no) {
    b.goto(connect(yes));
    return;
  }
  const first = connect(yes);
  const second = b.isClosed ? first : connect(no);
  if (!b.isClosed) b.branch(condition, first, second);
}

// ── Loops ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The iterator of a range or sequence: its position is kept in variables of the unit, because nobody else can have the iterator. */
export function getIter(b: Builder): void {
  const { words, pc } = b;
  const node = b.get(words[pc + 2]);
  const seen = b.site().masks[0];
  const mask = isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds : seen;
  const source = original(node);
  const isFresh = words[pc + 2] >= b.context.flow.variableCount;
  const isCounted = (source.parts !== null && isFresh) || sequenceKind(mask) !== 0;
  const builtin = isCounted ? null : builtinIterator(b, node, source);
  if (builtin !== null) b.set(words[pc + 1], builtin);
  else if (source.parts !== null && isFresh) iterateParts(b, words[pc + 1], node, source);
  else if (mask === kinds.RANGE) iterateRange(b, words[pc + 1], node);
  else if (sequenceKind(mask) !== 0)
    iterateSequence(b, words[pc + 1], node, sequenceKind(mask), seen & kinds.LIST & ~kinds.LIST_EMPTY);
  else if (isWithin(mask, kinds.RANGE_ITERATOR | kinds.GENERATOR | kinds.LIST_ITERATOR) && (mask & (mask - 1)) === 0)
    b.set(words[pc + 1], mask === kinds.GENERATOR ? generatorAs(b, node) : (b.expect(node, mask) ?? node));
  else {
    const iterator = generatorOf(b, node) ?? iterMethod(b, node);
    if (iterator === undefined) giveUp(b, words[pc + 1]);
    else if (iterator !== null) b.set(words[pc + 1], iterator);
  }
}

function iterateRange(b: Builder, register: number, node: Node): void {
  const range = b.expect(node, kinds.RANGE);
  if (range === null) {
    giveUp(b, register);
    return;
  }
  const { iterator, start: position, step, low, high } = expectCounted(b, range);
  const remaining = lengthOfRange(b, range);
  setIteration(b, register, iterator, { ...AT_START, kind: 'range', position, remaining, step, low, high });
}

function giveUp(b: Builder, register: number): void {
  b.residual();
  b.reload(register);
}

function iterateSequence(b: Builder, register: number, node: Node, mask: number, seen: number): void {
  const known = b.expect(node, mask);
  if (known === null) {
    giveUp(b, register);
    return;
  }
  const { words, pc } = b;
  // The tuple is in no other register.
  const isOwn = register === words[pc + 2] && register >= b.context.flow.variableCount;
  const sequence = isOwn ? tupleForIterator(b, known) : known;
  const { object, kind } = iteratorOf(b, sequence);
  setIteration(b, register, object, {
    ...AT_START,
    kind,
    position: b.constant(0),
    parts: [{ sequence, seen, counter: null }],
  });
}

/** `enumerate` and `zip`, whose object was made here. */
function iterateParts(b: Builder, register: number, node: Node, { op, parts, inputs }: Node): void {
  const isZip = op === 'zip';
  const start = isZip ? null : inputs[1];
  const kind = isZip ? 'zip' : 'enumerate';
  setIteration(b, register, node, { ...AT_START, kind, position: b.constant(0), parts: parts!, start });
}

const AT_START = { remaining: null, step: null, low: 0, high: 0, parts: [], start: null } as const;

function setIteration(b: Builder, register: number, iterator: Node, iteration: Node['iteration']): void {
  const node = new Node('refined', '$0', [iterator], PURE, iterator.kinds);
  node.alias = iterator;
  node.block = b.block;
  node.iteration = iteration;
  b.set(register, node);
}

export function forIter(b: Builder, connect: Connect): void {
  const { words, pc } = b;
  const iterator = b.get(words[pc + 2]);
  if (iterator.iteration !== null) {
    if (iterator.iteration.kind === 'range') nextOfRange(b, connect, iterator);
    else nextOfSequence(b, connect, iterator);
    return;
  }
  const seen = b.site().masks[0];
  if (seen === kinds.RANGE_ITERATOR || seen === kinds.LIST_ITERATOR) {
    const checked = b.expect(iterator, seen);
    if (checked !== null) {
      const kind = seen === kinds.RANGE_ITERATOR ? kinds.INT : kinds.BOUND;
      finish(b, connect, b.write('next', '$0.next()', [checked], kind | kinds.UNBOUND), kind);
      return;
    }
  }
  if (seen === kinds.GENERATOR && b.isAlways(generatorType.instanceShape)) {
    if (!resumeInPlace(b, connect, iterator))
      finish(b, connect, nextOfGenerator(b, iterator, labelOf(words, pc)), kinds.BOUND);
    return;
  }
  if (nextOfPair(b, connect, iterator) || nextOfWrapped(b, connect, iterator, !b.site().isWild)) return;
  const item = nextOfBuiltin(b, iterator);
  if (item === null) {
    if (b.isClosed || nextOfCalling(b, connect, iterator)) return;
    if (!b.isClosed && !nextOfMethod(b, connect, iterator)) nextOfOther(b, connect, iterator);
  } else finish(b, connect, item, kinds.BOUND);
}

/** Entries of a dictionary: the tuple is only made if somebody needs it. */
function nextOfPair(b: Builder, connect: Connect, iterator: Node): boolean {
  const { words, pc } = b;
  const position = pairOf(b, iterator);
  if (position === null) return false;
  b.continueIf(b.pure('has_more', '$0 >= 0', [position], kinds.BOOL), connect(labelOf(words, pc)));
  const key = b.read('key', '$0.dict.keys[$1]', [iterator, position], kinds.BOUND);
  const value = b.read('value', '$0.dict.values[$1]', [iterator, position], kinds.BOUND);
  b.set(words[pc + 1], tupleOf(b, [key, value]));
  b.goto(connect(pc + instructionLength(words, pc)));
  return true;
}

/** `enumerate` and `zip` that were there before: the tuple is only made if somebody needs it. `isTame`: nothing under them runs Python code. */
function nextOfWrapped(b: Builder, connect: Connect, iterator: Node, isTame: boolean): boolean {
  const { words, pc } = b;
  const over = wrapped(b, iterator);
  if (over === null) return false;
  // The first one must not have moved if another one proves to be wild.
  if (isTame) for (const part of over.parts.slice(1)) b.guard('isTamed($0)', [part], WILD);
  else b.publish();
  const items = over.parts.map((part) => itemOfPart(b, connect, isTame ? nextOfTame(b, part) : nextOfWild(b, part)));
  if (over.counter !== null) items.unshift(b.write('count', '$0.count()', [over.counter], kinds.INT | kinds.BIG));
  b.set(words[pc + 1], tupleOf(b, items));
  b.goto(connect(pc + instructionLength(words, pc)));
  return true;
}

function nextOfTame(b: Builder, part: Node): Node {
  return attemptRaising(b, 'next', 'tamedNextOf($0)', [part], kinds.BOUND | kinds.UNBOUND)!;
}

function nextOfWild(b: Builder, part: Node): Node {
  const item = b.writeRunning('next', 'nextWithin($0)', [part], kinds.BOUND | kinds.UNBOUND);
  b.checkRaised(item);
  b.environment.forget();
  return item;
}

function itemOfPart(b: Builder, connect: Connect, item: Node): Node {
  const { words, pc } = b;
  b.continueIf(b.pure('yielded', '$0 !== undefined', [item], kinds.BOOL), connect(labelOf(words, pc)));
  const value = new Node('refined', '$0', [item], PURE, kinds.BOUND);
  value.alias = item;
  value.block = b.block;
  return value;
}

/** An iterator of a builtin type that may run Python code. */
function nextOfCalling(b: Builder, connect: Connect, iterator: Node): boolean {
  const caller = callingIterator(b, iterator);
  if (caller === null) return false;
  b.publish();
  const answer = b.writeRunning('next', '$0.next()', [caller]);
  const isPlain = '$0 !== EXIT && !Instruments.isActive';
  const item = b.write('stepped', `${isPlain} ? $0 : stepped(${b.context.frameName}, $0)`, [answer]);
  item.kinds = kinds.BOUND | kinds.UNBOUND;
  b.checkRaised(item);
  b.environment.forget();
  finish(b, connect, item, kinds.BOUND);
  return true;
}

/** An instance whose `__next__` is inlined: what that raises leaves the unit, as the loop's end does. */
function nextOfMethod(b: Builder, connect: Connect, iterator: Node): boolean {
  const { words, pc } = b;
  const item = nextMethod(b, iterator);
  if (item === undefined) return false;
  if (item === null) return true;
  b.set(words[pc + 1], item);
  b.goto(connect(pc + instructionLength(words, pc)));
  return true;
}

/** Any other iterator: a generator, an iterator of a builtin or of a Python class. */
function nextOfOther(b: Builder, connect: Connect, iterator: Node): void {
  const { words, pc } = b;
  if (b.site().shapes.some(({ type }) => generatorBehind(type) !== undefined)) {
    finish(b, connect, nextOfInstance(b, iterator, labelOf(words, pc)), kinds.BOUND);
    return;
  }
  const answer = b.residual();
  const exit = labelOf(words, pc);
  const next = pc + instructionLength(words, pc);
  const isDone = b.pure('exhausted', `$0 === ${exit}`, [answer], kinds.BOOL);
  b.outdate(words[pc + 1]);
  const done = connect(exit);
  b.reload(words[pc + 1]);
  b.branch(isDone, done, connect(next));
}

function finish(b: Builder, connect: Connect, item: Node, kind: number): void {
  const { words, pc } = b;
  const isDone = b.pure('exhausted', '$0 === undefined', [item], kinds.BOOL);
  const done = connect(labelOf(words, pc));
  const value = new Node('refined', '$0', [item], PURE, kind);
  value.alias = item;
  b.set(words[pc + 1], value);
  b.branch(isDone, done, connect(pc + instructionLength(words, pc)));
}

function nextOfRange(b: Builder, connect: Connect, iterator: Node): void {
  const { words, pc } = b;
  const { iteration } = iterator;
  const { position, remaining, step, low, high } = iteration!;
  const hasMore = b.pure('has_more', '$0 !== 0', [remaining!], kinds.BOOL);
  b.continueIf(hasMore, connect(labelOf(words, pc)));
  const moved = b.int('next', '$0 + $1', [position, step!], -MAX_SAFE, MAX_SAFE);
  const rest = b.int('remaining', '$0 - 1', [remaining!], 0, MAX_SAFE);
  setIteration(b, words[pc + 2], iterator, { ...iteration!, position: moved, remaining: rest });
  const item = b.refine(position, low >= -(2 ** 31) && high < 2 ** 31 ? kinds.SMALL : kinds.INT);
  item.low = low;
  item.high = high;
  b.set(words[pc + 1], item);
  b.goto(connect(pc + instructionLength(words, pc)));
}

/** Sequences, and those under `enumerate` and `zip`. */
function nextOfSequence(b: Builder, connect: Connect, iterator: Node): void {
  const { words, pc } = b;
  const { iteration } = iterator;
  const { kind, position, parts, start } = iteration!;
  for (const { sequence } of parts) {
    const more = hasItemAt(b, sequence, position);
    if (!more.isConstant) b.continueIf(more, connect(labelOf(words, pc)));
    else if (more.constant === false) {
      b.goto(connect(labelOf(words, pc)));
      return;
    }
  }
  const items = parts.map(({ sequence, seen, counter }) =>
    counter === null ? itemOfSequence(b, sequence, position, seen) : itemOfRange(b, counter, position),
  );
  let [item] = items;
  if (kind === 'enumerate') item = tupleOf(b, [numberAt(b, position, start!), item]);
  else if (kind === 'zip') item = tupleOf(b, items);
  const moved = position.isConstant
    ? b.constant((position.constant as number) + 1)
    : b.int('next', '$0 + 1', [position], 0, 2 ** 32);
  setIteration(b, words[pc + 2], iterator, { ...iteration!, position: moved });
  b.set(words[pc + 1], item);
  b.goto(connect(pc + instructionLength(words, pc)));
}

/** The number that `enumerate` gives. */
function numberAt(b: Builder, position: Node, start: Node): Node {
  if (start.isConstant && start.constant === 0) return position;
  return b.int('number', '$0 + $1', [position, start], start.low, Math.min(start.high + 2 ** 32, MAX_SAFE));
}
