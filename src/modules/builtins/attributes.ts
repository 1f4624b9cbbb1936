/** Built-in functions on attributes and identity: `getattr`, `hasattr`, `dir`, `vars`, `hash`, `id`, `callable` ... */
import { findAttribute, getAttribute, setAttribute } from '../../objspace/attributes.ts';
import { isRefused } from '../../objspace/audit.ts';
import { error, orThrow, raiseTypeError } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { identityOf } from '../../objspace/identity.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, hashOf, itemsOf, lookupSpecial, typeName } from '../../objspace/operations.ts';
import { swallow } from '../../objspace/exception.ts';
import { typeOf } from '../../objspace/type.ts';
import { sortList } from '../../objspace/types/list/sort.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { frameLocals, currentFrame } from '../../interpreter/locals.ts';

function nameOf(name: Value): string {
  if (!isText(name)) throw error('TypeError', `attribute name must be string, not '${typeName(name)}'`);
  return textOf(name);
}

function getattr(object: Value, name: Value, fallback: Value | undefined): Result {
  const text = nameOf(name);
  if (fallback === undefined) return getAttribute(object, text);
  const value = findAttribute(object, text);
  return value === undefined ? fallback : value;
}

function hasattr(object: Value, name: Value): boolean | Exit {
  const value = findAttribute(object, nameOf(name));
  return value === EXIT ? EXIT : value !== undefined;
}

function names(object: Value | undefined): Result {
  const list = object === undefined ? localNames() : directoryOf(object);
  if (list === EXIT) return EXIT;
  return sortList(list as PyList, null, false) === EXIT ? EXIT : (list as Value);
}

function localNames(): Value | Exit {
  const items = itemsOf(orThrow(call(orThrow(getAttribute(orThrow(frameLocals(currentFrame())), 'keys')), [])));
  return items === EXIT ? EXIT : (PyList.of(items as Value[]) as Value);
}

function directoryOf(object: Value): Value | Exit {
  const method = lookupSpecial(object, '__dir__');
  if (method === EXIT) return EXIT;
  if (method === undefined) return raiseTypeError('object does not provide __dir__');
  const result = call(method as Value, []);
  const items = result === EXIT ? EXIT : itemsOf(result as Value);
  return items === EXIT ? EXIT : (PyList.of(items as Value[]) as Value);
}

function vars(object: Value | undefined): Result {
  if (object === undefined) return frameLocals(currentFrame());
  const dict = findAttribute(object, '__dict__');
  if (dict === EXIT && !swallow('AttributeError')) return EXIT;
  return dict === undefined || dict === EXIT ? raiseTypeError('vars() argument must have __dict__ attribute') : dict;
}

export function defineAttributes(module: ModuleBuilder): void {
  module.function(
    'callable(obj, /)',
    'Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.',
    (object) => typeOf(object).slots.call !== undefined,
  );
  module.function(
    'delattr(obj, name, /)',
    "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``",
    (object, name) => {
      return setAttribute(object, nameOf(name), undefined) === EXIT ? EXIT : null;
    },
  );
  module.function(
    '@dir(object=<absent>, /)',
    "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it.\nIf the object supplies a method named __dir__, it will be used; otherwise\nthe default dir() logic is used and returns:\n  for a module object: the module's attributes.\n  for a class object:  its attributes, and recursively the attributes\n    of its bases.\n  for any other object: its attributes, its class's attributes, and\n    recursively the attributes of its class's base classes.",
    names,
  );
  module.function(
    '@getattr(object, name, default=<absent>, /)',
    "Get a named attribute from an object.\n\ngetattr(x, 'y') is equivalent to ``x.y``\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.",
    getattr,
  );
  module.function(
    'hasattr(obj, name, /)',
    'Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.',
    hasattr,
  );
  module.function(
    'hash(obj, /)',
    'Return the integer hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.',
    hashOf,
  );
  module.function(
    'id(obj, /)',
    "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.\n(CPython uses the object's memory address.)",
    (object) => {
      const identity = identityOf(object);
      return isRefused('builtins.id', identity) ? EXIT : identity;
    },
  );
  module.function(
    'setattr(obj, name, value, /)',
    "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``",
    (object, name, value) => {
      return setAttribute(object, nameOf(name), value) === EXIT ? EXIT : null;
    },
  );
  module.function(
    '@vars(object=<absent>, /)',
    'vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.',
    vars,
  );
}
