/**
 * `f(*args, **kwargs)`: functions are called with what is in a tuple or a list, and with keywords from a dictionary if there are always as many
 * positional arguments; everything else finds out each time what is called with what (spreading.ts).
 */
import { callWithoutContainers } from './call-containers.ts';
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, DICT, isWithin, LIST, TUPLE, UNBOUND } from '../kinds.ts';
import { hasLength, itemsOfLength } from '../tuples.ts';
import { itemsOf as itemsOfTuple, itemsOfList } from '../virtuals.ts';
import { bindMapping, bindTuple } from './binding.ts';
import { type Callee, type FunctionCallee, knownCallee } from './callees.ts';
import { callBound, callFunction, construct } from './calls.ts';
import { classOfWrapper } from './constructing.ts';
import { consumeIntoList } from './consuming.ts';
import { orElse, orLeave, UNTAMED_TEST } from './tame.ts';
import { UNWOUND } from '../reasons.ts';
import { isFramelessSpread, isQuietSpread } from '../spreading.ts';
import type { Value } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyFunction, PyMethod } from '../../objspace/types/function.ts';
import { emptyTuple, PyTuple } from '../../objspace/types/tuple.ts';

export function callEx(b: Builder): void {
  const { words, pc } = b;
  if (consumeIntoList(b, words[pc + 3], pc + 5) === null) return;
  const result = callWithoutContainers(b) ?? (b.site().isWild ? undefined : calledWithItems(b));
  if (result === undefined) callSpread(b);
  else if (result !== null) b.set(words[pc + 1], result);
}

/** What is called is found out at run time: without frames if that is possible. */
function callSpread(b: Builder): void {
  const { words, pc } = b;
  const inputs = [2, 3, 4].map((place) => b.boxed(b.get(words[pc + place])));
  const [callee] = inputs;
  const seen = callee.isConstant ? [callee.constant as Value] : b.site().callees;
  if (seen.length > 0 && seen.every(isQuietSpread)) {
    const known = b.write('call', 'quietSpread($0, $1, $2)', inputs, BOUND);
    b.set(
      words[pc + 1],
      orLeave(b, known, () => spreadWithFrames(b, inputs)),
    );
    return;
  }
  if (b.isHandled() || !b.site().callees.some(isFramelessSpread)) {
    b.set(words[pc + 1], spreadWithFrames(b, inputs));
    return;
  }
  const tried = b.writeRunning('call', 'trySpread($0, $1, $2)', inputs, BOUND);
  b.guard('$0 !== EXIT', [tried], UNWOUND);
  b.environment.forget();
  b.set(
    words[pc + 1],
    orElse(b, tried, UNTAMED_TEST, () => spreadWithFrames(b, inputs)),
  );
}

function spreadWithFrames(b: Builder, inputs: Node[]): Node {
  const { words, pc } = b;
  b.publish();
  const call = `callSpread(${b.context.frameName}, ${pc}, $0, $1, $2)`;
  const result = b.writeRunning('call', call, inputs, BOUND);
  b.checkRaised(result);
  b.environment.forget();
  b.outdate(words[pc + 1]);
  return result;
}

/** `undefined` if the site has not called one function with a tuple or a list and no keywords. */
function calledWithItems(b: Builder): Node | null | undefined {
  const { words, pc } = b;
  const { masks, callees } = b.site();
  const starred = b.get(words[pc + 3]);
  const mapping = b.get(words[pc + 4]);
  const wanted = [TUPLE, LIST].find((mask) => isWithin(starred.kinds, mask) || isWithin(masks[1], mask));
  const isPlain = mapping.kinds === UNBOUND || mapping.kinds === DICT || masks[2] === DICT;
  const made = classOfWrapper(b.get(words[pc + 2]));
  const isFunction = callees.length === 1 && (callees[0] instanceof PyFunction || callees[0] instanceof PyMethod);
  if (wanted === undefined || !isPlain || !(isFunction || made?.isHeapType)) return undefined;
  if (made !== undefined) return constructWithItems(b, made, starred, wanted, mapping);
  const callee = knownCallee(b, b.get(words[pc + 2]));
  const fn = callee === undefined ? undefined : functionOf(b, callee);
  const items = fn === undefined ? null : b.expect(starred, wanted);
  if (fn === undefined || items === null) return undefined;
  const keywords = keywordsOf(b, mapping);
  const positional = keywords === undefined ? undefined : itemsOf(b, items, wanted);
  if (positional !== undefined) {
    const before = fn.self === null ? [] : [fn.self];
    const given = { positional: [...before, ...positional], names: [] };
    if (keywords === null) return callBound(b, fn, given, pc + 5);
    const values = bindMapping(b, fn, given.positional, keywords!);
    return values === undefined ? undefined : callFunction(b, fn, values, pc + 5);
  }
  if (keywords !== null) return undefined;
  const bound = bindTuple(b, fn, fn.self, tupleOf(b, items, wanted));
  return bound === undefined ? undefined : callFunction(b, fn, bound, pc + 5);
}

/** An object of the class, whose keywords have always been none. */
function constructWithItems(
  b: Builder,
  cls: PyType,
  starred: Node,
  wanted: number,
  mapping: Node,
): Node | null | undefined {
  const items = b.expect(starred, wanted);
  if (items === null || b.site().hasKeywords) return undefined;
  const keywords = keywordsOf(b, mapping);
  const positional = keywords === null ? itemsOf(b, items, wanted) : undefined;
  return positional === undefined ? undefined : construct(b, cls, { positional, names: [] }, b.pc + 5);
}

/** More arguments are taken out of their container by the callee. */
const MAX_ITEMS = 8;

/** The arguments one by one, if there are always as many; those of a tuple that is made for the call are known. */
function itemsOf(b: Builder, items: Node, wanted: number): readonly Node[] | undefined {
  const made = itemsOfList(b, items) ?? itemsOfTuple(items);
  if (made !== null) return made;
  if (items.constant === emptyTuple) return [];
  const { spread } = b.site();
  if (spread < 0 || spread > MAX_ITEMS) return undefined;
  const isOfLength = wanted === TUPLE ? hasLength(spread) : `$0.storage.length === ${spread}`;
  const { constant } = items;
  const isKnown = constant instanceof PyTuple && constant.length === spread;
  if (!isKnown) b.guard(isOfLength, [items], 'count of arguments');
  return itemsOfLength(b, tupleOf(b, items, wanted), spread);
}

/** A copy of what a list holds: it may be the program's own, which changes. */
function tupleOf(b: Builder, items: Node, wanted: number): Node {
  return wanted === TUPLE ? items : b.write('tuple_of', 'tupleOfList($0)', [items], TUPLE);
}

/** The dictionary with the keywords; null if there have never been any, `undefined` if they are in something else. */
function keywordsOf(b: Builder, mapping: Node): Node | null | undefined {
  if (mapping.kinds === UNBOUND) return null;
  const dict = b.expect(mapping, DICT);
  if (dict === null) return undefined;
  if (b.site().hasKeywords) return dict;
  b.guard('$0.size === 0', [dict], 'keywords');
  return null;
}

function functionOf(b: Builder, { value, node }: Callee): (FunctionCallee & { self: Node | null }) | undefined {
  if (value instanceof PyFunction) return { fn: value, node, self: null };
  if (!(value instanceof PyMethod) || !(value.callable instanceof PyFunction)) return undefined;
  const self = node.isConstant ? b.constant(value.self) : b.pure('self', '$0.self', [node], BOUND);
  return { fn: value.callable, node: b.constant(value.callable), self };
}
