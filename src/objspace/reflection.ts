/** What objects tell of themselves: the namespace of a class, `dir(object)`, and the default way to copy and pickle (copyreg's protocol 2). */
import { worked } from '../util/work.ts';
import { findAttribute, genericGetAttribute, getAttribute, ownValue } from './attributes.ts';
import { raiseTypeError, swallow } from './exception.ts';
import { PyBuiltinFunction, type PyMethodDescriptor } from './gateway/builtin-function.ts';
import { builtinType } from './gateway/builtin-type.ts';
import { becomeDictionary, ownAttributeNames } from './instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from './object.ts';
import { call, contains, getItem, itemsOf, iter, lookupSpecial, repr, typeName } from './operations.ts';
import type { Shaped } from './shape.ts';
import { PyType, typeOf } from './type.ts';
import { PyDict } from './types/dict/dict.ts';
import { importModule } from './types/imported.ts';
import { PyList } from './types/list/list.ts';
import { PyMappingProxy } from './types/mapping-proxy.ts';
import { directory, layoutOf, objectType, reduction } from './types/object.ts';
import { isText, strOfName, textOf } from './types/str/str.ts';
import { PyTuple } from './types/tuple.ts';
import { namespaceProxy, namespacesWithOtherKeys } from './types/type.ts';

// ── cls.__dict__ ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The mapping behind `cls.__dict__`: looks at the class each time, as a dictionary made of its namespace. */
export class Namespace extends PyObject {
  readonly type: PyType;
  constructor(type: PyType) {
    super();
    this.type = type;
  }

  get(name: Value): Value | undefined {
    return isText(name) ? this.type.ensureNamespace().get(textOf(name)) : undefined;
  }

  toDict(): PyDict {
    const namespace = this.type.ensureNamespace();
    const given = namespacesWithOtherKeys.get(this.type);
    const dict = given === undefined ? new PyDict() : given.copy();
    if (given !== undefined) for (const name of given.strKeys()) if (!namespace.has(name)) dict.deleteStr(name);
    for (const [name, value] of namespace) dict.setStr(name, value);
    return dict;
  }

  get size(): number {
    return namespacesWithOtherKeys.has(this.type) ? this.toDict().size : this.type.ensureNamespace().size;
  }
}

builtinType<Namespace>('dict', {
  base: objectType,
  layout: Namespace,
  isBaseType: false,
  pattern: 'mapping',
  slots: {
    repr: (self: Namespace) => repr(self.toDict()),
    len: (self: Namespace) => self.size,
    iter: (self: Namespace) => iter(self.toDict()),
    contains: (self: Namespace, name) => (isText(name) ? self.get(name) !== undefined : contains(self.toDict(), name)),
    getItem: (self: Namespace, name) => {
      const value = self.get(name);
      return value === undefined ? getItem(self.toDict(), name) : value;
    },
    getAttribute: (self: Namespace, name) => getAttribute(self.toDict(), name),
    compare: (self: Namespace, other, operator) =>
      typeOf(new PyDict()).slots.compare!(
        self.toDict() as never,
        other instanceof Namespace ? other.toDict() : other,
        operator,
      ),
    bitOr: (self: Namespace, other) => typeOf(new PyDict()).slots.bitOr!(self.toDict() as never, other),
    rbitOr: (self: Namespace, other) => typeOf(new PyDict()).slots.bitOr!(other as never, self.toDict()),
  },
});

namespaceProxy.of = (type) => new PyMappingProxy(new Namespace(type));

// ── dir() ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Work of taking a name. */
const NAME_WORK = 4;

/** The object's own names, those of its class and of all its bases; sorting is the caller's. */
directory.of = (object) => {
  const own = instanceNames(object);
  if (own === EXIT) return EXIT;
  // A dictionary may have keys that are no names: they are listed, and refuse to be sorted.
  const keys = own as readonly Value[];
  const names = new Set<string>();
  for (const key of keys) {
    worked(NAME_WORK);
    if (isText(key)) names.add(textOf(key));
  }
  const cls = findAttribute(object, '__class__');
  if (cls === EXIT) return EXIT;
  if (cls instanceof PyType)
    for (const base of cls.mro) for (const name of base.ensureNamespace().keys()) names.add(name);
  const listed: Value[] = [];
  for (const name of names) {
    worked(NAME_WORK);
    listed.push(strOfName(name));
  }
  for (const key of keys) if (!isText(key)) listed.push(key);
  return PyList.of(listed);
};

function instanceNames(object: Value): readonly Value[] | Exit {
  const type = typeOf(object);
  if (type.hasDict && typeOf(object).lookup('__dict__') === undefined)
    return ownAttributeNames(object as Value & Shaped);
  const dict = findAttribute(object, '__dict__');
  if (dict === EXIT) return swallow('AttributeError') ? [] : EXIT;
  if (dict === undefined) return [];
  // What is no dictionary says nothing.
  return dict instanceof PyDict ? itemsOf(dict) : [];
}

// ── Pickling ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Types whose objects have a size of their own in CPython, which says it in other words then. */
const VARIABLE_SIZED: ReadonlySet<string> = new Set(['memoryview', 'code']);

/** What `object.__getstate__` gives: the dictionary, and the values of `__slots__` where there are any. */
function defaultState(object: Value, isRequired: boolean): Result {
  const type = typeOf(object);
  if (isRequired && layoutOf(type) !== objectType) {
    const isSized = VARIABLE_SIZED.has(layoutOf(type).name);
    return raiseTypeError(`cannot pickle ${isSized ? `${type.errorName} objects` : `'${type.errorName}' object`}`);
  }
  const dict = stateDictionary(object, type);
  if (dict === EXIT) return EXIT;
  const slots = slotValues(object, type);
  if (slots === EXIT) return EXIT;
  return slots === undefined ? dict : (new PyTuple([dict as Value, slots as Value]) as Value);
}

/** The dictionary, None where it is empty. */
function stateDictionary(object: Value, type: PyType): Result {
  if (type.hasDict) {
    const shaped = object as Value & Shaped;
    return ownAttributeNames(shaped).length === 0 && !shaped.shape.isDict
      ? null
      : emptyIsNone(becomeDictionary(shaped));
  }
  const own = type.dictionary === null ? null : type.dictionary(object, false);
  return own === null ? null : emptyIsNone(own);
}

function emptyIsNone(dict: PyDict): Value {
  return dict.size === 0 ? null : dict;
}

/** Names of `__slots__` with a value, as a dictionary; `undefined` if there are none. */
function slotValues(object: Value, type: PyType): PyDict | undefined | Exit {
  if (!type.isHeapType) return undefined;
  const listed = slotNames(type);
  if (listed instanceof PyList && listed.length === 0) return undefined;
  const names = listed === EXIT || listed === null ? listed : itemsOf(listed as Value);
  if (names === EXIT) return EXIT;
  let values: PyDict | undefined;
  for (const name of (names ?? []) as Value[]) {
    const value = findAttribute(object, textOf(name));
    if (value === EXIT && !swallow('AttributeError')) return EXIT;
    if (value === undefined || value === EXIT) continue;
    values ??= new PyDict();
    values.setStr(textOf(name), value as Value);
  }
  return values;
}

/** As `copyreg` finds them once for each class, which keeps them. */
function slotNames(type: PyType): Result {
  const known = type.namespace.get('__slotnames__');
  if (known instanceof PyList) return known;
  const copyreg = importModule('copyreg');
  const find = copyreg === EXIT ? EXIT : getAttribute(copyreg as Value, '_slotnames');
  return find === EXIT ? EXIT : call(find as Value, [type]);
}

reduction.stateOf = (object) => defaultState(object, false);

/** What a class says of how its objects are reduced, as long as it has that version. */
class Reducing {
  readonly version: number;
  /** Whether it may give arguments for `__new__`. */
  readonly hasArguments: boolean;
  /** Whether the state is what `object.__getstate__` gives, unless the object itself has an attribute of that name. */
  readonly isStateDefault: boolean;

  constructor(type: PyType) {
    this.version = type.version;
    this.hasArguments = type.lookup('__getnewargs_ex__') !== undefined || type.lookup('__getnewargs__') !== undefined;
    this.isStateDefault =
      type.slots.getAttribute === genericGetAttribute && type.lookup('__getstate__') === methodForState();
  }
}

const reducingOf = new WeakMap<PyType, Reducing>();

function reducing(type: PyType): Reducing {
  let known = reducingOf.get(type);
  if (known === undefined || known.version !== type.version) {
    known = new Reducing(type);
    reducingOf.set(type, known);
  }
  return known;
}

function methodForState(): PyMethodDescriptor {
  return objectType.lookup('__getstate__') as unknown as PyMethodDescriptor;
}

interface NewArguments {
  readonly args: readonly Value[];
  readonly keywords: PyDict | undefined;
}

/** `__getnewargs_ex__` or `__getnewargs__`: what `__new__` is to be called with. */
function newArguments(object: Value): NewArguments | undefined | Exit {
  const extended = lookupSpecial(object, '__getnewargs_ex__');
  if (extended === EXIT) return EXIT;
  if (extended !== undefined) return extendedArguments(call(extended as Value, []));
  const plain = lookupSpecial(object, '__getnewargs__');
  if (plain === EXIT || plain === undefined) return plain as undefined | Exit;
  const args = call(plain as Value, []);
  if (args === EXIT) return EXIT;
  if (!(args instanceof PyTuple))
    return raiseTypeError(`__getnewargs__ should return a tuple, not '${typeName(args as Value)}'`);
  return { args: args.items, keywords: undefined };
}

function extendedArguments(given: Result): NewArguments | Exit {
  if (given === EXIT) return EXIT;
  if (!(given instanceof PyTuple))
    return raiseTypeError(`__getnewargs_ex__ should return a tuple, not '${typeName(given as Value)}'`);
  if (given.items.length !== 2)
    return raiseTypeError(`__getnewargs_ex__ should return a tuple of length 2, not ${given.items.length}`);
  const [args, keywords] = given.items;
  if (!(args instanceof PyTuple))
    return raiseTypeError(
      `first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${typeName(args)}'`,
    );
  if (!(keywords instanceof PyDict))
    return raiseTypeError(
      `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${typeName(keywords)}'`,
    );
  return { args: args.items, keywords };
}

function stateOf(object: Value, isRequired: boolean): Result {
  const type = typeOf(object);
  if (reducing(type).isStateDefault && ownValue(object, type, '__getstate__') === undefined)
    return defaultState(object, isRequired);
  const method = getAttribute(object, '__getstate__');
  if (method === EXIT) return EXIT;
  return isDefaultFor(object, method as Value) ? defaultState(object, isRequired) : call(method as Value, []);
}

function isDefaultFor(object: Value, method: Value): boolean {
  if (!(method instanceof PyBuiltinFunction)) return false;
  return method.self === object && method.definition === methodForState().definition;
}

const NO_CONTENTS: readonly [list: Result, dict: Result] = [null, null];

/** The items of lists and dictionaries, to be added one by one. */
function contents(object: Value): [list: Result, dict: Result] {
  const list = object instanceof PyList ? iter(object) : null;
  if (!(object instanceof PyDict)) return [list, null];
  const method = getAttribute(object, 'items');
  const items = method === EXIT ? EXIT : call(method as Value, []);
  return [list, items === EXIT ? EXIT : iter(items as Value)];
}

function argumentsFor(type: PyType, { args, keywords }: NewArguments, isPlain: boolean): Value[] {
  return isPlain ? [type, ...args] : [type, new PyTuple(args) as Value, keywords as Value];
}

function reduceNew(object: Value, copyreg: Value): Result {
  const type = typeOf(object);
  if (type.slots.new === undefined) return raiseTypeError(`cannot pickle '${type.errorName}' object`);
  const found = reducing(type).hasArguments ? newArguments(object) : undefined;
  if (found === EXIT) return EXIT;
  const given = found as NewArguments | undefined;
  const isPlain = given === undefined || given.keywords === undefined || given.keywords.size === 0;
  const make = getAttribute(copyreg, isPlain ? '__newobj__' : '__newobj_ex__');
  if (make === EXIT) return EXIT;
  const makeArgs = given === undefined ? [type] : argumentsFor(type, given, isPlain);
  const isContainer = object instanceof PyList || object instanceof PyDict;
  const state = stateOf(object, given === undefined && !isContainer);
  if (state === EXIT) return EXIT;
  const [list, dict] = isContainer ? contents(object) : NO_CONTENTS;
  if (list === EXIT || dict === EXIT) return EXIT;
  return new PyTuple([
    make as Value,
    new PyTuple(makeArgs) as Value,
    state as Value,
    list as Value,
    dict as Value,
  ]) as Value;
}

reduction.of = (object, protocol) => {
  const copyreg = importModule('copyreg');
  if (copyreg === EXIT) return EXIT;
  if (typeof protocol === 'number' && protocol >= 2) return reduceNew(object, copyreg as Value);
  const reduce = getAttribute(copyreg as Value, '_reduce_ex');
  return reduce === EXIT ? EXIT : call(reduce as Value, [object, protocol]);
};
