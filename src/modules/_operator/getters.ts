/** `itemgetter`, `attrgetter`, `methodcaller`: callables that look something up in their operand. */
import { getAttribute } from '../../objspace/attributes.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, getItem, repr } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { imported } from '../../objspace/types/imported.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

type Keywords = readonly string[] | null;

/** The only argument of a call of a getter. */
function operand(name: string, args: readonly Value[], keywords: Keywords): Value | Exit {
  if (keywords !== null) return raiseTypeError(`${name}() takes no keyword arguments`);
  if (args.length !== 1) return raiseTypeError(`${name} expected 1 argument, got ${args.length}`);
  return args[0];
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

export class PyItemGetter extends PyObject {
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }
}

function callItemGetter(self: PyItemGetter, args: Value[], keywords: Keywords): Result {
  const object = operand('itemgetter', args, keywords);
  if (object === EXIT) return EXIT;
  const { items } = self;
  return items.length === 1
    ? getItem(object as Value, items[0])
    : collect(items, (item) => getItem(object as Value, item));
}

function collect<T>(parts: readonly T[], get: (part: T) => Result): Result {
  const values: Value[] = [];
  for (const part of parts) {
    const value = get(part);
    if (value === EXIT) return EXIT;
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
    call: callItemGetter,
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

// ── attrgetter ───────────────────────────────────────────────────────────────────────────────────────────────────

export class PyAttrGetter extends PyObject {
  readonly names: readonly Value[];
  /** Each name split at its dots. */
  readonly paths: readonly (readonly string[])[];

  constructor(names: readonly Value[]) {
    super();
    this.names = names;
    this.paths = names.map((name) => textOf(name).split('.'));
  }
}

function follow(object: Value, path: readonly string[]): Result {
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
    call: (self: PyAttrGetter, args: Value[], keywords: Keywords) => {
      const object = operand('attrgetter', args, keywords);
      if (object === EXIT) return EXIT;
      if (self.paths.length === 1) return follow(object as Value, self.paths[0]);
      return collect(self.paths, (path) => follow(object as Value, path));
    },
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

export class PyMethodCaller extends PyObject {
  readonly name: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;

  constructor(name: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>) {
    super();
    this.name = name;
    this.args = args;
    this.keywords = keywords;
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
  const object = operand('methodcaller', args, keywords);
  if (object === EXIT) return EXIT;
  const method = getAttribute(object as Value, textOf(self.name));
  if (method === EXIT) return EXIT;
  const names = self.keywords.size === 0 ? null : [...self.keywords.keys()];
  return call(method as Value, [...self.args, ...self.keywords.values()], names);
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
