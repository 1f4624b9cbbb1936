/** Iteration, `yield from`, `await` and async iteration on what is no plain generator. */
import { CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../bytecode/code.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { type PyBaseException, raise, raiseTypeError, takeException } from '../objspace/exception.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../objspace/object.ts';
import { call, iter, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { typeOf } from '../objspace/type.ts';
import { isBusy } from './delegate-chains.ts';
import type { Frame } from './frame.ts';
import { PyCoroutine, PyGenerator, resume, returned, takeStopIteration } from './generator.ts';

/** The next item of any iterator; `undefined` at the end. */
export function next(iterator: Value): Result | undefined {
  const slot = typeOf(iterator).slots.next;
  if (slot === undefined) return raiseTypeError(`'${typeName(iterator)}' object is not an iterator`);
  const item = slot(iterator as never);
  return item === EXIT ? takeStopIteration() : item;
}

/** An iterator of a builtin type that ends with a result. */
export abstract class ResultIterator extends PyObject {
  /** What it yields; `undefined` at the end, with its result in `returned`. */
  abstract advance(): Result | undefined;
}

/** Sends into any iterator: what it yields; `undefined` when it is done, with its result in `returned`. */
export function sendTo(iterator: Value, sent: Value): Result | undefined {
  if (iterator instanceof PyGenerator && iterator.kind !== 'async generator') {
    returned.value = null;
    return resume(iterator, sent);
  }
  returned.value = null;
  if (sent === null) return iterator instanceof ResultIterator ? iterator.advance() : next(iterator);
  const method = getAttribute(iterator, 'send');
  if (method === EXIT) return EXIT;
  const item = call(method as Value, [sent]);
  return item === EXIT ? takeStopIteration() : item;
}

/** `yield from iterable`: a coroutine may only be delegated to by a coroutine. */
export function yieldFromIterator(frame: Frame, iterable: Value): Result {
  if (iterable instanceof PyCoroutine) {
    if ((frame.code.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) !== 0) return iterable;
    return raiseTypeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  if (iterable instanceof PyGenerator && iterable.kind === 'generator') return iterable;
  return iter(iterable);
}

const AWAIT_CONTEXT = ['', 'from __aenter__', 'from __aexit__'];

export function isIterableCoroutine(value: Value): boolean {
  return value instanceof PyGenerator && (value.frame.code.flags & CO_ITERABLE_COROUTINE) !== 0;
}

/** The `__await__` of builtin types that runs no Python code. */
export const tameAwaits = new Set<unknown>();

/** The iterator of `await value`. */
export function awaitableIterator(value: Value, where: number): Result {
  if (value instanceof PyCoroutine) {
    if (value.delegate !== undefined && !isBusy(value))
      return raise('RuntimeError', 'coroutine is being awaited already');
    return value;
  }
  if (isIterableCoroutine(value)) return value;
  const slot = typeOf(value).slots.await;
  if (slot === undefined) return notAwaitable(value, where);
  const iterator = slot(value as never);
  if (iterator === EXIT) return EXIT;
  if (iterator instanceof PyCoroutine || isIterableCoroutine(iterator as Value))
    return raiseTypeError('__await__() returned a coroutine');
  if (typeOf(iterator as Value).slots.next === undefined) {
    return raiseTypeError(`__await__() returned non-iterator of type '${typeName(iterator as Value)}'`);
  }
  return iterator;
}

function notAwaitable(value: Value, where: number): Result {
  const type = typeName(value);
  if (where === 0) return raiseTypeError(`'${type}' object can't be awaited`);
  return raiseTypeError(
    `'async with' received an object ${AWAIT_CONTEXT[where]} that does not implement __await__: ${type}`,
  );
}

export function asyncIterator(iterable: Value): Result {
  const slot = typeOf(iterable).slots.aiter;
  if (slot === undefined)
    return raiseTypeError(`'async for' requires an object with __aiter__ method, got ${typeName(iterable)}`);
  const iterator = slot(iterable as never);
  if (iterator === EXIT) return EXIT;
  if (typeOf(iterator as Value).slots.anext === undefined) {
    return raiseTypeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(iterator as Value)}`,
    );
  }
  return iterator;
}

export function asyncNext(iterator: Value): Result {
  const slot = typeOf(iterator).slots.anext;
  if (slot === undefined)
    return raiseTypeError(`'async for' requires an iterator with __anext__ method, got ${typeName(iterator)}`);
  const awaitable = slot(iterator as never);
  if (awaitable === EXIT) return EXIT;
  const result = awaitableIterator(awaitable as Value, 0);
  return result === EXIT ? invalidNext(awaitable as Value, takeException()) : result;
}

function invalidNext(awaitable: Value, cause: PyBaseException): Exit {
  raiseTypeError(`'async for' received an invalid object from __anext__: ${typeName(awaitable)}`);
  const error = state.exception!;
  error.cause = cause;
  error.context = cause;
  error.suppressContext = true;
  return EXIT;
}
