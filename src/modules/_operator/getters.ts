/** `itemgetter`, `attrgetter`, `methodcaller`: callables that look something up in their operand. */
import { getAttribute } from '../../objspace/attributes.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { callWithOne, ShortCallable } from '../../objspace/gateway/short-calls.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, getItem, repr } from '../../objspace/operations.ts';
import { poll } from '../../objspace/safepoint.ts';
import type { PyType } from '../../objspace/type.ts';
import { worked } from '../../util/work.ts';
import { imported } from '../../objspace/types/imported.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { isExactTuple, PyTuple } from '../../objspace/types/tuple.ts';

type Keywords = readonly string[] | null;

/** A callable with one operand. */
abstract class Getter extends ShortCallable {
  abstract readonly called: string;

  callTwo(): Result {
    return this.refuse(2);
  }

  refuse(count: number): Exit {
    return raiseTypeError(`${this.called} expected 1 argument, got ${count}`);
  }
}

function callGetter(self: Getter, args: Value[], keywords: Keywords): Result {
  if (keywords !== null) return raiseTypeError(`${self.called}() takes no keyword arguments`);
  return args.length === 1 ? self.callOne(args[0]) : self.refuse(args.length);
}

/** `operator.NAME(parts)`. */
function reprOf(name: string, parts: readonly Value[], keywords: ReadonlyMap<string, Value> = new Map()): Result {
  const texts: string[] = [];
  for (const part of parts) {
    const text = repr(part);
    if (text === EXIT) return EXIT;
    texts.push(textOf(text as Value));
  }
  for (const [keyword, value] of keywords) {
    const text = repr(value);
    if (text === EXIT) return EXIT;
    texts.push(`${keyword}=${textOf(text as Value)}`);
  }
  return strFromText(`operator.${name}(${texts.join(', ')})`);
}

const TEXT_SIGNATURE = '(obj, /)';

// ── itemgetter ───────────────────────────────────────────────────────────────────────────────────────────────────

export class PyItemGetter extends Getter {
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }

  get called(): string {
    return 'itemgetter';
  }

  callOne(object: Value): Result {
    const { items } = this;
    if (items.length === 1) return itemAt(object, items[0]);
    if (items.length !== 2) return collect(items, (item) => itemAt(object, item));
    const first = itemAt(object, items[0]);
    const second = first === EXIT ? EXIT : itemAt(object, items[1]);
    return second === EXIT ? EXIT : new PyTuple(null, first as Value, second as Value);
  }
}

/** Fields of tuples are asked for most. */
function itemAt(object: Value, key: Value): Result {
  if (typeof key === 'number' && key >= 0 && isExactTuple(object) && key < object.length)
    return (object as PyTuple).at(key);
  return getItem(object, key);
}

function collect<T>(parts: readonly T[], get: (part: T) => Result): Result {
  const values: Value[] = [];
  for (const part of parts) {
    const value = get(part);
    if (value === EXIT || poll() === EXIT) return EXIT;
    values.push(value as Value);
  }
  return new PyTuple(values);
}

export const itemgetterType: PyType = builtinType<PyItemGetter>('itemgetter', {
  base: objectType,
  layout: PyItemGetter,
  module: 'operator',
  isBaseType: false,
  signature: '(item, /, *items)',
  doc: 'Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])',
  slots: {
    new: (_cls: PyType, args: Value[], keywords: Keywords) => {
      if (keywords !== null) return raiseTypeError('itemgetter() takes no keyword arguments');
      if (args.length === 0) return raiseTypeError('itemgetter expected 1 argument, got 0');
      return new PyItemGetter(args.slice());
    },
    init: () => true,
    call: callGetter,
    repr: (self: PyItemGetter) => reprOf('itemgetter', self.items),
  },
  define(type) {
    type.method(
      '__reduce__(self, /)',
      'Return state information for pickling',
      (self) => new PyTuple([itemgetterType, new PyTuple(self.items)]),
    );
    type.getset('__text_signature__', null, () => TEXT_SIGNATURE);
  },
});

/** Work of splitting a name. */
const PATH_WORK = 8;

// ── attrgetter ───────────────────────────────────────────────────────────────────────────────────────────────────

export class PyAttrGetter extends Getter {
  readonly names: readonly Value[];
  /** Each name split at its dots. */
  readonly paths: readonly (readonly string[])[];

  constructor(names: readonly Value[]) {
    super();
    this.names = names;
    this.paths = names.map((name) => {
      worked(PATH_WORK);
      return textOf(name).split('.');
    });
  }

  get called(): string {
    return 'attrgetter';
  }

  callOne(object: Value): Result {
    const { paths } = this;
    return paths.length === 1 ? follow(object, paths[0]) : collect(paths, (path) => follow(object, path));
  }
}

function follow(object: Value, path: readonly string[]): Result {
  if (path.length === 1) return getAttribute(object, path[0]);
  let value = object;
  for (const name of path) {
    const next = getAttribute(value, name);
    if (next === EXIT) return EXIT;
    value = next as Value;
  }
  return value;
}

export const attrgetterType: PyType = builtinType<PyAttrGetter>('attrgetter', {
  base: objectType,
  layout: PyAttrGetter,
  module: 'operator',
  isBaseType: false,
  signature: '(attr, /, *attrs)',
  doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
  slots: {
    new: (_cls: PyType, args: Value[], keywords: Keywords) => {
      if (keywords !== null) return raiseTypeError('attrgetter() takes no keyword arguments');
      if (args.length === 0) return raiseTypeError('attrgetter expected 1 argument, got 0');
      if (!args.every(isText)) return raiseTypeError('attribute name must be a string');
      return new PyAttrGetter(args.slice());
    },
    init: () => true,
    call: callGetter,
    repr: (self: PyAttrGetter) => reprOf('attrgetter', self.names),
  },
  define(type) {
    type.method(
      '__reduce__(self, /)',
      'Return state information for pickling',
      (self) => new PyTuple([attrgetterType, new PyTuple(self.names)]),
    );
    type.getset('__text_signature__', null, () => TEXT_SIGNATURE);
  },
});

// ── methodcaller ─────────────────────────────────────────────────────────────────────────────────────────────────

export class PyMethodCaller extends Getter {
  readonly name: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;

  constructor(name: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>) {
    super();
    this.name = name;
    this.args = args;
    this.keywords = keywords;
  }

  get called(): string {
    return 'methodcaller';
  }

  callOne(object: Value): Result {
    const method = getAttribute(object, textOf(this.name));
    if (method === EXIT) return EXIT;
    const { args, keywords } = this;
    if (keywords.size === 0)
      return args.length === 1 ? callWithOne(method as Value, args[0]) : call(method as Value, args.slice());
    return call(method as Value, [...args, ...keywords.values()], [...keywords.keys()]);
  }
}

function newMethodCaller(_cls: PyType, args: Value[], keywords: Keywords): Result {
  const count = args.length - (keywords?.length ?? 0);
  if (count === 0) return raiseTypeError('methodcaller needs at least one argument, the method name');
  if (!isText(args[0])) return raiseTypeError('method name must be a string');
  const named = new Map<string, Value>();
  keywords?.forEach((keyword, index) => {
    named.set(keyword, args[count + index]);
  });
  return new PyMethodCaller(args[0], args.slice(1, count), named);
}

function callMethodCaller(self: PyMethodCaller, args: Value[], keywords: Keywords): Result {
  // A keyword argument counts as a missing operand here, unlike in the other two.
  if (args.length - (keywords?.length ?? 0) !== 1) {
    return raiseTypeError(`methodcaller expected 1 argument, got ${args.length - (keywords?.length ?? 0)}`);
  }
  return callGetter(self, args, keywords);
}

function reduceMethodCaller(self: PyMethodCaller): Result {
  if (self.keywords.size === 0) return new PyTuple([methodcallerType, new PyTuple([self.name, ...self.args])]);
  const partialType = imported('functools', 'partial');
  if (partialType === EXIT) return EXIT;
  const partial = call(
    partialType as Value,
    [methodcallerType, self.name, ...self.keywords.values()],
    [...self.keywords.keys()],
  );
  return partial === EXIT ? EXIT : new PyTuple([partial as Value, new PyTuple(self.args)]);
}

export const methodcallerType: PyType = builtinType<PyMethodCaller>('methodcaller', {
  base: objectType,
  layout: PyMethodCaller,
  module: 'operator',
  isBaseType: false,
  signature: '(name, /, *args, **kwargs)',
  doc: "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
  slots: {
    new: newMethodCaller,
    init: () => true,
    call: callMethodCaller,
    repr: (self: PyMethodCaller) => reprOf('methodcaller', [self.name, ...self.args], self.keywords),
  },
  define(type) {
    type.method('__reduce__(self, /)', 'Return state information for pickling', reduceMethodCaller);
    type.getset('__text_signature__', null, () => TEXT_SIGNATURE);
  },
});
