/** `mappingproxy`: a read-only view of any mapping. The namespace of a class is seen through one. */
import { getAttribute } from '../attributes.ts';
import { raiseTypeError } from '../exception.ts';
import { builtinType, newSlot } from '../gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../object.ts';
import { binary, BIT_OR } from '../arithmetic.ts';
import { call, compare, contains, getItem, hashOf, iter, len, repr, str, typeName } from '../operations.ts';
import type { CompareOperator } from '../slots.ts';
import { typeOf } from '../type.ts';
import { newGenericAlias } from './generic-alias.ts';
import { PyList } from './list/list.ts';
import { objectType } from './object.ts';
import { strFromText, textOf } from './str/str.ts';
import { PyTuple } from './tuple.ts';

export class PyMappingProxy extends PyObject {
  readonly mapping: Value;

  constructor(mapping: Value) {
    super();
    this.mapping = mapping;
  }
}

/** Whether the object is a mapping: it has items, and is no sequence of the builtin kind. */
function isMapping(value: Value): boolean {
  return typeOf(value).slots.getItem !== undefined && !(value instanceof PyList) && !(value instanceof PyTuple);
}

function proxyRepr(self: PyMappingProxy): Result {
  const text = repr(self.mapping);
  return text === EXIT ? EXIT : strFromText(`mappingproxy(${textOf(text as Value)})`);
}

const unwrapped = (value: Value): Value => (value instanceof PyMappingProxy ? value.mapping : value);

function callOn(self: PyMappingProxy, name: string, args: Value[]): Result {
  const method = getAttribute(self.mapping, name);
  return method === EXIT ? EXIT : call(method as Value, args);
}

export const mappingProxyType = builtinType<PyMappingProxy>('mappingproxy', {
  base: objectType,
  layout: PyMappingProxy,
  isBaseType: false,
  pattern: 'mapping',
  signature: '(mapping)',
  doc: 'Read-only proxy of a mapping.',
  slots: {
    new: newSlot('mappingproxy(cls, mapping)', (_cls, mapping) =>
      isMapping(mapping)
        ? new PyMappingProxy(mapping)
        : raiseTypeError(`mappingproxy() argument must be a mapping, not ${typeName(mapping)}`),
    ),
    repr: proxyRepr,
    str: (self: PyMappingProxy) => str(self.mapping),
    hash: (self: PyMappingProxy) => hashOf(self.mapping),
    iter: (self: PyMappingProxy) => iter(self.mapping),
    len: (self: PyMappingProxy) => len(self.mapping),
    contains: (self: PyMappingProxy, key) => contains(self.mapping, key),
    getItem: (self: PyMappingProxy, key) => getItem(self.mapping, key),
    compare: (self: PyMappingProxy, other, operator: CompareOperator) => compare(self.mapping, other, operator),
    bitOr: (self: Value, other: Value) => binary(unwrapped(self), unwrapped(other), BIT_OR),
    rbitOr: (self: Value, other: Value) => binary(unwrapped(other), unwrapped(self), BIT_OR),
    inplaceBitOr: (self: PyMappingProxy) =>
      raiseTypeError(`'|=' is not supported by ${typeName(self)}; use '|' instead`),
  },
  define(proxy) {
    proxy.method(
      'get(self, key, default=None, /)',
      'Return the value for key if key is in the mapping, else default.',
      (self, key, fallback) => callOn(self, 'get', [key, fallback]),
    );
    proxy.method('keys(self, /)', "D.keys() -> a set-like object providing a view on D's keys", (self) =>
      callOn(self, 'keys', []),
    );
    proxy.method('values(self, /)', "D.values() -> an object providing a view on D's values", (self) =>
      callOn(self, 'values', []),
    );
    proxy.method('items(self, /)', "D.items() -> a set-like object providing a view on D's items", (self) =>
      callOn(self, 'items', []),
    );
    proxy.method('copy(self, /)', 'D.copy() -> a shallow copy of D', (self) => callOn(self, 'copy', []));
    proxy.method('__reversed__(self, /)', 'D.__reversed__() -> reverse iterator', (self) =>
      callOn(self, '__reversed__', []),
    );
    proxy.classMethod(
      '__class_getitem__(cls, object, /)',
      'mappingproxy objects are generic over two types, signifying (respectively) the types of their keys and values',
      newGenericAlias,
    );
  },
});
