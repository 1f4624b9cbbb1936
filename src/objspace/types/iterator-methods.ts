/** `__length_hint__`, `__reduce__` and `__setstate__` of iterators that walk a sequence by index. */
import { raise, raiseTypeError } from '../exception.ts';
import type { TypeBuilder } from '../gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { toInt } from '../operations.ts';
import { builtinNamed } from '../builtin-names.ts';
import { typeOf } from '../type.ts';
import { clampIndex } from './sequences.ts';
import { PyTuple } from './tuple.ts';

export const LENGTH_HINT_DOC = 'Private method returning an estimate of len(list(it)).';
export const REDUCE_DOC = 'Return state information for pickling.';
export const SETSTATE_DOC = 'Set state information for unpickling.';

/** An iterator that counts up; `sequence` is null once it is exhausted. */
export interface ForwardIterator {
  sequence: Value | null;
  index: number;
}

/** `(callable, (sequence,), index)`. */
export function reduction(callable: Value, args: readonly Value[], ...rest: Value[]): Value {
  return new PyTuple([callable, new PyTuple(args), ...rest]);
}

/** The position in a state given to `__setstate__`, clamped to the safe integers. */
export function stateIndex(value: Value): number | Exit {
  if (typeOf(value).slots.index === undefined) return raiseTypeError('an integer is required');
  const int = toInt(value);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  return clampIndex(int as bigint) ?? raise('OverflowError', 'Python int too large to convert to C ssize_t');
}

/** The methods of a forward iterator over a sequence of the given length. `empty` makes what an exhausted one reduces to; `endsBelowZero`:
 * whether a negative state means that there are no more items, rather than all of them. */
export function defineSequenceIterator<Self extends ForwardIterator>(
  type: TypeBuilder<Self>,
  length: (sequence: Value) => number,
  empty: () => Value,
  endsBelowZero = false,
): void {
  type.method('__length_hint__(self, /)', LENGTH_HINT_DOC, (self: Self) =>
    self.sequence === null ? 0 : Math.max(0, length(self.sequence) - self.index),
  );
  type.method('__reduce__(self, /)', REDUCE_DOC, (self: Self) => {
    const iter = builtinNamed('iter');
    return self.sequence === null ? reduction(iter, [empty()]) : reduction(iter, [self.sequence], self.index);
  });
  type.method('__setstate__(self, object, /)', SETSTATE_DOC, (self: Self, value: Value): Result => {
    const index = stateIndex(value);
    if (index === EXIT) return EXIT;
    if (endsBelowZero && (index as number) < 0) self.sequence = null;
    if (self.sequence !== null) self.index = Math.min(Math.max(0, index as number), length(self.sequence));
    return null;
  });
}
