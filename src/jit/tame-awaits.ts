/** What `await` and `async for` go over, where no Python code has to be asked for that (tame.ts). */
import { awaitableIterator, isIterableCoroutine, tameAwaits } from '../interpreter/awaiting.ts';
import { nextStep } from '../interpreter/async-generator.ts';
import { PyAsyncGenerator, PyCoroutine } from '../interpreter/generator.ts';
import type { Result, Value } from '../objspace/object.ts';
import { typeOf } from '../objspace/type.ts';
import { UNTAMED, type Untamed } from './tame.ts';

/** The iterator of a coroutine, of a generator that counts as one, or of a future. */
export function tamedAwaitable(value: Value): Result | Untamed {
  const isTame =
    value instanceof PyCoroutine || isIterableCoroutine(value) || tameAwaits.has(typeOf(value).slots.await);
  return isTame ? awaitableIterator(value, 0) : UNTAMED;
}

/** An asynchronous generator is its own iterator. */
export function tamedAsyncIterator(value: Value): Value | Untamed {
  return value instanceof PyAsyncGenerator ? value : UNTAMED;
}

/** A step of an asynchronous generator that the hooks of `sys.set_asyncgen_hooks` have heard of. */
export function tamedAsyncNext(value: Value): Value | Untamed {
  return value instanceof PyAsyncGenerator && value.hooksDone ? nextStep(value) : UNTAMED;
}
