/** Python objects in JavaScript: `PythonObject` for objects, functions for functions. Both are garbage collected: nothing is to be released. */
import { PyGenerator } from '../interpreter/generator.ts';
import { boundary } from '../modules/typhon/boundary.ts';
import { getAttribute, hasAttribute, setAttribute } from '../objspace/attributes.ts';
import { error, orThrow } from '../objspace/exception.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import {
  call,
  contains,
  getItem,
  isTrue,
  iter,
  len,
  lookupSpecial,
  next,
  repr,
  setItem,
  str,
  toFloat,
  toInt,
} from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { typeOf } from '../objspace/type.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { isText, strFromText, textOf } from '../objspace/types/str/str.ts';
import { PyFloat } from '../objspace/types/float-object.ts';
import { expectRecord, expectString, wrongType } from '../util/arguments.ts';
import { advance, close } from './event-loop.ts';
import { Internals, presented } from './internals.ts';
import { handleOfException, valueOf } from './python-error.ts';
import { currentSession, type Session, sessionOf } from './session.ts';

/**
 * A Python function in JavaScript: of what it gives and takes, Python alone knows. A coroutine function gives a promise.
 *
 * @example
 * ```ts
 * import { type PythonFunction, Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create();
 * const add = typhon.eval('lambda a, b: a + b') as PythonFunction<number>;
 * console.log(add(1, 2) + 1); // 4
 * const greet = typhon.eval('lambda name: f"hello {name}"') as PythonFunction<string, [name: string]>;
 * console.log(greet('you').length); // 9
 * ```
 */
export type PythonFunction<Result = unknown, Arguments extends readonly unknown[] = readonly unknown[]> = (
  ...args: Arguments
) => Result;

interface Behind {
  readonly session: Session;
  readonly value: Value;
}

/** What handles and functions stand for. */
const behind = new WeakMap<object, Behind>();
const internals = new Internals<Behind>('PythonObject');

/**
 * A handle; the only one of its object where `handleOf` makes it.
 *
 * @internal
 */
export function newPythonObject(session: Session, value: Value): PythonObject {
  const parts = { session, value };
  const made = new (PythonObject as unknown as new (parts: Behind) => PythonObject)(parts);
  behind.set(made, parts);
  return made;
}

/**
 * The Python value of a handle or function; `undefined` for every other object. One of another interpreter is refused: interpreters share
 * nothing.
 *
 * @internal
 */
export function valueBehind(object: object): Value | undefined {
  const found = behind.get(object);
  if (found === undefined) return undefined;
  if (found.session !== currentSession()) throw error('TypeError', 'the Python object belongs to another interpreter');
  return found.value;
}

/**
 * An object that lives in Python, by reference: everything that is not converted to a JavaScript value. What its methods give and take is
 * converted. It needs no release: it lives as long as either side refers to it.
 *
 * @example
 * ```ts
 * import { type PythonObject, Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create();
 * const path = typhon.eval('__import__("pathlib").PurePath("/a/b.txt")') as PythonObject;
 * console.log(path.type); // PurePosixPath
 * console.log(path.get('suffix')); // .txt
 * console.log(`${path.call('with_suffix', '.md')}`); // /a/b.md
 * ```
 */
export class PythonObject {
  private constructor(parts?: never) {
    internals.attach(this, parts);
  }

  /** The name of the object's class. */
  get type(): string {
    return use(this, (value) => typeOf(value).name);
  }

  /** An attribute: `object.name`. */
  get(name: string): unknown {
    return useAttribute(this, name, (value) => boundary.toJavaScript(valueOf(getAttribute(value, name))));
  }

  /** Sets an attribute: `object.name = value`. */
  set(name: string, value: unknown): void {
    useAttribute(this, name, (object) => orThrow(setAttribute(object, name, boundary.toPython(value))));
  }

  /** Whether there is such an attribute. */
  has(name: string): boolean {
    return useAttribute(this, name, (value) => orThrow(hasAttribute(value, name)));
  }

  /** Deletes an attribute: `del object.name`. */
  delete(name: string): void {
    useAttribute(this, name, (value) => orThrow(setAttribute(value, name, undefined)));
  }

  /** Calls a method: `object.name(*args)`. */
  call(name: string, ...args: unknown[]): unknown {
    return useAttribute(this, name, (value) => invoke(valueOf(getAttribute(value, name)), args, {}));
  }

  /** Calls a method with keyword arguments: `object.name(*args, **keywords)`. */
  callWith(name: string, args: readonly unknown[], keywords: Readonly<Record<string, unknown>>): unknown {
    expectArguments(args, keywords);
    return useAttribute(this, name, (value) => invoke(valueOf(getAttribute(value, name)), args, keywords));
  }

  /** Calls the object itself, as a class is called: `object(*args, **keywords)`. */
  apply(args: readonly unknown[] = [], keywords: Readonly<Record<string, unknown>> = {}): unknown {
    expectArguments(args, keywords);
    return use(this, (value) => invoke(value, args, keywords));
  }

  /** An item: `object[key]`. */
  getItem(key: unknown): unknown {
    return use(this, (value) => boundary.toJavaScript(valueOf(getItem(value, boundary.toPython(key)))));
  }

  /** Sets an item: `object[key] = value`. */
  setItem(key: unknown, value: unknown): void {
    use(this, (object) => orThrow(setItem(object, boundary.toPython(key), boundary.toPython(value))));
  }

  /** Deletes an item: `del object[key]`. */
  deleteItem(key: unknown): void {
    use(this, (object) => orThrow(setItem(object, boundary.toPython(key), undefined)));
  }

  /** `key in object`. */
  includes(key: unknown): boolean {
    return use(this, (object) => orThrow(contains(object, boundary.toPython(key))));
  }

  /** `len(object)`. */
  get length(): number {
    return use(this, (value) => orThrow(len(value)));
  }

  /** `bool(object)`. */
  get isTrue(): boolean {
    return use(this, (value) => orThrow(isTrue(value)));
  }

  /** The items, one by one, as `for` goes through them. A generator is closed when the loop is left. */
  *[Symbol.iterator](): Generator<unknown, void> {
    const iterator = use(this, (value) => valueOf(iter(value)));
    try {
      for (let item = nextItem(this, iterator); item !== END; item = nextItem(this, iterator)) yield item;
    } finally {
      // As loops of JavaScript do with generators of their own.
      if (iterator instanceof PyGenerator) use(this, () => valueOf(call(valueOf(getAttribute(iterator, 'close')), [])));
    }
  }

  /** The items, one by one, as `async for` goes through them. An asynchronous generator is closed when the loop is left. */
  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void> {
    const { session, value } = internals.of(this);
    const iterator = session.enter(() => {
      const method = lookupSpecial(value, '__aiter__');
      return method === undefined ? undefined : valueOf(call(valueOf(method), []));
    });
    if (iterator === undefined) {
      yield* this[Symbol.iterator]();
      return;
    }
    try {
      for (let item = await advance(session, iterator); item !== null; item = await advance(session, iterator))
        yield item[0];
    } finally {
      await close(session, iterator);
    }
  }

  /**
   * The object as plain data, if it is of a subclass of a built-in type: a `defaultdict` as an object, a named tuple as an array, a member of an
   * `IntEnum` as a number. The object itself otherwise.
   */
  copy(): unknown {
    return use(this, (value) => copyOf(value));
  }

  /** `str(object)`. */
  toString(): string {
    return use(this, (value) => text(valueOf(str(value))));
  }

  /** What operators of JavaScript see: the number or text that the object is, or can be converted to (`float(object)`); `str(object)` otherwise. */
  [Symbol.toPrimitive](hint: string): unknown {
    return hint === 'string' ? this.toString() : use(this, (value) => primitiveOf(value, hint));
  }

  /** What `JSON.stringify` writes: plain data (see `copy`), or `str(object)`. */
  toJSON(): unknown {
    const copy = this.copy();
    return copy instanceof PythonObject ? this.toString() : copy;
  }

  /** `repr(object)`. */
  repr(): string {
    return use(this, (value) => text(valueOf(repr(value))));
  }
}

presented(PythonObject, 'PythonObject', (object) => `PythonObject ${shown(object)}`);

/** For consoles, which must not fail: neither because `__repr__` does, nor because the interpreter has been disposed of. */
function shown(object: PythonObject): string {
  try {
    return object.repr();
  } catch {
    return `<${typeOf(internals.of(object).value).name} object>`;
  }
}

/** Does something with the object of a handle, inside its interpreter. */
function use<T>(object: PythonObject, body: (value: Value) => T): T {
  const { session, value } = internals.of(object);
  return session.enter(() => body(value));
}

function useAttribute<T>(object: PythonObject, name: string, body: (value: Value) => T): T {
  expectString(name, 'name');
  return use(object, body);
}

function expectArguments(args: unknown, keywords: unknown): void {
  if (!Array.isArray(args)) throw wrongType('args', 'an array', args);
  expectRecord(keywords, 'keywords');
}

const END = Symbol('end');

function nextItem(object: PythonObject, iterator: Value): unknown {
  return use(object, () => {
    const found = next(iterator);
    return found === undefined ? END : boundary.toJavaScript(valueOf(found));
  });
}

function text(value: Value): string {
  return isText(value) ? textOf(value) : '';
}

/** A `defaultdict` as an object, a named tuple as an array ... */
function copyOf(value: Value): unknown {
  return boundary.toJavaScript(plainOf(value) ?? value);
}

/** An instance of a subclass of a built-in type as one of the type itself. */
function plainOf(value: Value): Value | undefined {
  for (const [name, make] of COPIES)
    if (typeOf(value).mro.some((base) => base.name === name && !base.isHeapType)) return make(value);
  return undefined;
}

/** For operators: numbers and texts are what they are; other objects are numbers where one is asked for, if they can be. */
function primitiveOf(value: Value, hint: string): unknown {
  const plain = plainOf(value);
  if (plain !== undefined && !(plain instanceof PyDict) && !(plain instanceof PyList))
    return boundary.toJavaScript(plain);
  if (hint !== 'number' || lookupSpecial(value, '__float__') === undefined) return text(valueOf(str(value)));
  return orThrow(toFloat(value));
}

function plainDict(value: Value): Value {
  const dict = new PyDict();
  dict.copyEntries(value as unknown as PyDict);
  return dict as Value;
}

function plainList(value: Value): Value {
  const items: Value[] = [];
  const iterator = valueOf(iter(value));
  for (let item = next(iterator); item !== undefined; item = next(iterator)) items.push(valueOf(item));
  return PyList.of(items) as Value;
}

const COPIES: readonly (readonly [name: string, make: (value: Value) => Value | undefined])[] = [
  ['dict', plainDict],
  ['list', plainList],
  ['tuple', plainList],
  ['str', (value) => strFromText(textOf(value)) as Value],
  ['int', (value) => orThrow(toInt(value))],
  ['float', (value) => new PyFloat((value as unknown as PyFloat).value) as Value],
];

/**
 * Calls inside the interpreter, with the arguments converted.
 *
 * @internal
 */
export function invoke(callee: Value, args: readonly unknown[], keywords: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(keywords);
  const values = [...args, ...names.map((name) => keywords[name])].map(boundary.toPython);
  const result = call(callee, values, names.length === 0 ? null : names);
  return boundary.toJavaScript(valueOf(result));
}

/**
 * The handle of an object.
 *
 * @internal
 */
export function handleOf(value: Value): PythonObject {
  const session = currentSession();
  const known = session.handles.get(value as object);
  if (known instanceof PythonObject) return known;
  const made = newPythonObject(session, value);
  session.handles.set(value as object, made);
  return made;
}

handleOfException.make = (exception, interpreter) => newPythonObject(sessionOf(interpreter), exception);

/**
 * The JavaScript function that calls a Python function.
 *
 * @internal
 */
export function functionOf(value: Value): PythonFunction {
  const session = currentSession();
  const known = session.handles.get(value as object);
  if (known !== undefined) return known as PythonFunction;
  const made: PythonFunction = (...args) => session.enter(() => invoke(value, args, {}));
  const name = getAttribute(value, '__name__');
  if (name === EXIT) state.exception = null;
  else Object.defineProperty(made, 'name', { value: text(name as Value) });
  behind.set(made, { session, value });
  session.handles.set(value as object, made);
  return made;
}

/**
 * The object behind a function that came from Python.
 *
 * @internal
 */
export function objectBehind(fn: (...args: never[]) => unknown, session: Session): PythonObject {
  if (typeof fn !== 'function') throw wrongType('fn', 'a function that came from Python', fn);
  const found = behind.get(fn);
  if (found === undefined) throw new TypeError('fn must be a function that came from Python, not one of JavaScript');
  if (found.session !== session) throw new TypeError('fn belongs to another interpreter');
  return newPythonObject(session, found.value);
}
