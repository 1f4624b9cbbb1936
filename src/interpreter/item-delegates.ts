/**
 * Objects that give the items of a list or tuple as their own: `def __getitem__(self, index): return self.items[index]`. A loop over one
 * calls the method for each item and once more, for the IndexError that ends it. Where nobody looks on, the items are taken without
 * calls, frames and exceptions.
 */
import { isShaped, readPlace } from '../objspace/instance.ts';
import type { Value } from '../objspace/object.ts';
import { ItemsPlace } from '../objspace/items-place.ts';
import { state } from '../objspace/state.ts';
import { typeOf } from '../objspace/type.ts';
import { delegates } from '../objspace/types/iterators.ts';
import { listType } from '../objspace/types/list/list-type.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyTuple, tupleType } from '../objspace/types/tuple.ts';
import { entryOf, methodOf, OWN } from './attribute-sites.ts';
import { instruments } from './instruments.ts';
import { runtimeOf } from './runtime-code.ts';

delegates.of = (object) => {
  if (object === null || typeof object !== 'object') return undefined;
  const { shape } = object;
  if (shape.isStale || instruments.isActive || state.depth >= state.depthLimit) return undefined;
  let known = shape.itemsPlace;
  if (known === null || known.version !== shape.type.version || known.method?.code !== known.code) {
    known = itemsPlaceOf(object);
    shape.itemsPlace = known;
  }
  return known.place < 0 ? undefined : plainSequence(readPlace(object as Parameters<typeof readPlace>[0], known.place));
};

function itemsPlaceOf(object: Value & object): ItemsPlace {
  const method = isShaped(object) ? methodOf(object, '__getitem__') : undefined;
  const { version } = object.shape.type;
  if (method === undefined) return new ItemsPlace(version, null, -1);
  const { plainCount, hasCaches, delegatedAttribute: name } = runtimeOf(method.code);
  if (name === null || plainCount !== 2 || !hasCaches) return new ItemsPlace(version, method, -1);
  const { kind, place } = entryOf(object.shape, name);
  return new ItemsPlace(version, method, kind === OWN ? place : -1);
}

function plainSequence(value: Value | undefined): PyList | PyTuple | undefined {
  if (value instanceof PyList) return typeOf(value) === listType ? value : undefined;
  return value instanceof PyTuple && typeOf(value) === tupleType ? value : undefined;
}
