/**
 * `id()` and the hash by identity: a counter given out when first asked for. Instances and containers have a place for it, since programs
 * that walk over graphs ask all of them; it is kept beside other objects, which costs a hundred times as much.
 */
import type { Value } from './object.ts';
import { PyFloat } from './types/float-object.ts';

/** An object that has a place for its number: 0 as long as nobody has asked for it. */
interface Numbered {
  serial: number | IdentityRecord | undefined;
}

/** What an instance has there if weak references refer to it (weakref.ts). */
export interface IdentityRecord {
  serial: number;
}

const ids = new WeakMap<object, number>();
let lastId = 0;

function serialOf(value: Numbered): number {
  const { serial } = value;
  if (typeof serial === 'number') {
    if (serial !== 0) return serial;
    value.serial = ++lastId;
    return lastId;
  }
  if (serial !== undefined) return serialOf(serial);
  let id = ids.get(value);
  if (id === undefined) {
    id = ++lastId;
    ids.set(value, id);
  }
  return id;
}

/** A number that no other living object has. Equal primitives are the same object (docs/differences.md). */
export function identityOf(value: Value): number | bigint {
  if (value !== null && typeof value === 'object') {
    const isFloat = value instanceof PyFloat && !Number.isNaN(value.value) && !Object.is(value.value, -0);
    return isFloat ? idByValue(value.value) : serialOf(value as unknown as Numbered) * 16 + 1000;
  }
  return primitiveIdentity(value);
}

const primitiveIds = new Map<unknown, number>();

function primitiveIdentity(value: Value): number | bigint {
  if (typeof value === 'number') {
    const id = value * 32 + 3;
    return Number.isSafeInteger(id) ? id : BigInt(value) * 32n + 3n;
  }
  if (typeof value === 'bigint') return value * 32n + 3n;
  return idByValue(value);
}

/** Numbers stand for floats here. */
function idByValue(value: unknown): number {
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
