/** Calls of builtin classes that make containers and iterators, and of `type` and `bool`. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import type { Value } from '../../objspace/object.ts';
import { reversedListIteratorType } from '../../objspace/types/list/iterator.ts';
import { truth } from './control.ts';
import { itemsOf, itemsOfList } from '../virtuals.ts';
import { attempt, attemptRaising } from './tame.ts';

type Lowering = (b: Builder, args: readonly Node[]) => Node | null;

/** Containers whose items come without running Python code. */
const ITERATED =
  kinds.LIST | kinds.TUPLE | kinds.STR | kinds.DICT | kinds.SET | kinds.RANGE | kinds.BYTES | kinds.OTHER;

const set: Lowering = (b, args) => {
  if (args.length === 0) return b.write('set', 'new Set_()', [], kinds.SET);
  if (args.length !== 1 || !isWithin(args[0].kinds, ITERATED)) return null;
  return attempt(b, 'set', 'tamedSetOf($0)', args, kinds.SET);
};

const dict: Lowering = (b, args) => {
  if (args.length === 0) return b.write('dict', 'new Dict()', [], kinds.DICT);
  if (args.length !== 1) return null;
  if (args[0].kinds === kinds.DICT) return b.write('dict', '$0.copy()', [args[0]], kinds.DICT);
  const isWorthTrying = isWithin(args[0].kinds, kinds.LIST | kinds.TUPLE | kinds.DICT | kinds.OTHER);
  return isWorthTrying ? attemptRaising(b, 'dict', 'tamedDictOf($0)', args, kinds.DICT) : null;
};

/** Of a list, and of what is no sequence; the other sequences are quiet. */
function collection(helper: string, copy: string, kind: number): Lowering {
  return (b, args) => {
    if (args.length === 1 && isWithin(args[0].kinds, kinds.LIST)) return b.write('copy', copy, [args[0]], kind);
    if (args.length !== 1 || !isWithin(args[0].kinds, kinds.DICT | kinds.SET | kinds.OTHER)) return null;
    return attempt(b, 'collect', `${helper}($0)`, args, kind);
  };
}

const type: Lowering = (b, args) => {
  if (args.length !== 1) return null;
  const [node] = args;
  const shape = b.environment.shapeOf(node);
  if (shape !== undefined) return b.constant(shape.type as Value);
  return b.read('type', 'typeOf($0)', [b.boxed(node)], kinds.TYPE);
};

const bool: Lowering = (b, args) => {
  if (args.length !== 1) return null;
  const condition = truth(b, args[0], b.site().listed[0] ?? 0);
  return condition === null || condition.isConstant ? null : condition;
};

/** Of a list, which has a `__reversed__` that makes nothing else. */
const reversed: Lowering = (b, args) => {
  if (args.length !== 1 || !isWithin(args[0].kinds, kinds.LIST)) return null;
  const made = b.write('new', 'new ReversedListIterator($0)', [args[0]], kinds.OTHER);
  made.shape = reversedListIteratorType.instanceShape;
  b.environment.shapes.set(made, made.shape);
  return made;
};

/** More values are put into a list first. */
const FEW_BYTES = 4;

/** Of a list or tuple that is displayed there, with some byte values. */
const bytes: Lowering = (b, args) => {
  if (args.length !== 1) return null;
  const items = itemsOfList(b, args[0]) ?? itemsOf(args[0]);
  if (items === null || items.length === 0 || items.length > FEW_BYTES) return null;
  const values = items.map((item) => b.expect(item, kinds.INT));
  if (values.includes(null)) return null;
  for (const value of values as Node[])
    if (value.low < 0 || value.high > 255) b.guard('$0 >= 0 && $0 < 256', [value], 'a byte');
  if (values.length === 1) return b.pure('bytes', 'singleByte($0)', values as Node[], kinds.BYTES);
  const texts = Array.from({ length: FEW_BYTES }, (_item, index) => (index < values.length ? `$${index}` : '0'));
  return b.write('bytes', `fewBytes(${values.length}, ${texts.join(', ')})`, values as Node[], kinds.BYTES);
};

export const CONTAINER_CLASSES: Record<string, Lowering> = {
  set,
  dict,
  type,
  bool,
  reversed,
  bytes,
  list: collection('tamedListOf', 'copyOfList($0)', kinds.LIST),
  tuple: collection('tamedTupleOf', 'tupleOfList($0)', kinds.TUPLE),
};
