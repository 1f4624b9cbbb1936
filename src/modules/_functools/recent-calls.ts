/**
 * Which entries of a cache were found last by two or three arguments, or by none: who asks for the same objects again, as most do, needs no hash.
 *
 * Invariant: the keys are in the cache, and would be found there today: nobody can change what their items are equal to.
 */
import type { Value } from '../../objspace/object.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyTuple, tupleType } from '../../objspace/types/tuple.ts';
import { PyReference } from '../../objspace/types/weak-reference.ts';

/** Where arguments do not come again so soon, few are noted. */
const PATIENCE = 16;

export class RecentCalls {
  private first: PyTuple | null = null;
  private ofFirst: Value = null;
  private second: PyTuple | null = null;
  private ofSecond: Value = null;
  /** Whether the second was used last: then the first is forgotten next. */
  private isSecondLast = false;
  /** How many were noted since one of them was asked for again. */
  private inVain = 0;
  /** What the cache has for calls without arguments. */
  ofNone: Value | undefined = undefined;

  /** What the cache has under the pair or triple of these items, if that is known. */
  ofItems(a: Value, b: Value, c: Value | undefined): Value | undefined {
    const isFirst = isTupleOf(this.first, a, b, c);
    if (!isFirst && !isTupleOf(this.second, a, b, c)) return undefined;
    this.isSecondLast = !isFirst;
    this.inVain = 0;
    return isFirst ? this.ofFirst : this.ofSecond;
  }

  /** The cache has found a key without running Python code. Hashes of ints take no longer than this. */
  note(key: Value, found: Value): void {
    if (!(key instanceof PyTuple) || typeof key.first === 'number') return;
    if (++this.inVain > PATIENCE && this.inVain % PATIENCE !== 0) return;
    if (isLasting(key)) this.keep(key, found);
  }

  private keep(key: PyTuple, found: Value): void {
    if (key.second === undefined) this.ofNone = found;
    else if (this.isSecondLast) {
      this.first = key;
      this.ofFirst = found;
    } else {
      this.second = key;
      this.ofSecond = found;
    }
  }

  /** Something is removed from the cache. */
  forget(): void {
    this.first = null;
    this.ofFirst = null;
    this.second = null;
    this.ofSecond = null;
    this.ofNone = undefined;
  }
}

function isTupleOf(tuple: PyTuple | null, a: Value, b: Value, c: Value | undefined): boolean {
  return tuple !== null && tuple.first === a && tuple.second === b && tuple.third === c;
}

/** Whether a tuple that can be looked up without running Python code is a pair, a triple or empty, and remains so. */
function isLasting(key: PyTuple): boolean {
  const { first, second, third } = key;
  if (second === undefined) return key.length === 0;
  return isLastingItem(first as Value) && isLastingItem(second) && (third === undefined || isLastingItem(third));
}

function isLastingItem(item: Value): boolean {
  if (item === null || typeof item !== 'object') return true;
  if (typeOf(item).isHeapType || item.shape === tupleType.instanceShape) return false;
  return !(item instanceof PyReference) || item.hasLastingWord;
}
