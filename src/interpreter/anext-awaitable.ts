/** What `anext(iterator, default)` gives: awaits the next item, and the default instead of the end. */
import { getAttribute } from '../objspace/attributes.ts';
import { swallow } from '../objspace/exception.ts';
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../objspace/object.ts';
import { call, iter, lookupSpecial } from '../objspace/operations.ts';
import { typeOf } from '../objspace/type.ts';
import { objectType } from '../objspace/types/object.ts';
import { awaitableIterator, next } from './awaiting.ts';
import { PyCoroutine, returned, stopIteration } from './generator.ts';

class PyAnextAwaitable extends PyObject {
  readonly awaitable: Value;
  readonly fallback: Value;
  constructor(awaitable: Value, fallback: Value) {
    super();
    this.awaitable = awaitable;
    this.fallback = fallback;
  }
}

export function anextWithDefault(awaitable: Value, fallback: Value): Value {
  return new PyAnextAwaitable(awaitable, fallback);
}

/** The iterator of what is awaited; a coroutine's is its wrapper, which has `send` and `throw` too. */
function iteratorOf(self: PyAnextAwaitable): Result {
  const iterator = awaitableIterator(self.awaitable, 0);
  if (!(iterator instanceof PyCoroutine)) return iterator;
  const method = lookupSpecial(iterator, '__await__');
  return method === EXIT || method === undefined ? EXIT : call(method as Value, []);
}

/** The end of the iterator is the default. */
function outcome(self: PyAnextAwaitable, result: Result): Result {
  return result === EXIT && swallow('StopAsyncIteration') ? stopIteration(self.fallback) : result;
}

function forward(self: PyAnextAwaitable, name: string, args: Value[]): Result {
  const iterator = iteratorOf(self);
  const method = iterator === EXIT ? EXIT : getAttribute(iterator as Value, name);
  return outcome(self, method === EXIT ? EXIT : call(method as Value, args));
}

export const anextAwaitableType = builtinType<PyAnextAwaitable>('anext_awaitable', {
  base: objectType,
  layout: PyAnextAwaitable,
  isBaseType: false,
  slots: {
    await: (self: PyAnextAwaitable) => self,
    iter: (self: PyAnextAwaitable) => self,
    next: (self: PyAnextAwaitable) => {
      const iterator = iteratorOf(self);
      if (iterator === EXIT) return EXIT;
      const source = typeOf(iterator as Value).slots.next === undefined ? iter(iterator as Value) : iterator;
      if (source === EXIT) return EXIT;
      returned.value = null;
      const item = next(source as Value);
      return item === undefined ? stopIteration(returned.value) : outcome(self, item);
    },
  },
  define(type) {
    type.method(
      '@send(self, arg, /)',
      "send(arg) -> send 'arg' into the wrapped iterator,\nreturn next yielded value or raise StopIteration.",
      (self, value) => forward(self, 'send', [value]),
    );
    type.method(
      '@throw(self, *args)',
      'throw(value)\nthrow(typ[,val[,tb]])\n\nraise exception in the wrapped iterator, return next yielded value\nor raise StopIteration.',
      (self, args) => forward(self, 'throw', args),
    );
    type.method('close(self, /)', 'close() -> raise GeneratorExit inside generator.', (self) =>
      forward(self, 'close', []),
    );
  },
});
