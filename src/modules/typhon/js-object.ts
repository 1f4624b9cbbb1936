/**
 * JavaScript objects as Python sees them: `JsObject`, and `JsFunction` for those that can be called.
 *
 * Attributes are properties, items are elements, iteration is the iteration protocol of JavaScript. What leads from an object that was
 * granted to the machinery behind all objects (constructors, prototypes, `Function`, `eval`) is not there: a program reaches what it
 * was given and nothing else.
 */
import { hasOdd, ODD_KEYWORDS_TEXT } from '../../objspace/gateway/odd-keywords.ts';
import { caught, newException, PyBaseException, raise, raiseObject, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { EQ, NE, type Slots } from '../../objspace/slots.ts';
import type { PyType } from '../../objspace/type.ts';
import { genericGetAttribute } from '../../objspace/attributes.ts';
import { identityHash } from '../../objspace/identity.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { boundary } from './boundary.ts';
import { newJsError } from './js-error.ts';

export class PyJsObject extends PyObject {
  readonly target: object;

  constructor(target: object) {
    super();
    this.target = target;
  }
}

/** A function, and what it is called on if it was read as a property. */
export class PyJsFunction extends PyJsObject {
  readonly receiver: unknown;

  constructor(target: object, receiver: unknown) {
    super(target);
    this.receiver = receiver;
  }
}

const HIDDEN: ReadonlySet<string> = new Set([
  'constructor',
  'prototype',
  '__proto__',
  'caller',
  'callee',
  'arguments',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
]);

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;
const AsyncGeneratorFunction = Object.getPrototypeOf(async function* () {}).constructor;

/** What makes code of text, or reaches behind objects: never handed out. */
const FORBIDDEN: ReadonlySet<unknown> = new Set([
  Function,
  AsyncFunction,
  GeneratorFunction,
  AsyncGeneratorFunction,
  // biome-ignore lint/security/noGlobalEval: named to be refused
  eval,
  Object.getPrototypeOf,
  Object.setPrototypeOf,
  Reflect.getPrototypeOf,
  Reflect.setPrototypeOf,
  Reflect.construct,
]);

export function isForbidden(value: unknown): boolean {
  return FORBIDDEN.has(value);
}

/** Runs JavaScript code that is not ours: what it throws is a Python exception. */
export function guarded<T>(run: () => T): T | Exit {
  try {
    return run();
  } catch (thrown) {
    return raiseThrown(thrown);
  }
}

export function raiseThrown(thrown: unknown): Exit {
  if (thrown instanceof PyBaseException || isStackOverflow(thrown)) return caught(thrown);
  const known = boundary.exceptionOf(thrown);
  // An exception that comes back is the same one: it keeps its context.
  if (known !== undefined) return caught(known);
  return raiseObject(newJsError(thrown));
}

function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && /call stack|recursion/i.test(thrown.message);
}

// ── Attributes and items ─────────────────────────────────────────────────────────────────────────────────────────

/** The value of a property; functions remember what they were read from. */
function propertyOf(target: object, name: string | number): Value {
  const value = (target as Record<string | number, unknown>)[name];
  if (isForbidden(value)) return null;
  return typeof value === 'function' ? functionOf(value, target) : boundary.toPython(value);
}

export function functionOf(target: object, receiver: unknown): Value {
  // Python functions come back as what they were.
  const known = boundary.toPython(target);
  return known instanceof PyJsFunction ? new PyJsFunction(target, receiver) : known;
}

function getAttributeOf(self: PyJsObject, name: string): Result {
  if (HIDDEN.has(name) || isDunder(name)) return genericGetAttribute(self, name);
  return guarded(() => (name in self.target ? propertyOf(self.target, name) : genericGetAttribute(self, name)));
}

function isDunder(name: string): boolean {
  return name.startsWith('__') && name.endsWith('__');
}

function setAttributeOf(self: PyJsObject, name: string, value: Value | undefined): true | Exit {
  if (HIDDEN.has(name) || isDunder(name))
    return raise('AttributeError', `'${typeName(self)}' object attribute '${name}' is read-only`);
  return setProperty(self.target, name, value);
}

function setProperty(target: object, name: string | number, value: Value | undefined): true | Exit {
  return guarded((): true => {
    if (value === undefined) delete (target as Record<string | number, unknown>)[name];
    else (target as Record<string | number, unknown>)[name] = boundary.toJavaScript(value);
    return true;
  });
}

/** Elements by number, from the end too, properties by name; of a Map by any key. */
function getItemOf(self: PyJsObject, key: Value): Result {
  const { target } = self;
  return guarded((): Result => {
    if (target instanceof Map) {
      const wanted = boundary.toJavaScript(key);
      return target.has(wanted) ? boundary.toPython(target.get(wanted)) : raise('KeyError', key);
    }
    const name = propertyName(target, key);
    if (name === undefined) return raiseTypeError(`a JavaScript object has no items by ${typeName(key)}`);
    if (name in target) return propertyOf(target, name);
    return typeof name === 'number' ? raise('IndexError', 'index out of range') : raise('KeyError', key);
  });
}

function propertyName(target: object, key: Value): string | number | undefined {
  if (typeof key === 'number') return key < 0 ? key + lengthProperty(target) : key;
  return isText(key) && !HIDDEN.has(textOf(key)) ? textOf(key) : undefined;
}

function setItemOf(self: PyJsObject, key: Value, value: Value | undefined): true | Exit {
  const { target } = self;
  if (target instanceof Map) {
    return guarded((): true => {
      const wanted = boundary.toJavaScript(key);
      if (value === undefined) target.delete(wanted);
      else target.set(wanted, boundary.toJavaScript(value));
      return true;
    });
  }
  const name = propertyName(target, key);
  if (name === undefined) return raiseTypeError(`a JavaScript object has no items by ${typeName(key)}`);
  return setProperty(target, name, value);
}

function lengthProperty(target: object): number {
  const { length } = target as { length?: unknown };
  return typeof length === 'number' ? length : 0;
}

function lengthOf(self: PyJsObject): number | Exit {
  const { length, size } = self.target as { length?: unknown; size?: unknown };
  if (typeof length === 'number') return length;
  if (typeof size === 'number') return size;
  return raiseTypeError('the JavaScript object has no length');
}

class PyJsIterator extends PyObject {
  readonly iterator: Iterator<unknown>;

  constructor(iterator: Iterator<unknown>) {
    super();
    this.iterator = iterator;
  }
}

export const jsIteratorType = builtinType<PyJsIterator>('js_iterator', {
  base: objectType,
  layout: PyJsIterator,
  module: 'typhon',
  isBaseType: false,
  slots: {
    iter: (self: PyJsIterator) => self,
    next: (self: PyJsIterator) =>
      guarded(() => {
        const { done, value } = self.iterator.next();
        return done === true ? undefined : boundary.toPython(value);
      }),
  },
});

function iterate(self: PyJsObject): Result {
  return guarded(() => {
    const method = (self.target as Partial<Iterable<unknown>>)[Symbol.iterator];
    if (method === undefined) return raiseTypeError('the JavaScript object is not iterable');
    return new PyJsIterator(method.call(self.target)) as Value;
  });
}

// ── Asynchronous iteration ───────────────────────────────────────────────────────────────────────────────────────

/** An asynchronous iterator of JavaScript; what its methods give are promises. */
class PyJsAsyncIterator extends PyObject {
  readonly iterator: AsyncIterator<unknown>;

  constructor(iterator: AsyncIterator<unknown>) {
    super();
    this.iterator = iterator;
  }
}

/** The end is an exception in Python, and so it is what the promise is rejected with. */
async function advance(iterator: AsyncIterator<unknown>): Promise<unknown> {
  const { done, value } = await iterator.next();
  if (done === true) throw newException('StopAsyncIteration');
  return value;
}

builtinType<PyJsAsyncIterator>('js_async_iterator', {
  base: objectType,
  layout: PyJsAsyncIterator,
  module: 'typhon',
  isBaseType: false,
  slots: {
    aiter: (self: PyJsAsyncIterator) => self,
    anext: (self: PyJsAsyncIterator) => boundary.toPython(advance(self.iterator)),
  },
  define(type) {
    type.method('aclose(self, /)', 'Ends the iteration, as leaving a loop of JavaScript does.', (self) =>
      boundary.toPython(Promise.resolve(self.iterator.return?.())),
    );
  },
});

function iterateAsync(self: PyJsObject): Result {
  return guarded(() => {
    const method = (self.target as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator];
    if (method === undefined) return raiseTypeError('the JavaScript object is not an asynchronous iterable');
    return new PyJsAsyncIterator(method.call(self.target)) as Value;
  });
}

function containsItem(self: PyJsObject, item: Value): boolean | Exit {
  const { target } = self;
  return guarded(() => {
    if (target instanceof Map || target instanceof Set) return target.has(boundary.toJavaScript(item));
    const name = propertyName(target, item);
    return name !== undefined && name in target;
  });
}

function className(target: object): string {
  try {
    const name = target.constructor?.name;
    return typeof name === 'string' && name !== '' ? name : 'object';
  } catch {
    return 'object';
  }
}

function textOfObject(self: PyJsObject): Result {
  const text = guarded(() => String(self.target));
  return text === EXIT ? EXIT : strFromText(text as string);
}

function directory(target: object): string[] {
  const names = new Set<string>();
  for (let holder: object | null = target; holder !== null && holder !== Object.prototype; ) {
    for (const name of Object.getOwnPropertyNames(holder)) if (!HIDDEN.has(name)) names.add(name);
    holder = Object.getPrototypeOf(holder);
  }
  return [...names];
}

const OBJECT_SLOTS: Partial<Slots> = {
  repr: (self: PyJsObject) => strFromText(`<${self.shape.type.name} ${className(self.target)}>`),
  str: textOfObject,
  getAttribute: getAttributeOf,
  setAttribute: setAttributeOf,
  getItem: getItemOf,
  setItem: setItemOf,
  len: lengthOf,
  bool: () => true,
  iter: iterate,
  aiter: iterateAsync,
  contains: containsItem,
};

export const jsObjectType: PyType = builtinType<PyJsObject>('JsObject', {
  base: objectType,
  layout: PyJsObject,
  module: 'typhon',
  isBaseType: false,
  doc: 'An object of the JavaScript program that runs Python.',
  slots: OBJECT_SLOTS,
  define(type) {
    type.method('__dir__(self, /)', 'The names of the properties.', (self) =>
      boundary.toPython(directory(self.target)),
    );
    type.method('new(self, /, *args)', 'Calls the class as a constructor, as "new" does.', (self, args) =>
      construct(self, args),
    );
  },
});

function construct(self: PyJsObject, args: Value[]): Result {
  if (typeof self.target !== 'function') return raiseTypeError('the JavaScript object is no class');
  return guarded(() => boundary.toPython(Reflect.construct(self.target as never, args.map(boundary.toJavaScript))));
}

// ── Functions ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Keyword arguments go as one object behind the others, as is usual in JavaScript. */
function callJs(self: PyJsFunction, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null && hasOdd(keywords)) return raiseTypeError(ODD_KEYWORDS_TEXT);
  return guarded(() => {
    const positional = args.length - (keywords?.length ?? 0);
    const given = args.slice(0, positional).map(boundary.toJavaScript);
    if (keywords !== null)
      given.push(
        Object.fromEntries(keywords.map((name, index) => [name, boundary.toJavaScript(args[positional + index])])),
      );
    return boundary.toPython((self.target as (...given: unknown[]) => unknown).apply(self.receiver, given));
  });
}

export const jsFunctionType: PyType = builtinType<PyJsFunction>('JsFunction', {
  base: jsObjectType,
  layout: PyJsFunction,
  module: 'typhon',
  isBaseType: false,
  doc: 'A function of the JavaScript program that runs Python. Keyword arguments are passed as one object behind the others.',
  slots: {
    call: callJs,
    bool: () => true,
    // As methods of Python are equal: the same function of the same object.
    hash: (self: PyJsFunction) => identityHash(boundary.toPython(self.target)),
    compare: (self: PyJsFunction, other, operator) => {
      if (!(other instanceof PyJsFunction) || (operator !== EQ && operator !== NE)) return NotImplemented;
      const same = self.target === other.target && self.receiver === other.receiver;
      return same === (operator === EQ);
    },
  },
  define(type) {
    type.getset('__name__', null, (self) => strFromText((self.target as { name?: string }).name ?? ''));
  },
});
