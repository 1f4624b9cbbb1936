/**
 * Iterators of builtin types that compiled code makes without frames: making one asks its arguments for iterators at most, or for their
 * items, which runs no Python code where those are builtin.
 */
import { caught } from '../objspace/exception.ts';
import type { Result, Value } from '../objspace/object.ts';
import type { PyType } from '../objspace/type.ts';
import { typeOf } from '../objspace/type.ts';
import { objectType } from '../objspace/types/object.ts';
import { PyProxy } from '../objspace/types/weakref.ts';
import { kindOf } from './kinds.ts';
import { SIMPLE } from './quiet.ts';
import { hasTamedItems, UNTAMED, type Untamed } from './tame.ts';

/** What becomes of an argument: it is kept, taken as a number or None, asked for an iterator, or for all its items. */
export type Use = 'kept' | 'number' | 'iterable' | 'items';

/** By class; the last one goes for all further arguments. */
const BUILTINS: Readonly<Record<string, readonly Use[] | undefined>> = {
  enumerate: ['iterable', 'number'],
  filter: ['kept', 'iterable'],
  map: ['kept', 'iterable'],
  zip: ['iterable'],
};

const ITERTOOLS: Readonly<Record<string, readonly Use[] | undefined>> = {
  accumulate: ['iterable', 'kept'],
  batched: ['iterable', 'number'],
  chain: ['kept'],
  combinations: ['items', 'number'],
  combinations_with_replacement: ['items', 'number'],
  compress: ['iterable'],
  count: ['number'],
  cycle: ['iterable'],
  dropwhile: ['kept', 'iterable'],
  filterfalse: ['kept', 'iterable'],
  groupby: ['iterable', 'kept'],
  islice: ['iterable', 'number'],
  pairwise: ['iterable'],
  permutations: ['items', 'number'],
  product: ['items'],
  repeat: ['kept', 'number'],
  starmap: ['kept', 'iterable'],
  takewhile: ['kept', 'iterable'],
  zip_longest: ['iterable'],
};

/** What becomes of the arguments of a class that is made in this way; `undefined` for all others. */
export function usesOf(cls: PyType): readonly Use[] | undefined {
  if (cls.isHeapType || cls.slots.init !== objectType.slots.init) return undefined;
  if (cls.module === 'itertools') return ITERTOOLS[cls.name];
  return cls.module === 'builtins' ? BUILTINS[cls.name] : undefined;
}

/** `cls(*args)`; UNTAMED, with nothing done, where that may run Python code. */
export function tamedMake(cls: PyType, args: Value[], uses: readonly Use[]): Result | Untamed {
  for (let index = 0; index < args.length; index++)
    if (!isTameUse(uses[Math.min(index, uses.length - 1)], args[index])) return UNTAMED;
  try {
    return cls.slots.new!(cls, args, null);
  } catch (thrown) {
    return caught(thrown);
  }
}

function isTameUse(use: Use, value: Value): boolean {
  switch (use) {
    case 'kept':
      return true;
    case 'number':
      return (kindOf(value) & SIMPLE) !== 0;
    case 'iterable':
      return hasTamedItems(value) || isBuiltinIterator(value);
    default:
      return hasTamedItems(value);
  }
}

/** Such an iterator is its own: only that of a proxy is what another object says. */
function isBuiltinIterator(value: Value): boolean {
  if (value === null || typeof value !== 'object') return false;
  const type = typeOf(value);
  return !type.isHeapType && type.slots.next !== undefined && !(value instanceof PyProxy);
}
