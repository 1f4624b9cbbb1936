/** `collections.defaultdict`: a dictionary that makes the values of missing keys. */
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinType, fieldSetter } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, repr } from '../../objspace/operations.ts';
import { enterRepr, leaveRepr } from '../../objspace/repr-guard.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { boolType } from '../../objspace/types/bool.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { floatType } from '../../objspace/types/float.ts';
import { intType } from '../../objspace/types/int/int.ts';
import { listType } from '../../objspace/types/list/list-type.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PySet, setType } from '../../objspace/types/set/set.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { dictType, setDefault, simpleDefaults } from '../../objspace/types/dict/dict-type.ts';
import { iterItems } from '../../objspace/types/dict/iterators.ts';
import { raiseKey } from '../../objspace/types/dict/keys.ts';
import { update, updateFromArguments } from '../../objspace/types/dict/update.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { strFromText, strType, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

export class PyDefaultDict extends PyDict {
  factory: Value;

  constructor() {
    super();
    this.factory = null;
  }
}

function init(self: PyDefaultDict, args: Value[], keywords: readonly string[] | null): true | Exit {
  const hasFactory = args.length > (keywords?.length ?? 0);
  const factory = hasFactory ? args[0] : null;
  if (factory !== null && typeOf(factory).slots.call === undefined)
    return raiseTypeError('first argument must be callable or None');
  self.factory = factory;
  return updateFromArguments(self, 'dict', hasFactory ? args.slice(1) : args, keywords);
}

/** What builtin types make without arguments. */
const FACTORIES = new Map<Value, () => Value>([
  [intType, () => 0],
  [listType, () => PyList.of([])],
  [setType, () => new PySet()],
  [dictType, () => new PyDict() as Value],
  [strType, () => ''],
  [floatType, () => new PyFloat(0) as Value],
  [boolType, () => false],
]);

simpleDefaults.of = (dict) =>
  dict instanceof PyDefaultDict && dict.shape === defaultdictType.instanceShape
    ? FACTORIES.get(dict.factory)?.()
    : undefined;

/** `self[key]` of a key that is not there. */
function missing(self: PyDefaultDict, key: Value): Result {
  if (self.factory === null) return raiseKey(key);
  const value = call(self.factory, []);
  // The factory may have stored a value itself: that one stays.
  return value === EXIT ? EXIT : setDefault(self, key, value as Value);
}

function defaultdictRepr(self: PyDefaultDict): Result {
  const { name } = self.shape.type;
  const entries = dictType.slots.repr!(self);
  if (entries === EXIT) return EXIT;
  const factory = factoryRepr(self);
  return factory === EXIT ? EXIT : strFromText(`${name}(${factory as string}, ${textOf(entries as Value)})`);
}

/** A factory that shows the dictionary is an ellipsis within itself; entries that do so show it in full. */
function factoryRepr({ factory }: PyDefaultDict): string | Exit {
  if (factory === null) return 'None';
  if (!enterRepr(factory as object)) return '...';
  const text = repr(factory);
  leaveRepr(factory as object);
  return text === EXIT ? EXIT : textOf(text as Value);
}

/** A copy of the same class: made by calling it. */
function copy(self: PyDefaultDict): Result {
  return call(self.shape.type, [self.factory, self]);
}

function or(left: Value, right: Value): Result {
  const self = left instanceof PyDefaultDict ? left : (right as PyDefaultDict);
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const merged = copyWith(self, left);
  return merged === EXIT || update(merged as PyDict, right) === EXIT ? EXIT : merged;
}

function copyWith(self: PyDefaultDict, entries: PyDict): Result {
  return call(self.shape.type, [self.factory, entries]);
}

const COPY_DOC = 'D.copy() -> a shallow copy of D.';

export const defaultdictType: PyType = builtinType<PyDefaultDict>('defaultdict', {
  base: dictType,
  layout: PyDefaultDict as never,
  module: 'collections',
  doc: `
    defaultdict(default_factory=None, /, [...]) --> dict with default factory

    The default factory is called without arguments to produce
    a new value when a key is not present, in __getitem__ only.
    A defaultdict compares equal to a dict with the same items.
    All remaining arguments are treated the same as if they were
    passed to the dict constructor, including keyword arguments.
  `,
  slots: {
    new: (cls: PyType) => (cls === defaultdictType ? new PyDefaultDict() : adopt(new PyDefaultDict(), cls)),
    init,
    repr: defaultdictRepr,
    bitOr: or,
    rbitOr: (self: Value, other: Value) => or(other, self),
  },
  define(type) {
    // It inherits that of dict.
    type.type.namespace.delete('__new__');
    type.method(
      '__missing__(self, object, /)',
      '__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n',
      missing,
    );
    type.method('copy(self, /)', COPY_DOC, copy);
    type.method('__copy__(self, /)', COPY_DOC, copy);
    type.method('__reduce__(self, /)', 'Return state information for pickling.', (self) => {
      const args = self.factory === null ? [] : [self.factory];
      return new PyTuple([self.shape.type, new PyTuple(args), null, null, iterItems(self)]);
    });
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      "defaultdicts are generic over two types, signifying (respectively) the types of the dictionary's keys and values",
      newGenericAlias,
    );
    type.member(
      'default_factory',
      'Factory for default value called by __missing__().',
      (self) => self.factory,
      fieldSetter('factory'),
    );
  },
});
