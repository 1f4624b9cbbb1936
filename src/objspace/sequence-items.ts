/** The items of an iterable as CPython's `PySequence_Fast` gets them: by way of a list, which asks how many there will be. */
import { raise, raiseTypeError, swallow } from './exception.ts';
import { lengthHint } from './length-hint.ts';
import { EXIT, type Exit, type Value } from './object.ts';
import { drained, fastItems, iter } from './operations.ts';
import { MAX_GROWN_ITEMS } from '../util/limits.ts';

/** TypeError with this message if it is no iterable. */
export function sequenceItems(iterable: Value, message: string): Value[] | Exit {
  const fast = fastItems.of(iterable);
  if (fast !== undefined) return fast;
  const iterator = iter(iterable);
  if (iterator === EXIT) return swallow('TypeError') ? raiseTypeError(message) : EXIT;
  // The list begins anew with the iterator, and asks that.
  const inner = iter(iterator as Value);
  const hint = inner === EXIT ? EXIT : lengthHint(iterator as Value, 8);
  if (hint === EXIT) return EXIT;
  return (hint as number) > MAX_GROWN_ITEMS ? raise('MemoryError') : drained(inner as Value);
}
