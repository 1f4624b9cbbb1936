/** What `await` goes over, where no Python code has to be asked for that (tame.ts). */
import { awaitableIterator, isIterableCoroutine, tameAwaits } from '../interpreter/awaiting.ts';
import { PyCoroutine } from '../interpreter/generator.ts';
import type { Result, Value } from '../objspace/object.ts';
import { typeOf } from '../objspace/type.ts';
import { UNTAMED, type Untamed } from './tame.ts';

/** The iterator of a coroutine, of a generator that counts as one, or of a future. */
export function tamedAwaitable(value: Value): Result | Untamed {
  const isTame =
    value instanceof PyCoroutine || isIterableCoroutine(value) || tameAwaits.has(typeOf(value).slots.await);
  return isTame ? awaitableIterator(value, 0) : UNTAMED;
}
