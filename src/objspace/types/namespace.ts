/** `types.SimpleNamespace`: an object that is nothing but its attributes. */
import { callType } from './type.ts';
import { raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { adopt, becomeDictionary, installDictionary } from '../instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../object.ts';
import { compare, fullTypeName, repr } from '../operations.ts';
import { enterRepr, leaveRepr } from '../repr-guard.ts';
import type { Shaped } from '../shape.ts';
import { type PyType, typeOf } from '../type.ts';
import { PyDict } from './dict/dict.ts';
import { updateFromArguments } from './dict/update.ts';
import { NotImplemented } from './not-implemented.ts';
import { objectType } from './object.ts';
import { isText, textOf } from './str/str.ts';
import { PyTuple } from './tuple.ts';

export class PyNamespace extends PyObject {
  readonly dict: PyDict;
  constructor() {
    super();
    this.dict = new PyDict();
  }
}

/** A namespace with these attributes, for host code (`sys.implementation`). */
export function newNamespace(attributes: Iterable<readonly [string, Value]>): PyNamespace {
  const namespace = new PyNamespace();
  for (const [name, value] of attributes) namespace.dict.setStr(name, value);
  return namespace;
}

/** The attributes; instances of Python classes keep theirs as all instances do. */
function attributesOf(self: PyNamespace): PyDict {
  return typeOf(self).isHeapType ? becomeDictionary(self as unknown as Shaped) : self.dict;
}

function namespaceNew(cls: PyType): Result {
  const namespace = new PyNamespace();
  if (cls === namespaceType) return namespace;
  adopt(namespace, cls);
  installDictionary(namespace as unknown as Shaped, namespace.dict);
  return namespace;
}

function namespaceInit(self: PyNamespace, args: Value[], keywords: readonly string[] | null): true | Exit {
  const count = args.length - (keywords?.length ?? 0);
  if (count > 1) return raiseTypeError(`${typeOf(self).name} expected at most 1 argument, got ${count}`);
  const given = new PyDict();
  if (updateFromArguments(given, 'SimpleNamespace', args, keywords) === EXIT) return EXIT;
  const target = attributesOf(self);
  for (let position = given.nextPosition(0); position >= 0; position = given.nextPosition(position + 1)) {
    const key = given.keyAt(position);
    if (!isText(key)) return raiseTypeError('keywords must be strings');
    if (target.set(key, given.valueAt(position)) === EXIT) return EXIT;
  }
  return true;
}

function namespaceRepr(self: PyNamespace): Result {
  const name = typeOf(self) === namespaceType ? 'namespace' : typeOf(self).name;
  if (!enterRepr(self)) return `${name}(...)`;
  const text = reprAttributes(attributesOf(self));
  leaveRepr(self);
  return text === EXIT ? EXIT : `${name}(${text})`;
}

function reprAttributes(dict: PyDict): string | Exit {
  const texts: string[] = [];
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
    const key = dict.keyAt(position);
    if (!isText(key) || textOf(key) === '') continue;
    const text = repr(dict.valueAt(position));
    if (text === EXIT) return EXIT;
    texts.push(`${textOf(key)}=${textOf(text as Value)}`);
  }
  return texts.join(', ');
}

/** `copy.replace(namespace, name=value)`. */
function replace(self: PyNamespace, changes: ReadonlyMap<string, Value>): Result {
  const result = callType(typeOf(self), [], null);
  if (result === EXIT) return EXIT;
  if (!(result instanceof PyNamespace)) {
    const got = `${fullTypeName(self)}() returned '${fullTypeName(result as Value)}' object`;
    return raiseTypeError(`expect types.SimpleNamespace type, but ${got}`);
  }
  const target = attributesOf(result);
  const own = attributesOf(self);
  for (const name of own.strKeys()) target.setStr(name, own.getStr(name)!);
  for (const [name, value] of changes) target.setStr(name, value);
  return result;
}

export const namespaceType: PyType = builtinType<PyNamespace>('SimpleNamespace', {
  base: objectType,
  layout: PyNamespace,
  module: 'types',
  signature: '(mapping_or_iterable=(), /, **kwargs)',
  doc: 'A simple attribute-based namespace.',
  dictionary: (self: PyNamespace) => self.dict,
  slots: {
    new: namespaceNew,
    init: namespaceInit,
    repr: namespaceRepr,
    compare: (self: PyNamespace, other, operator) =>
      other instanceof PyNamespace ? compare(attributesOf(self), attributesOf(other), operator) : NotImplemented,
  },
  define(type) {
    type.member('__dict__', null, (self) => self.dict);
    type.method(
      '__reduce__(self, /)',
      'Return state information for pickling',
      (self) => new PyTuple([typeOf(self), new PyTuple([]) as Value, attributesOf(self)]) as Value,
    );
    type.method(
      '__replace__(self, /, **changes)',
      'Return a copy of the namespace object with new values for the specified attributes.',
      replace,
    );
  },
});
