/** `ast.AST`: construction from fields, repr, pickling, `__replace__`. */
import { isOdd, keyOfKeyword } from '../../objspace/gateway/odd-keywords.ts';
import { findAttribute, setAttribute } from '../../objspace/attributes.ts';
import { exceptionTypes, raise, raiseTypeError } from '../../objspace/exception.ts';
import { TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { becomeDictionary, isShaped, type PyInstance } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, equals, itemsOf, repr, typeName } from '../../objspace/operations.ts';
import { enterRepr, leaveRepr } from '../../objspace/repr-guard.ts';
import { updateSlots } from '../../objspace/slot-wrappers.ts';
import { state } from '../../objspace/state.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { GenericAlias } from '../../objspace/types/generic-alias.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { listType } from '../../objspace/types/list/list-type.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { PyUnion } from '../../objspace/types/union.ts';
import { nodeTypes } from './node-types.ts';

/** The class as texts name it. */
function className(type: PyType): string {
  return type === nodeTypes().ast ? 'ast.AST' : type.name;
}

/** The names in `_fields` or `_attributes`, as they are: a program may have put anything there. */
function itemsIn(object: Value, attribute: '_fields' | '_attributes'): Value[] | Exit {
  const found = findAttribute(object, attribute);
  if (found === EXIT) return EXIT;
  if (found !== undefined) return itemsOf(found as Value);
  if (attribute === '_attributes') return [];
  const owner =
    object instanceof PyType ? `type object '${className(object)}'` : `'${className(typeOf(object))}' object`;
  return raise('AttributeError', `${owner} has no attribute '_fields'`);
}

function namesOf(object: Value, attribute: '_fields' | '_attributes'): string[] | Exit {
  const items = itemsIn(object, attribute);
  return items === EXIT ? EXIT : (items as Value[]).filter(isText).map(textOf);
}

function warn(message: string): boolean {
  return state.interpreter.warn(exceptionTypes['DeprecationWarning'], message, 1);
}

// ── __init__ ─────────────────────────────────────────────────────────────────────────────────────────────────────

function init(self: Value, args: Value[], keywords: ReadonlyMap<string, Value>): Result {
  const type = typeOf(self);
  const fields = namesOf(type, '_fields');
  if (fields === EXIT) return EXIT;
  const names = fields as string[];
  if (args.length > names.length) {
    const plural = names.length === 1 ? '' : 's';
    return raiseTypeError(`${type.name} constructor takes at most ${names.length} positional argument${plural}`);
  }
  const missing = new Set(names);
  for (let index = 0; index < args.length; index++) {
    missing.delete(names[index]);
    if (setAttribute(self, names[index], args[index]) === EXIT) return EXIT;
  }
  for (const [name, value] of keywords) {
    const done = isOdd(name)
      ? setOdd(type, names, missing, keyOfKeyword(name))
      : setKeyword(self, type, names, missing, name, value);
    if (done === EXIT) return EXIT;
  }
  if (warnOfOthers(type) === EXIT) return EXIT;
  return fillMissing(self, type, missing) === EXIT ? EXIT : null;
}

/** Fields whose names are no strings are missing from everything. */
function warnOfOthers(type: PyType): true | Exit {
  const items = itemsIn(type, '_fields');
  if (items === EXIT) return EXIT;
  if (!(type.lookup('_field_types') instanceof PyDict)) return true;
  for (const item of items as Value[]) {
    if (isText(item)) continue;
    const shown = repr(item);
    if (shown === EXIT) return EXIT;
    const message = `Field ${textOf(shown as Value)} is missing from ${className(type)}._field_types. This will become an error in Python 3.15.`;
    if (!warn(message)) return EXIT;
  }
  return true;
}

function setKeyword(
  self: Value,
  type: PyType,
  fields: string[],
  missing: Set<string>,
  name: string,
  value: Value,
): true | Exit {
  if (fields.includes(name)) {
    if (!missing.delete(name)) return raiseTypeError(`${type.name} got multiple values for argument '${name}'`);
  } else {
    const attributes = namesOf(type, '_attributes');
    if (attributes === EXIT) return EXIT;
    if (!(attributes as string[]).includes(name) && !warn(unexpectedText(type, `'${name}'`))) return EXIT;
  }
  return setAttribute(self, name, value);
}

/** A name that is no str, but may equal one. There is no attribute of such a name: that is the error behind the others. */
function setOdd(type: PyType, fields: readonly string[], missing: ReadonlySet<string>, key: Value): Exit {
  const field = fields.find((name) => equals(key, name) === true);
  const shown = state.exception === null ? repr(key) : EXIT;
  if (shown === EXIT) return EXIT;
  const text = textOf(shown as Value);
  if (field !== undefined && !missing.has(field))
    return raiseTypeError(`${type.name} got multiple values for argument ${text}`);
  if (field === undefined && !warn(unexpectedText(type, text))) return EXIT;
  return raiseTypeError(`attribute name must be string, not '${typeName(key)}'`);
}

function unexpectedText(type: PyType, shown: string): string {
  return `${className(type)}.__init__ got an unexpected keyword argument ${shown}. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.`;
}

/** Fields that were not given: None where optional, an empty list, the Load context; anything else is deprecated. */
function fillMissing(self: Value, type: PyType, missing: ReadonlySet<string>): true | Exit {
  if (missing.size === 0) return true;
  const types = findAttribute(type, '_field_types');
  if (types === EXIT) return EXIT;
  if (!(types instanceof PyDict)) return true;
  for (const name of missing) {
    const fieldType = types.getStr(name);
    if (fieldType === undefined) {
      const message = `Field '${name}' is missing from ${className(type)}._field_types. This will become an error in Python 3.15.`;
      if (!warn(message)) return EXIT;
      continue;
    }
    if (fillField(self, type, name, fieldType) === EXIT) return EXIT;
  }
  return true;
}

function fillField(self: Value, type: PyType, name: string, fieldType: Value): true | Exit {
  // An optional field has None from its class already.
  if (fieldType instanceof PyUnion) return true;
  if (fieldType instanceof GenericAlias && fieldType.origin === listType)
    return setAttribute(self, name, PyList.of([]));
  const { byName, singletons, byKind } = nodeTypes();
  if (fieldType === byName.get('expr_context'))
    return setAttribute(self, name, singletons[byKind.indexOf(byName.get('Load')!)]!);
  const message = `${className(type)}.__init__ missing 1 required positional argument: '${name}'. This will become an error in Python 3.15.`;
  return warn(message) ? true : EXIT;
}

// ── __repr__ ─────────────────────────────────────────────────────────────────────────────────────────────────────

const MAX_DEPTH = 3;

/** Shows fields three levels deep, and of a list the first and the last item. */
function reprNode(self: Value, depth: number): string | Exit {
  const name = className(typeOf(self));
  if (depth <= 0) return `${name}(...)`;
  if (!enterRepr(self as object)) return `${name}(...)`;
  const text = reprFields(self, name, depth);
  leaveRepr(self as object);
  return text;
}

function reprFields(self: Value, name: string, depth: number): string | Exit {
  const fields = namesOf(self, '_fields');
  if (fields === EXIT) return EXIT;
  const parts: string[] = [];
  for (const field of fields as string[]) {
    const value = findAttribute(self, field);
    if (value === EXIT) return EXIT;
    if (value === undefined)
      return raise('AttributeError', `'${typeOf(self).name}' object has no attribute '${field}'`);
    const shown = reprValue(value as Value, depth);
    if (shown === EXIT) return EXIT;
    parts.push(`${field}=${shown as string}`);
  }
  return `${name}(${parts.join(', ')})`;
}

function reprValue(value: Value, depth: number): string | Exit {
  if (value instanceof PyList) return reprSequence(value.toArray(), '[', ']', depth);
  if (value instanceof PyTuple) return reprSequence(value.items, '(', ')', depth);
  return reprItem(value, depth - 1);
}

function reprSequence(items: readonly Value[], open: string, close: string, depth: number): string | Exit {
  const shown: string[] = [];
  for (const item of items.length > 1 ? [items[0], items[items.length - 1]] : items) {
    const text = reprItem(item, depth - 1);
    if (text === EXIT) return EXIT;
    shown.push(text as string);
  }
  return `${open}${shown.join(items.length > 2 ? ', ..., ' : ', ')}${close}`;
}

function reprItem(value: Value, depth: number): string | Exit {
  if (typeOf(value).isSubtypeOf(nodeTypes().ast)) return reprNode(value, depth);
  const text = repr(value);
  return text === EXIT ? EXIT : textOf(text as Value);
}

// ── Pickling and replacing ───────────────────────────────────────────────────────────────────────────────────────

function dictionaryOf(self: Value): PyDict {
  return isShaped(self) ? becomeDictionary(self) : new PyDict();
}

/** The class is called with None for what is required; the attributes follow as state. */
function reduce(self: Value): Result {
  const fields = namesOf(self, '_fields');
  if (fields === EXIT) return EXIT;
  const dict = dictionaryOf(self);
  const placeholders: Value[] = [];
  for (const field of fields as string[]) {
    if (dict.getStr(field) === undefined) break;
    placeholders.push(null);
  }
  return new PyTuple([typeOf(self), new PyTuple(placeholders), dict]);
}

function replace(self: Value, changes: ReadonlyMap<string, Value>): Result {
  const type = typeOf(self);
  const fields = namesOf(type, '_fields');
  const attributes = fields === EXIT ? EXIT : namesOf(type, '_attributes');
  if (attributes === EXIT) return EXIT;
  const allowed = [...(fields as string[]), ...(attributes as string[])];
  const old = dictionaryOf(self);
  const wrong = checkReplacement(type, fields as string[], allowed, old, changes);
  if (wrong !== undefined) return wrong;
  const values = new Map<string, Value>();
  // What a program has added to the node is not copied.
  for (const name of old.strKeys()) if (allowed.includes(name)) values.set(name, old.getStr(name)!);
  for (const [name, value] of changes) values.set(name, value);
  return call(type, [...values.values()], [...values.keys()]);
}

function checkReplacement(
  type: PyType,
  fields: readonly string[],
  allowed: readonly string[],
  old: PyDict,
  changes: ReadonlyMap<string, Value>,
): Exit | undefined {
  const name = className(type);
  const unknown = [...changes.keys()].find((key) => !allowed.includes(key));
  if (unknown !== undefined) {
    const shown = isOdd(unknown) ? repr(keyOfKeyword(unknown)) : `'${unknown}'`;
    if (shown === EXIT) return EXIT;
    return raiseTypeError(`${name}.__replace__ got an unexpected keyword argument ${textOf(shown as Value)}.`);
  }
  const missing = fields.filter(
    (field) => !changes.has(field) && old.getStr(field) === undefined && isRequired(type, field),
  );
  if (missing.length === 0) return undefined;
  const list = missing.map((field) => `'${field}'`).join(', ');
  return raiseTypeError(
    `${name}.__replace__ missing ${missing.length} keyword argument${missing.length === 1 ? '' : 's'}: ${list}.`,
  );
}

function isRequired(type: PyType, field: string): boolean {
  const types = findAttribute(type, '_field_types');
  const fieldType = types instanceof PyDict ? types.getStr(field) : undefined;
  const isList = fieldType instanceof GenericAlias && fieldType.origin === listType;
  return fieldType !== undefined && !(fieldType instanceof PyUnion) && !isList && type.lookup(field) === undefined;
}

/** Puts the methods into the class `AST`. */
export function adoptMethods(type: PyType): void {
  const builder = new TypeBuilder<PyInstance>(type);
  builder.method(
    '__init__(self, /, *args, **kwargs)',
    'Initialize self.  See help(type(self)) for accurate signature.',
    (self, args, keywords) => init(self as Value, args, keywords),
  );
  builder.method('__repr__(self, /)', 'Return repr(self).', (self) => reprNode(self as Value, MAX_DEPTH));
  builder.method('__reduce__(self, /)', '', (self) => reduce(self as Value));
  builder.method(
    '__replace__(self, /, **fields)',
    'Return a copy of the AST node with new values for the specified fields.',
    (self, fields) => replace(self as Value, fields),
  );
  type.modified();
  updateSlots(type);
}
