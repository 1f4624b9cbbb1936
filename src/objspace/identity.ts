/** `id()` and the hash by identity: a counter given out when first asked for, kept beside the object. */
import type { Value } from './object.ts';

const ids = new WeakMap<object, number>();
let lastId = 0;

/** A number that no other living object has. Equal primitives are the same object (docs/differences.md). */
export function identityOf(value: Value): number | bigint {
  if (value !== null && typeof value === 'object') {
    let id = ids.get(value);
    if (id === undefined) {
      id = ++lastId;
      ids.set(value, id);
    }
    return id * 16 + 1000;
  }
  return primitiveIdentity(value);
}

const primitiveIds = new Map<unknown, number>();

function primitiveIdentity(value: Value): number | bigint {
  if (typeof value === 'number') return value * 32 + 3;
  if (typeof value === 'bigint') return value * 32n + 3n;
  let id = primitiveIds.get(value);
  if (id === undefined) {
    id = ++lastId * 16 + 1000;
    // Bounded: an id that was given out and forgotten is given anew, as a freed object's would be.
    if (primitiveIds.size > 100_000) primitiveIds.clear();
    primitiveIds.set(value, id);
  }
  return id;
}

/** `object.__hash__`. */
export function identityHash(value: Value): number | bigint {
  return identityOf(value);
}
