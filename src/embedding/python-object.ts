/** Python objects in JavaScript: `PythonObject` for objects, functions for functions. Both are garbage collected: nothing is to be released. */
import { boundary } from '../modules/typhon/boundary.ts';
import { getAttribute, hasAttribute, setAttribute } from '../objspace/attributes.ts';
import { error, orThrow } from '../objspace/exception.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { call, contains, getItem, isTrue, iter, len, next, repr, setItem, str } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { typeOf } from '../objspace/type.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { valueOf } from './python-error.ts';
import { currentSession, type Session } from './session.ts';

/** A Python function in JavaScript. A coroutine function gives a promise. */
// biome-ignore lint/suspicious/noExplicitAny: what Python functions take and give is known to Python alone
export type PythonFunction = (...args: any[]) => any;

interface Behind {
  readonly session: Session;
  readonly value: Value;
}

/** What handles and functions stand for. */
const behind = new WeakMap<object, Behind>();

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
  /** @internal */
  constructor(session: Session, value: Value) {
    behind.set(this, { session, value });
  }

  private use<T>(body: (value: Value) => T): T {
    const { session, value } = behind.get(this)!;
    return session.enter(() => body(value));
  }

  /** The name of the object's class. */
  get type(): string {
    return this.use((value) => typeOf(value).name);
  }

  /** An attribute: `object.name`. */
  get(name: string): unknown {
    return this.use((value) => boundary.toJavaScript(valueOf(getAttribute(value, name))));
  }

  /** Sets an attribute: `object.name = value`. */
  set(name: string, value: unknown): void {
    this.use((object) => orThrow(setAttribute(object, name, boundary.toPython(value))));
  }

  /** Whether there is such an attribute. */
  has(name: string): boolean {
    return this.use((value) => orThrow(hasAttribute(value, name)));
  }

  /** Deletes an attribute: `del object.name`. */
  delete(name: string): void {
    this.use((value) => orThrow(setAttribute(value, name, undefined)));
  }

  /** Calls a method: `object.name(*args)`. */
  call(name: string, ...args: unknown[]): unknown {
    return this.use((value) => invoke(valueOf(getAttribute(value, name)), args, {}));
  }

  /** Calls a method with keyword arguments: `object.name(*args, **keywords)`. */
  callWith(name: string, args: readonly unknown[], keywords: Readonly<Record<string, unknown>>): unknown {
    return this.use((value) => invoke(valueOf(getAttribute(value, name)), args, keywords));
  }

  /** Calls the object itself, as a class is called: `object(*args, **keywords)`. */
  apply(args: readonly unknown[] = [], keywords: Readonly<Record<string, unknown>> = {}): unknown {
    return this.use((value) => invoke(value, args, keywords));
  }

  /** An item: `object[key]`. */
  getItem(key: unknown): unknown {
    return this.use((value) => boundary.toJavaScript(valueOf(getItem(value, boundary.toPython(key)))));
  }

  /** Sets an item: `object[key] = value`. */
  setItem(key: unknown, value: unknown): void {
    this.use((object) => orThrow(setItem(object, boundary.toPython(key), boundary.toPython(value))));
  }

  /** Deletes an item: `del object[key]`. */
  deleteItem(key: unknown): void {
    this.use((object) => orThrow(setItem(object, boundary.toPython(key), undefined)));
  }

  /** `key in object`. */
  includes(key: unknown): boolean {
    return this.use((object) => orThrow(contains(object, boundary.toPython(key))));
  }

  /** `len(object)`. */
  get length(): number {
    return this.use((value) => orThrow(len(value)));
  }

  /** `bool(object)`. */
  get isTrue(): boolean {
    return this.use((value) => orThrow(isTrue(value)));
  }

  /** The items, one by one, as `for` goes through them. */
  *[Symbol.iterator](): Generator<unknown, void> {
    const iterator = this.use((value) => valueOf(iter(value)));
    for (;;) {
      const item = this.use(() => {
        const found = next(iterator);
        return found === undefined ? END : boundary.toJavaScript(valueOf(found));
      });
      if (item === END) return;
      yield item;
    }
  }

  /** The object copied to a JavaScript value, if it is of a subclass of a built-in container; the object itself otherwise. */
  copy(): unknown {
    return this.use((value) => copyOf(value));
  }

  /** `str(object)`. */
  toString(): string {
    return this.use((value) => text(valueOf(str(value))));
  }

  /** `repr(object)`. */
  repr(): string {
    return this.use((value) => text(valueOf(repr(value))));
  }
}

const END = Symbol('end');

function text(value: Value): string {
  return isText(value) ? textOf(value) : '';
}

/** A `defaultdict` as an object, a named tuple as an array ... */
function copyOf(value: Value): unknown {
  for (const [name, make] of COPIES) {
    if (typeOf(value).mro.some((base) => base.name === name && !base.isHeapType)) {
      const plain = make(value);
      return plain === undefined ? boundary.toJavaScript(value) : boundary.toJavaScript(plain);
    }
  }
  return boundary.toJavaScript(value);
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
  const made = new PythonObject(session, value);
  session.handles.set(value as object, made);
  return made;
}

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
export function objectBehind(fn: PythonFunction): PythonObject {
  const found = behind.get(fn);
  if (found === undefined) throw new TypeError('the function is not a Python function');
  return new PythonObject(found.session, found.value);
}
