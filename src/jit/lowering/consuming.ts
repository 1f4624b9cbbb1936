/**
 * Generators that are made for one builtin only, and consumed by it: \`sum\`, \`any\`, \`all\`, and those that put all items into a list first, as \`bytes\` might.
 * The generator's code is inlined, with what the builtin does at each Yield (jit/consuming.ts).
 */
import { type Consumer, type Consumption, makesList } from '../consuming.ts';
import { CodeState, RETURN_GENERATOR_LENGTH } from '../code-state.ts';
import type { Builder } from '../builder.ts';
import { MAX_SAFE, type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { type Profile, Site } from '../profile.ts';
import type { Arguments } from './binding.ts';
import { PRIMITIVES, truth } from './control.ts';
import { FEW_WORDS_OF_CONSUMED, isInlinable } from './inlining.ts';
import { binary } from './numbers.ts';
import { SIMPLE } from '../quiet.ts';
import type { Code } from '../../bytecode/code.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import { isCleanup } from '../../interpreter/handler-table.ts';
import type { RuntimeCode } from '../../interpreter/runtime-code.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType } from '../../objspace/type.ts';
import type { PyFunction } from '../../objspace/types/function.ts';

/** A call of a generator function that has not been made so far. */
export interface PendingGenerator {
  readonly fn: PyFunction;
  readonly callee: Node;
  readonly runtime: RuntimeCode;
  readonly values: readonly Node[];
}

/** What happens at the yields and at the end of an inlined generator. */
export interface InlinedConsumer {
  readonly consumption: Consumption;
  /** Kinds of the additional registers at loop headers. */
  readonly kinds: readonly number[];
  take(b: Builder, value: Node): void;
  result(b: Builder): Node;
}

/** Consumes the generator that is the last argument, if that can be: null if the call is done, otherwise the arguments that it goes on with. */
export function consume(b: Builder, callee: Value, args: Arguments, returnPc: number): Arguments | null {
  const { positional, names } = args;
  const last = positional.at(-1);
  if (last === undefined || names.length > 0) return args;
  const register = b.words[returnPc - 1];
  const consumed = consumeIn(b, last, register, returnPc, (seen) => consumerOf(callee, positional.length, seen));
  if (consumed === undefined) return args;
  if (consumed === null) return null;
  const result = resultOf(b, callee, consumed);
  if (result !== null) {
    b.set(b.words[b.pc + 1], result);
    return null;
  }
  return { positional: [...positional.slice(0, -1), consumed.result], names };
}

/** What the builtin answers; null if it is to be called with the list. */
function resultOf(b: Builder, callee: Value, { consumer, result }: Consumed): Node | null {
  if (!makesList(consumer)) return result;
  if (consumer === 'list') return null;
  const made = consumer === 'bytes' ? kinds.BYTES : kinds.BYTEARRAY;
  return b.quiet('construct', 'construct($0, $1)', [b.constant(callee), result], made);
}

/** The list of what is in the generator that a register has for the instruction alone; as `consumed` otherwise. */
export function consumeIntoList(b: Builder, register: number, returnPc: number): Node | null | undefined {
  const consumed = consumeIn(b, b.get(register), register, returnPc, () => 'list');
  return consumed === undefined || consumed === null ? consumed : consumed.result;
}

interface Consumed {
  readonly consumer: Consumer;
  readonly result: Node;
}

/** `undefined` if it is no generator, or one that cannot be inlined; null if what is behind it is never reached. */
function consumeIn(
  b: Builder,
  node: Node,
  register: number,
  returnPc: number,
  choose: (seen: number) => Consumer | undefined,
): Consumed | null | undefined {
  const pending = b.generators.get(original(node));
  if (pending === undefined) return undefined;
  const seen = seenAtYields(CodeState.of(pending.runtime).profile, pending.runtime);
  const consumer = seen === 0 || !b.isAlone(node, register) ? undefined : choose(seen);
  if (consumer === undefined || !canInline(b, pending)) return undefined;
  const consumption = { consumer, length: returnPc - b.pc, argument: register };
  const result = inline(b, pending, makeConsumer(consumption, seen), register);
  if (result === null) return null;
  if (makesList(consumer)) b.set(register, result);
  return { consumer, result };
}

/** Kinds of what the code has yielded. */
function seenAtYields(profile: Profile | null, runtime: RuntimeCode): number {
  const { words } = runtime.code;
  let seen = 0;
  if (profile === null) return 0;
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) {
    if (words[pc] === Op.YieldFrom) return 0;
    if (words[pc] === Op.Yield) seen |= profile.sites[pc]?.masks[0] ?? 0;
  }
  return seen;
}

function canInline(b: Builder, { runtime }: PendingGenerator): boolean {
  if (!isInlinable(b, runtime, RETURN_GENERATOR_LENGTH, FEW_WORDS_OF_CONSUMED)) return false;
  return hasNoTry(runtime.code);
}

/** Generators without `try` and `with` have one handler, which makes a RuntimeError of StopIteration, besides those of comprehensions. */
function hasNoTry(code: Code): boolean {
  return code.handlers.every((handler, index) => index === code.handlers.length - 1 || isCleanup(code, handler));
}

/** Builtins that put what they get into a list, before anything else. */
const OF_LISTS: ReadonlySet<string> = new Set(['sorted', 'str.join', 'bytes.join']);
/** Classes that do so, or might as well. */
const CLASSES_OF_LISTS: ReadonlySet<string> = new Set(['list', 'tuple']);
const CLASSES_OF_SIMPLE_ITEMS: ReadonlySet<string> = new Set(['set', 'frozenset']);

function consumerOf(callee: Value, count: number, seen: number): Consumer | undefined {
  if (callee instanceof PyType) {
    if (count !== 1 || callee.isHeapType) return undefined;
    const { name } = callee;
    if (name === 'bytes' || name === 'bytearray') return isWithin(seen, kinds.INT) ? name : undefined;
    const isSimple = isWithin(seen, SIMPLE) && CLASSES_OF_SIMPLE_ITEMS.has(name);
    return isSimple || CLASSES_OF_LISTS.has(name) ? 'list' : undefined;
  }
  if (!(callee instanceof PyBuiltinFunction || callee instanceof PyMethodDescriptor)) return undefined;
  const name = callee.definition.qualified ?? '';
  if (OF_LISTS.has(name)) return 'list';
  if (count !== 1) return undefined;
  if (name === 'sum')
    return isWithin(seen, kinds.INT | kinds.BOOL) ? 'sum' : isWithin(seen, NUMBERS) ? 'float_sum' : undefined;
  if (name === 'any' || name === 'all') return canTest(seen) ? name : undefined;
  const isOrdered = isWithin(seen, kinds.INT) || seen === kinds.FLOAT || seen === kinds.STR;
  return (name === 'min' || name === 'max') && isOrdered ? 'list' : undefined;
}

/** Kinds whose truth is found without calling anything. */
export function canTest(seen: number): boolean {
  const { FLOAT, LIST, TUPLE, DICT } = kinds;
  return isWithin(seen, PRIMITIVES) || isWithin(seen, LIST) || [FLOAT, TUPLE, DICT].includes(seen);
}

function inline(b: Builder, pending: PendingGenerator, consumer: InlinedConsumer, argument: number): Node | null {
  b.expectUnobserved();
  const { fn, callee, runtime, values } = pending;
  const state = CodeState.of(runtime);
  const flow = state.consumedFlow();
  const registers: (Node | null)[] = new Array(runtime.registerCount).fill(null);
  for (let index = 0; index < flow.variableCount; index++) registers[index] = b.constant(undefined);
  values.forEach((value, index) => {
    registers[index] = value;
  });
  registers.push(...initial(b, consumer.consumption.consumer));
  // A call that is executed again finds the list there.
  b.set(argument, b.constant(null));
  const context = b.newContext(runtime, flow, state.profile!, fn, callee, null, 0, null, consumer);
  return b.inline(context, registers);
}

/** What the additional registers hold before the first item. */
function initial(b: Builder, consumer: Consumer): Node[] {
  if (consumer === 'sum') return [b.constant(0)];
  if (consumer === 'float_sum') return [b.double('literal', '0', []), b.double('literal', '0', []), b.constant(true)];
  return makesList(consumer) ? [b.write('list', 'List.of([])', [], kinds.LIST)] : [];
}

const HEADER_KINDS: Readonly<Record<Consumer, readonly number[]>> = {
  sum: [kinds.INT],
  float_sum: [kinds.FLOAT, kinds.FLOAT, kinds.BOOL],
  any: [],
  all: [],
  list: [kinds.LIST],
  bytes: [kinds.LIST],
  bytearray: [kinds.LIST],
};

function makeConsumer(consumption: Consumption, seen: number): InlinedConsumer {
  const { consumer } = consumption;
  const { take, result } = CONSUMERS[consumer];
  return {
    consumption,
    kinds: HEADER_KINDS[consumer],
    take: (builder, value) => take(builder, value, seen, consumer),
    result,
  };
}

interface Lowering {
  take(b: Builder, value: Node, seen: number, consumer: Consumer): void;
  result(b: Builder): Node;
}

function additional(b: Builder, index: number): number {
  return b.context.runtime.registerCount + index;
}

/** A yielded value of a kind that none was of before. */
const OTHER_KIND = 'kind of what is consumed';

const sum: Lowering = {
  take(b, value, seen) {
    const register = additional(b, 0);
    const mask = seen === kinds.BOOL ? kinds.BOOL : kinds.INT;
    const item = isWithin(seen, kinds.INT) || seen === kinds.BOOL ? b.expect(value, mask) : numberOf(b, value);
    const number = item !== null && mask === kinds.BOOL ? b.int('number', '+$0', [item], 0, 1) : item;
    const total = number === null ? null : binary(b, 'Add', b.get(register), number, OF_INTS);
    if (total === null) b.leave(OTHER_KIND);
    else b.set(register, total);
  },
  result: (b) => b.get(additional(b, 0)),
};

/** What a sum of floats takes: ints become floats there. */
const NUMBERS = kinds.INT | kinds.FLOAT;

/** As if both operands had always been ints. */
const OF_INTS = new Site(2);
OF_INTS.masks.fill(kinds.INT);

/** Of an int or a bool. */
function numberOf(b: Builder, value: Node): Node | null {
  if (isWithin(value.kinds, kinds.INT)) return value;
  if (!isWithin(value.kinds, kinds.INT | kinds.BOOL))
    b.guard("typeof $0 === 'number' || typeof $0 === 'boolean'", [b.boxed(value)], 'int or bool');
  return b.int('number', '+$0', [b.boxed(value)], -MAX_SAFE, MAX_SAFE);
}

interface NumberItem {
  readonly double: Node;
  /** Whether it is an int. */
  readonly isInt: Node;
}

/** An item of a sum of floats; null if it cannot be one of the kinds that were seen. */
function numberItem(b: Builder, value: Node, seen: number): NumberItem | null {
  const possible = value.kinds & seen;
  if (possible === 0) return null;
  if (possible === kinds.FLOAT || isWithin(possible, kinds.INT)) {
    const number = b.expect(value, possible === kinds.FLOAT ? possible : kinds.INT)!;
    return { double: b.raw(number), isInt: b.constant(possible !== kinds.FLOAT) };
  }
  if (!isWithin(value.kinds, NUMBERS)) b.guard("typeof $0 === 'number' || $0 instanceof Float", [value], 'number');
  return {
    double: b.double('number', "typeof $0 === 'number' ? $0 : $0.value", [value]),
    isInt: b.pure('is_int', "typeof $0 === 'number'", [value], kinds.BOOL),
  };
}

/** Whether a sum is one of ints still; such a one has to stay in the range where it is exact. */
function staysOfInts(b: Builder, isInt: Node, total: Node): Node {
  const before = b.get(additional(b, 2));
  if (isInt.constant === false || before.constant === false) return b.constant(false);
  const isOfInts = isInt.isConstant ? before : b.pure('of_ints', '$0 && $1', [before, isInt], kinds.BOOL);
  b.guard('!$0 || ($1 <= MAX && $1 >= -MAX)', [isOfInts, total], 'range of a sum');
  return isOfInts;
}

const floatSum: Lowering = {
  take(b, value, seen) {
    const number = numberItem(b, value, seen);
    if (number === null) {
      b.leave(OTHER_KIND);
      return;
    }
    const item = number.double;
    const high = b.raw(b.get(additional(b, 0)));
    const low = b.raw(b.get(additional(b, 1)));
    const total = b.double('sum', '$0 + $1', [high, item]);
    const lost = 'Math.abs($0) >= Math.abs($1) ? $2 + ($0 - $3 + $1) : $2 + ($1 - $3 + $0)';
    const isOfInts = staysOfInts(b, number.isInt, total);
    b.set(additional(b, 1), b.double('lost', lost, [high, item, low, total]));
    b.set(additional(b, 0), total);
    b.set(additional(b, 2), isOfInts);
  },
  result(b) {
    const inputs = [b.get(additional(b, 2)), b.raw(b.get(additional(b, 0))), b.raw(b.get(additional(b, 1)))];
    return b.pure('float_sum', '$0 ? $1 : new Float(compensated($1, $2))', inputs, NUMBERS);
  },
};

const search: Lowering = {
  take(b, value, seen, consumer) {
    const condition = truth(b, value, seen);
    if (condition === null) {
      b.leave(OTHER_KIND);
      return;
    }
    const isAny = consumer === 'any';
    const outer = b.environment;
    const isFound = isAny ? condition : b.pure('not', '!$0', [condition], kinds.BOOL);
    const following = b.branchAside(isFound);
    b.returnInlined(b.constant(isAny));
    b.resume(following, outer);
  },
  result: (b) => b.constant(b.context.consumer!.consumption.consumer === 'all'),
};

const list: Lowering = {
  take(b, value) {
    const items = b.get(additional(b, 0));
    b.guard('$0.storage.length < MAX_GROWN', [items], 'room');
    b.write('append', '$0.append($1)', [items, b.boxed(value)]);
  },
  result: (b) => b.refine(b.get(additional(b, 0)), kinds.LIST),
};

/** Values that are no bytes raise at once, before the generator goes on: the continuation sees to that. */
const byteList: Lowering = {
  take(b, value, seen) {
    const byte = b.expect(value, kinds.INT);
    if (byte === null) b.leave(OTHER_KIND);
    else {
      if (byte.low < 0 || byte.high > 255) b.guard('$0 >= 0 && $0 <= 255', [byte], 'byte');
      list.take(b, byte, seen, 'list');
    }
  },
  result: list.result,
};

const CONSUMERS: Readonly<Record<Consumer, Lowering>> = {
  sum,
  float_sum: floatSum,
  any: search,
  all: search,
  list,
  bytes: byteList,
  bytearray: byteList,
};
