/** Tests of loops that have a version for lists of doubles. */
import type { Value } from '../objspace/object.ts';
import { FLOAT, OBJECT } from '../objspace/types/list/kinds.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { LIST_SHAPE } from '../interpreter/displays.ts';

/** So many lists may be looked through in vain. */
const MAX_MISSES = 16;

/** Of one place: lists that had begun with other items and hold only floats now are made lists of doubles, as long as that succeeds more often than not. */
export class FloatLists {
  private misses: number;

  constructor() {
    this.misses = 0;
  }

  has(value: Value | undefined): boolean {
    if (!(value instanceof PyList) || value.shape !== LIST_SHAPE) return false;
    return value.kind === FLOAT || (value.kind === OBJECT && this.misses < MAX_MISSES && this.take(value));
  }

  private take(list: PyList): boolean {
    const { storage } = list;
    // Most that hold something else have it at an end.
    if (!(storage[0] instanceof PyFloat && storage[storage.length - 1] instanceof PyFloat)) return false;
    const isTaken = list.keepDoubles();
    this.misses += isTaken ? -1 : 1;
    return isTaken;
  }
}
