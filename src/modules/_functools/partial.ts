/** `functools.partial`: a callable with some arguments given in advance. */
import { STRIDE, worked } from '../../util/work.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { isOdd, keyOfKeyword } from '../../objspace/gateway/odd-keywords.ts';
import { adopt } from '../../objspace/instance.ts';
import { callWithOne, callWithTwo, ShortCallable } from '../../objspace/gateway/short-calls.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, repr, str } from '../../objspace/operations.ts';
import { enterRepr, leaveRepr } from '../../objspace/repr-guard.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { boundMethod } from '../../objspace/types/descriptors.ts';
import { dictionarySetter } from '../../objspace/types/dictionary-setter.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { dictType } from '../../objspace/types/dict/dict-type.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple, tupleType } from '../../objspace/types/tuple.ts';
import { dictionaryOf, hasAttributes, setDictionary } from './instance-dict.ts';
import { Placeholder } from './placeholder.ts';

export class PyPartial extends ShortCallable {
  callee: Value;
  /** Always an exact tuple, the same one for whoever asks. */
  tuple: PyTuple & Value;
  /** How many of `args` are placeholders. */
  placeholders: number;
  keywords: PyDict;
  attributes: PyDict | null;

  constructor(callee: Value, args: readonly Value[], keywords: PyDict) {
    super();
    this.callee = callee;
    this.tuple = new PyTuple(args) as PyTuple & Value;
    this.placeholders = countPlaceholders(args);
    this.keywords = keywords;
    this.attributes = null;
  }

  get args(): readonly Value[] {
    return this.tuple.items;
  }

  callOne(argument: Value): Result {
    const { tuple } = this;
    if (this.placeholders === 0 && this.keywords.size === 0) {
      if (tuple.length === 1) return callWithTwo(this.callee, tuple.at(0), argument);
      if (tuple.length === 0) return callWithOne(this.callee, argument);
    }
    return callWithItems(this, [argument], null);
  }

  callTwo(first: Value, second: Value): Result {
    return callWithItems(this, [first, second], null);
  }
}

type Keywords = readonly string[] | null;

function countPlaceholders(args: readonly Value[]): number {
  if (args.length >= STRIDE) worked(args.length >> 1);
  let count = 0;
  for (const arg of args) if (arg === Placeholder) count++;
  return count;
}

const trailingPlaceholder = (): Exit => raiseTypeError('trailing Placeholders are not allowed');

function newPartial(cls: PyType, args: Value[], keywords: Keywords): Result {
  const count = args.length - (keywords?.length ?? 0);
  if (count === 0) return raiseTypeError("type 'partial' takes at least one argument");
  const [callee] = args;
  if (typeOf(callee).slots.call === undefined) return raiseTypeError('the first argument must be callable');
  if (count > 1 && args[count - 1] === Placeholder) return trailingPlaceholder();
  const given = args.slice(1, count);
  if (count >= STRIDE) worked(count >> 1);
  const values = args.slice(count);
  if (values.includes(Placeholder)) return raiseTypeError('Placeholder cannot be passed as a keyword argument');
  const partial = flatten(callee, given);
  if (keywords !== null && setKeywords(partial.keywords, keywords, values) === EXIT) return EXIT;
  return cls === partialType ? partial : adopt(partial, cls);
}

/** Work of passing a keyword on. */
const KEYWORD_WORK = 4;

/** Keys that are no str are refused by the call. */
function setKeywords(dict: PyDict, keywords: readonly string[], values: readonly Value[]): true | Exit {
  for (let index = 0; index < keywords.length; index++) {
    worked(KEYWORD_WORK);
    if (!isOdd(keywords[index])) dict.setStr(keywords[index], values[index]);
    else if (dict.set(keyOfKeyword(keywords[index]), values[index]) === EXIT) return EXIT;
  }
  return true;
}

/** A partial of a partial calls the inner one's callee; its placeholders are filled, too many arguments follow. */
function flatten(callee: Value, given: readonly Value[]): PyPartial {
  if (!(callee instanceof PyPartial) || hasAttributes(callee)) return new PyPartial(callee, given, new PyDict());
  const merged = fillPlaceholders(callee.args, given);
  return new PyPartial(callee.callee, merged, callee.keywords.copy());
}

function fillPlaceholders(args: readonly Value[], given: readonly Value[]): Value[] {
  let next = 0;
  if (args.length >= STRIDE) worked(args.length);
  const merged = args.map((arg) => (arg === Placeholder && next < given.length ? given[next++] : arg));
  return merged.concat(given.slice(next));
}

/** Written out for few: arrays that are spread, or of different sorts and concatenated, take several times as long. */
function together(first: readonly Value[], others: readonly Value[]): Value[] {
  if (first.length >= STRIDE) worked(first.length >> 1);
  if (first.length === 1) {
    if (others.length === 1) return [first[0], others[0]];
    if (others.length === 2) return [first[0], others[0], others[1]];
  }
  if (first.length === 0) return others.slice();
  return others.length === 0 ? first.slice() : [...first, ...others];
}

function callPartial(self: PyPartial, args: Value[], keywords: Keywords): Result {
  return args.length === 1 && keywords === null ? self.callOne(args[0]) : callWithItems(self, args, keywords);
}

function callWithItems(self: PyPartial, args: Value[], keywords: Keywords): Result {
  const count = args.length - (keywords?.length ?? 0);
  if (count < self.placeholders) {
    return raiseTypeError(
      `missing positional arguments in 'partial' call; expected at least ${self.placeholders}, got ${count}`,
    );
  }
  if (keywords === null && self.keywords.size === 0) {
    return call(self.callee, self.placeholders === 0 ? together(self.args, args) : fillPlaceholders(self.args, args));
  }
  const positional = fillPlaceholders(self.args, args.slice(0, count));
  return callWithKeywords(self, positional, args.slice(count), keywords ?? []);
}

/** `args`: the positional ones, which the others are put behind. */
function callWithKeywords(
  self: PyPartial,
  args: Value[],
  values: readonly Value[],
  keywords: readonly string[],
): Result {
  const names: string[] = [];
  const known = self.keywords;
  for (let position = known.nextPosition(0); position >= 0; position = known.nextPosition(position + 1)) {
    const name = known.keyAt(position);
    if (!isText(name)) return raiseTypeError('keywords must be strings');
    worked(KEYWORD_WORK);
    names.push(textOf(name));
    args.push(known.valueAt(position));
  }
  if (keywords.length > 0) replaceKeywords(args, names, values, keywords);
  return call(self.callee, args, names.length === 0 ? null : names);
}

/** Keywords of the call replace those of the partial, in their places; new ones follow. */
function replaceKeywords(args: Value[], names: string[], values: readonly Value[], keywords: readonly string[]): void {
  const first = args.length - names.length;
  const places = new Map(names.map((name, index) => [name, first + index]));
  for (let index = 0; index < keywords.length; index++) {
    const place = places.get(keywords[index]);
    if (place !== undefined) {
      args[place] = values[index];
      continue;
    }
    names.push(keywords[index]);
    args.push(values[index]);
  }
}

function partialRepr(self: PyPartial): Result {
  if (!enterRepr(self)) return '...';
  const text = describe(self);
  leaveRepr(self);
  return text === EXIT ? EXIT : strFromText(text as string);
}

function describe(self: PyPartial): string | Exit {
  // Showing the parts may run code that gives the partial a new state: what it had at the start is shown.
  const { callee, args, keywords } = self;
  const { type } = self.shape;
  const module = type.isHeapType ? type.lookup('__module__') : type.module;
  const parts: string[] = [];
  for (const value of [callee, ...args]) {
    const text = repr(value);
    if (text === EXIT) return EXIT;
    parts.push(textOf(text as Value));
  }
  for (let position = keywords.nextPosition(0); position >= 0; position = keywords.nextPosition(position + 1)) {
    const value = keywords.valueAt(position);
    const name = str(keywords.keyAt(position));
    const text = name === EXIT ? EXIT : repr(value);
    if (text === EXIT) return EXIT;
    parts.push(`${textOf(name as Value)}=${textOf(text as Value)}`);
  }
  return `${typeof module === 'string' ? `${module}.` : ''}${type.qualname}(${parts.join(', ')})`;
}

/** `(func, args, keywords, attributes)` as `__reduce__` gave it. */
function setState(self: PyPartial, state: Value): Result {
  const invalid = (): Exit => raiseTypeError('invalid partial state');
  if (!(state instanceof PyTuple) || state.items.length !== 4) return invalid();
  const [callee, args, keywords, attributes] = state.items;
  if (typeOf(callee).slots.call === undefined || !(args instanceof PyTuple)) return invalid();
  if (keywords !== null && !(keywords instanceof PyDict)) return invalid();
  if (args.items.length > 0 && args.items.at(-1) === Placeholder) return trailingPlaceholder();
  if (attributes !== null && !(attributes instanceof PyDict)) return invalid();
  self.callee = callee;
  self.tuple = (args.shape === tupleType.instanceShape ? args : new PyTuple(args.items)) as PyTuple & Value;
  self.placeholders = countPlaceholders(args.items);
  self.keywords =
    keywords === null ? new PyDict() : keywords.shape === dictType.instanceShape ? keywords : keywords.copy();
  setDictionary(self, attributes instanceof PyDict ? attributes : null);
  return null;
}

export const partialType: PyType = builtinType<PyPartial>('partial', {
  base: objectType,
  layout: PyPartial,
  module: 'functools',
  signature: '(func, /, *args, **keywords)',
  doc: 'Create a new function with partial application of the given arguments\nand keywords.',
  dictionary: (self: PyPartial, create) => (create ? dictionaryOf(self) : self.attributes),
  slots: {
    new: newPartial,
    init: () => true,
    call: callPartial,
    repr: partialRepr,
    get: (self: PyPartial, instance) =>
      instance === undefined || instance === null ? self : boundMethod.of(self, instance),
  },
  define(type) {
    type.member('func', 'function object to use in future partial calls', (self) => self.callee, readonlyMember);
    type.member('args', 'tuple of arguments to future partial calls', (self) => self.tuple, readonlyMember);
    type.member(
      'keywords',
      'dictionary of keyword arguments to future partial calls',
      (self) => self.keywords,
      readonlyMember,
    );
    type.getset('__dict__', null, (self) => dictionaryOf(self), dictionarySetter(setDictionary));
    type.method('__reduce__(self, /)', null, (self) => {
      const attributes = hasAttributes(self) ? dictionaryOf(self) : null;
      const state = new PyTuple([self.callee, self.tuple, self.keywords, attributes]);
      return new PyTuple([self.shape.type, new PyTuple([self.callee]), state]);
    });
    type.method('__setstate__(self, object, /)', null, setState);
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      "partial is generic over the wrapped function's return type",
      newGenericAlias,
    );
  },
});

function readonlyMember(): Exit {
  return raise('AttributeError', 'readonly attribute');
}
