/** `BaseException`: what every exception has. The host class is in objspace/exception.ts. */
import { isOdd, ODD_KEYWORDS_TEXT } from '../../gateway/odd-keywords.ts';
import { findAttribute, genericSetAttribute, setAttribute } from '../../attributes.ts';
import { exceptionTypes, PyBaseException, raiseTypeError } from '../../exception.ts';
import { builtinType, type TypeBuilder } from '../../gateway/builtin-type.ts';
import { ownAttribute, ownAttributeNames } from '../../instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { itemsOf, repr, str, argumentName, typeName } from '../../operations.ts';
import type { Shaped } from '../../shape.ts';
import { state } from '../../state.ts';
import { type PyType, typeOf } from '../../type.ts';
import { dictionarySetter } from '../dictionary-setter.ts';
import { PyDict } from '../dict/dict.ts';
import { PyList } from '../list/list.ts';
import { objectType } from '../object.ts';
import { isText, textOf } from '../str/str.ts';
import { PyTuple } from '../tuple.ts';

/** An exception of the class, without running `__init__`. Objects of Python classes get the field that shapes need (instance.ts). */
export function newInstance(cls: PyType, args: readonly Value[]): PyBaseException {
  const exception = new PyBaseException(cls.instanceShape, args);
  if (cls.isHeapType) (exception as unknown as Shaped).rest = null;
  return exception;
}

/** `BaseException.__new__`: takes and ignores keywords, which are `__init__`'s business. */
export function exceptionNew(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  return newInstance(cls, keywords === null ? args : args.slice(0, args.length - keywords.length));
}

export function exceptionInit(self: PyBaseException, args: Value[], keywords: readonly string[] | null): true | Exit {
  if (keywords !== null) return raiseTypeError(`${typeName(self)}() takes no keyword arguments`);
  self.args = args;
  return true;
}

// ── Members of their own ─────────────────────────────────────────────────────────────────────────────────────────

export type Fields = Map<string, Value>;

/** Per type with members of its own: what they are in an exception made by host code, from its `args` alone. */
const derivations = new Map<PyType, (args: readonly Value[]) => Fields>();

export function deriveFields(type: PyType, derive: (args: readonly Value[]) => Fields): void {
  derivations.set(type, derive);
}

/** The members of a special exception, made at the first look if host code raised it without. */
export function fieldsOf(self: PyBaseException): Fields {
  if (self.fields !== null) return self.fields;
  for (const type of self.shape.type.mro) {
    const derive = derivations.get(type);
    if (derive === undefined) continue;
    self.fields = derive(self.args);
    return self.fields;
  }
  self.fields = new Map();
  return self.fields;
}

/** The value of a member, None if it has none. */
export function fieldOf(self: PyBaseException, name: string): Value {
  const value = fieldsOf(self).get(name);
  return value === undefined ? null : value;
}

/** A writable member; deleting it makes it None. */
export function defineField(type: TypeBuilder<PyBaseException>, name: string, doc: string): void {
  type.member(
    name,
    doc,
    (self) => fieldOf(self, name),
    (self, value) => {
      if (value === undefined) fieldsOf(self).delete(name);
      else fieldsOf(self).set(name, value);
      return true;
    },
  );
}

/** Splits off the keyword arguments of a call. */
export function splitKeywords(
  args: Value[],
  keywords: readonly string[] | null,
): { positional: Value[]; named: Map<string, Value> } {
  const named = new Map<string, Value>();
  if (keywords === null) return { positional: args, named };
  const count = args.length - keywords.length;
  for (const [index, keyword] of keywords.entries()) named.set(keyword, args[count + index]);
  return { positional: args.slice(0, count), named };
}

/** The error of the first keyword that such an exception does not take; `undefined` if there is none. */
export function keywordError(
  typeName: string,
  named: ReadonlyMap<string, Value>,
  allowed: readonly string[],
): Exit | undefined {
  if (named.size > allowed.length) {
    const plural = allowed.length === 1 ? '' : 's';
    return raiseTypeError(
      `${typeName}() takes at most ${allowed.length} keyword argument${plural} (${named.size} given)`,
    );
  }
  for (const name of named.keys()) {
    if (isOdd(name)) return raiseTypeError(ODD_KEYWORDS_TEXT);
    if (!allowed.includes(name)) return raiseTypeError(`${typeName}() got an unexpected keyword argument '${name}'`);
  }
  return undefined;
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export function exceptionStr(self: PyBaseException): Result {
  if (self.args.length === 0) return '';
  return self.args.length === 1 ? str(self.args[0]) : repr(new PyTuple(self.args) as Value);
}

function exceptionRepr(self: PyBaseException): Result {
  const single = self.args.length === 1;
  const text = repr(single ? self.args[0] : (new PyTuple(self.args) as Value));
  if (text === EXIT) return EXIT;
  return `${typeOf(self).name}${single ? `(${textOf(text as Value)})` : textOf(text as Value)}`;
}

// ── Dictionary ───────────────────────────────────────────────────────────────────────────────────────────────────

function exceptionDictionary(self: PyBaseException, create: boolean): PyDict | null {
  if (self.attributes === null && create) self.attributes = new PyDict();
  return self.attributes;
}

/** A copy of the object's own attributes, wherever they are; `undefined` if it has none. */
export function attributesCopy(self: PyBaseException): PyDict | undefined {
  if (!self.shape.type.isHeapType)
    return self.attributes === null || self.attributes.size === 0 ? undefined : self.attributes.copy();
  const shaped = self as unknown as Shaped;
  const names = ownAttributeNames(shaped);
  if (names.length === 0) return undefined;
  const dict = new PyDict();
  for (const name of names) dict.setStr(name, ownAttribute(shaped, name)!);
  return dict;
}

/** An attribute in the object's own dictionary. */
export function exceptionAttribute(self: PyBaseException, name: string): Value | undefined {
  if (self.shape.type.hasDict) return ownAttribute(self as unknown as Shaped, name);
  return self.attributes === null ? undefined : self.attributes.getStr(name);
}

// ── Chaining ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Set by interpreter/traceback.ts: whether a value is a traceback object. */
export const tracebacks = { isTraceback: (_value: Value): boolean => false };

function setTraceback(self: PyBaseException, value: Value | undefined): true | Exit {
  if (value === undefined) return raiseTypeError('__traceback__ may not be deleted');
  if (value !== null && !tracebacks.isTraceback(value))
    return raiseTypeError('__traceback__ must be a traceback or None');
  self.traceback = value;
  return true;
}

function setContext(self: PyBaseException, value: Value | undefined): true | Exit {
  if (value === undefined) return raiseTypeError('__context__ may not be deleted');
  if (value !== null && !(value instanceof PyBaseException)) {
    return raiseTypeError('exception context must be None or derive from BaseException');
  }
  self.context = value;
  return true;
}

function setCause(self: PyBaseException, value: Value | undefined): true | Exit {
  if (value === undefined) return raiseTypeError('__cause__ may not be deleted');
  if (value !== null && !(value instanceof PyBaseException)) {
    return raiseTypeError('exception cause must be None or derive from BaseException');
  }
  self.cause = value;
  self.suppressContext = true;
  return true;
}

function setSuppressContext(self: PyBaseException, value: Value | undefined): true | Exit {
  if (value === undefined) return raiseTypeError("can't delete numeric/char attribute");
  if (typeof value !== 'boolean') return raiseTypeError('attribute value type must be bool');
  self.suppressContext = value;
  return true;
}

function setArgs(self: PyBaseException, value: Value | undefined): true | Exit {
  if (value === undefined) return raiseTypeError('args may not be deleted');
  const items = itemsOf(value);
  if (items === EXIT) return EXIT;
  // Members that follow from the arguments given at first keep their values.
  fieldsOf(self);
  self.args = items as Value[];
  return true;
}

// ── Notes and pickling ───────────────────────────────────────────────────────────────────────────────────────────

function addNote(self: PyBaseException, note: Value): Result {
  if (!isText(note)) return raiseTypeError(`add_note() argument must be str, not ${argumentName(note)}`);
  const notes = findAttribute(self, '__notes__');
  if (notes === EXIT) return EXIT;
  if (notes === undefined) return setAttribute(self, '__notes__', PyList.of([note])) === EXIT ? EXIT : null;
  if (!(notes instanceof PyList)) return raiseTypeError('Cannot add note: __notes__ is not a list');
  notes.append(note);
  return null;
}

/** Adds a note on behalf of host code to the exception in flight. */
export function noteInFlight(text: string): void {
  const exception = state.exception!;
  state.exception = null;
  addNote(exception, text);
  state.exception = exception;
}

/** `(class, args)`, with the state where there is one: what `copyreg` makes exceptions of. */
export function reduced(self: PyBaseException, args: readonly Value[], stateValue: Value | undefined): Value {
  const parts: Value[] = [typeOf(self), new PyTuple(args) as Value];
  if (stateValue !== undefined) parts.push(stateValue);
  return new PyTuple(parts) as Value;
}

function setState(self: PyBaseException, given: Value): Result {
  if (given === null) return null;
  if (!(given instanceof PyDict)) return raiseTypeError('state is not a dictionary');
  for (let position = given.nextPosition(0); position >= 0; position = given.nextPosition(position + 1)) {
    const key = given.keyAt(position);
    if (!isText(key)) return raiseTypeError(`attribute name must be string, not '${typeName(key)}'`);
    if (setAttribute(self, textOf(key), given.valueAt(position)) === EXIT) return EXIT;
  }
  return null;
}

export const baseExceptionType: PyType = builtinType<PyBaseException>('BaseException', {
  base: objectType,
  layout: PyBaseException,
  doc: 'Common base class for all exceptions',
  dictionary: exceptionDictionary,
  slots: {
    new: exceptionNew,
    init: exceptionInit,
    str: exceptionStr,
    repr: exceptionRepr,
    setAttribute: genericSetAttribute,
  },
  define(type) {
    type.method('__reduce__(self, /)', 'Helper for pickle.', (self) => reduced(self, self.args, attributesCopy(self)));
    type.method('__setstate__(self, state, /)', null, setState);
    type.method('with_traceback(self, tb, /)', 'Set self.__traceback__ to tb and return self.', (self, traceback) =>
      setTraceback(self, traceback) === EXIT ? EXIT : self,
    );
    type.method('add_note(self, note, /)', 'Add a note to the exception', addNote);
    type.getset('args', null, (self) => new PyTuple(self.args) as Value, setArgs);
    type.getset('__traceback__', null, (self) => self.traceback, setTraceback);
    type.getset('__context__', null, (self) => self.context, setContext);
    type.getset('__cause__', null, (self) => self.cause, setCause);
    type.member('__suppress_context__', null, (self) => self.suppressContext, setSuppressContext);
    type.getset(
      '__dict__',
      null,
      (self) => exceptionDictionary(self, true),
      dictionarySetter((self, dict) => {
        self.attributes = dict;
      }),
    );
  },
});
exceptionTypes['BaseException'] = baseExceptionType;
