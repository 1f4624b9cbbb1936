/** Iterators of builtin types other than lists, tuples and ranges: they run no Python code, or only where those that they go over do. */
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import type { Shape } from '../../objspace/shape.ts';
import {
  dictItemIteratorType,
  dictKeyIteratorType,
  dictValueIteratorType,
} from '../../objspace/types/dict/iterators.ts';
import { setIteratorType } from '../../objspace/types/set/iterator.ts';
import { isIterableByItems } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { enumerateType } from '../../objspace/types/enumerate.ts';
import { sequenceIteratorType } from '../../objspace/types/iterators.ts';
import { zipType } from '../../objspace/types/zip.ts';
import { attempt, attemptRaising } from './tame.ts';

/** Containers whose iterators know all by themselves. */
const ITERABLES: ReadonlySet<string> = new Set([
  'dict',
  'dict_keys',
  'dict_values',
  'dict_items',
  'set',
  'frozenset',
  'str',
  'bytes',
  'bytearray',
]);

/** How such iterators are asked for their next item. */
const NEXT: Record<string, string> = {
  dict_keyiterator: 'nextKey($0)',
  dict_valueiterator: 'nextValue($0)',
  dict_itemiterator: 'nextPair($0)',
  set_iterator: '$0.next()',
  str_iterator: '$0.next()',
  str_ascii_iterator: '$0.next()',
  bytes_iterator: '$0.next()',
  bytearray_iterator: '$0.next()',
  tuple_iterator: '$0.next()',
  list_reverseiterator: '$0.next()',
  longrange_iterator: 'next($0)',
  dict_reversekeyiterator: 'next($0)',
  dict_reversevalueiterator: 'next($0)',
  dict_reverseitemiterator: 'next($0)',
};

/** A `zip` of more is advanced as a whole. */
const MAX_PARTS = 4;

/** Iterators over other iterators. */
const WRAPPERS: ReadonlySet<string> = new Set(['enumerate', 'zip', 'reversed']);

/** Those that say themselves when they run no Python code (quiet-iterator.ts). */
const COMPOSITES: ReadonlySet<string> = new Set([
  ...'islice chain product accumulate pairwise batched zip_longest count cycle repeat compress dropwhile filterfalse _tee'.split(
    ' ',
  ),
  ...'combinations combinations_with_replacement permutations filter iterator'.split(' '),
  ...'_deque_iterator _deque_reverse_iterator arrayiterator memory_iterator odict_iterator'.split(' '),
]);

/** Those that call functions, and those of COMPOSITES that have run Python code. */
const CALLERS: ReadonlySet<string> = new Set([
  ...COMPOSITES,
  ...'map starmap takewhile groupby _grouper callable_iterator'.split(' '),
]);

const VIEWS: Record<string, readonly [string, PyType]> = {
  'new DictKeys($0)': ['new DictKeyIterator($0, 0)', dictKeyIteratorType],
  'new DictValues($0)': ['new DictValueIterator($0, 0)', dictValueIteratorType],
  'new DictItems($0)': ['new DictItemIterator($0, 0)', dictItemIteratorType],
};

function made(b: Builder, template: string, source: Node, type: PyType): Node {
  const node = b.write('new', template, [source], kinds.OTHER);
  node.shape = type.instanceShape;
  return node;
}

/** The iterator of a container; null where this is no such one. `source`: the node itself, without what is known of it. */
export function builtinIterator(b: Builder, node: Node, source: Node): Node | null {
  if (source.op === 'view') {
    const [template, type] = VIEWS[source.template];
    return made(b, template, source.inputs[0], type);
  }
  if (node.kinds === kinds.DICT) return made(b, 'new DictKeyIterator($0, 0)', node, dictKeyIteratorType);
  if (node.kinds === kinds.SET) return made(b, 'new SetIterator($0)', node, setIteratorType);
  const { shapes, masks } = b.site();
  if (masks[0] === kinds.STR) {
    const text = b.expect(node, kinds.STR);
    return text === null ? null : b.quiet('iter', 'iter($0)', [text], kinds.OTHER);
  }
  const areKnown = (shapes.length > 1 && shapes.every(isIterable)) || (shapes.length > 0 && shapes.every(isSequence));
  if (areKnown) return attempt(b, 'iter', 'tamedIter($0)', [node], kinds.OTHER);
  if (shapes.length !== 1) return null;
  const [shape] = shapes;
  const { name, isHeapType } = shape.type;
  if (isHeapType || (masks[0] & (masks[0] - 1)) !== 0) return null;
  if (isIteratorName(name) || CALLERS.has(name)) return isWrapperFresh(source) ? null : b.expectShape(node, shape);
  if (!ITERABLES.has(name)) return null;
  const checked = b.expectShape(node, shape);
  if (name === 'dict') return made(b, 'new DictKeyIterator($0, 0)', checked, dictKeyIteratorType);
  if (name === 'set') return made(b, 'new SetIterator($0)', checked, setIteratorType);
  return b.quiet('iter', 'iter($0)', [checked], kinds.OTHER);
}

/** Whether `tamedIter` knows objects of the shape. */
export function isIterable({ type }: Shape): boolean {
  const isSequence = type.name === 'list' || type.name === 'tuple' || type.name === 'range';
  return !type.isHeapType && (isSequence || ITERABLES.has(type.name));
}

/** Whether objects of the shape are iterated over by their `__getitem__`. */
function isSequence({ type }: Shape): boolean {
  return type.isHeapType && type.slots.iter === undefined && isIterableByItems(type);
}

function isKnownIterator({ type }: Shape): boolean {
  const isSequence = type.name === 'list_iterator' || type.name === 'range_iterator';
  return !type.isHeapType && (isSequence || isIteratorName(type.name));
}

function isIteratorName(name: string): boolean {
  return NEXT[name] !== undefined || WRAPPERS.has(name) || COMPOSITES.has(name);
}

/** An `enumerate` or `zip` that is made here: its loop counts by itself. */
function isWrapperFresh(source: Node): boolean {
  return source.parts !== null;
}

/** The iterators under a `zip` or `enumerate` that run Python code, one by one; null where the interpreter has to be asked. */
export function wrapped(b: Builder, iterator: Node): { readonly parts: Node[]; readonly counter: Node | null } | null {
  const shape = shapeOf(b, iterator);
  const { spread } = b.site();
  if (shape === enumerateType.instanceShape) {
    const counter = checkedIterator(b, iterator, shape);
    return { parts: [b.pure('part', '$0.iterator', [counter], kinds.BOUND)], counter };
  }
  if (shape !== zipType.instanceShape || spread < 1 || spread > MAX_PARTS) return null;
  const zip = checkedIterator(b, iterator, shape);
  b.guard(`!$0.isStrict && $0.iterators.length === ${spread}`, [zip], 'count of iterators');
  const part = (index: number): Node => b.pure('part', `$0.iterators[${index}]`, [zip], kinds.BOUND);
  return { parts: Array.from({ length: spread }, (_item, index) => part(index)), counter: null };
}

function shapeOf(b: Builder, iterator: Node): Shape | null {
  const { shape } = original(iterator);
  if (shape !== null) return shape;
  const { shapes } = b.site();
  return shapes.length === 1 && !shapes[0].type.isHeapType ? shapes[0] : null;
}

function checkedIterator(b: Builder, iterator: Node, shape: Shape): Node {
  return original(iterator).shape === shape ? iterator : b.expectShape(iterator, shape);
}

/** An iterator that may run Python code and is asked by its own method, which V8 copies into the unit; null if this is no such one. */
export function callingIterator(b: Builder, iterator: Node): Node | null {
  const shape = shapeOf(b, iterator);
  return shape === null || !CALLERS.has(shape.type.name) ? null : checkedIterator(b, iterator, shape);
}

/** The position of the next entry of a dictionary under `items()`; null if this is no such iterator. */
export function pairOf(b: Builder, iterator: Node): Node | null {
  const shape = shapeOf(b, iterator);
  if (shape === null || shape.type !== dictItemIteratorType) return null;
  const checked = checkedIterator(b, iterator, shape);
  return b.quiet('advance', 'nextPosition($0)', [checked], kinds.SMALL);
}

/** The next item, `undefined` at the end; null where the interpreter has to be asked. */
export function nextOfBuiltin(b: Builder, iterator: Node): Node | null {
  const shape = shapeOf(b, iterator);
  if (shape === null) {
    const { shapes } = b.site();
    const areKnown = shapes.length > 1 && shapes.every(isKnownIterator);
    return areKnown ? attemptRaising(b, 'next', 'tamedNextOf($0)', [iterator], kinds.BOUND | kinds.UNBOUND) : null;
  }
  const { name } = shape.type;
  if (NEXT[name] !== undefined) {
    const checked = checkedIterator(b, iterator, shape);
    return b.quiet('next', NEXT[name], [checked], kinds.BOUND | kinds.UNBOUND);
  }
  const isComposite = COMPOSITES.has(name);
  if (!(isComposite || WRAPPERS.has(name)) || b.site().isWild) return null;
  const checked = checkedIterator(b, iterator, shape);
  const template = isComposite ? nextOfComposite(shape.type) : 'tamedNext($0)';
  return attemptRaising(b, 'next', template, [checked], kinds.BOUND | kinds.UNBOUND);
}

function nextOfComposite(type: PyType): string {
  if (type === sequenceIteratorType) return '$0.nextQuietly(UNTAMED)';
  return '$0.isQuiet(isTamedIterator, 2) ? $0.next() : UNTAMED';
}
