/**
 * `FrameLocalsProxy`, the `f_locals` of a function's frame (PEP 667: https://peps.python.org/pep-0667/): reads and writes the variables
 * themselves. Names that the function does not have are kept beside them, in a dictionary; only those can be removed.
 */
import { BIT_OR, binary } from '../objspace/arithmetic.ts';
import { raise, raiseTypeError } from '../objspace/exception.ts';
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../objspace/object.ts';
import {
  callSpecial,
  compare,
  equals,
  hashOf,
  itemsOf,
  iter,
  iterate,
  repr,
  typeName,
} from '../objspace/operations.ts';
import { enterRepr, leaveRepr } from '../objspace/repr-guard.ts';
import { type CompareOperator, EQ, NE } from '../objspace/slots.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { NotImplemented } from '../objspace/types/not-implemented.ts';
import { objectType } from '../objspace/types/object.ts';
import { isText, strOfName, textOf } from '../objspace/types/str/text.ts';
import { Frame } from './frame.ts';
import { noteRewritten } from './observers.ts';
import {
  extraLocals,
  frameLocalsProxy,
  placeOf,
  readVariable,
  snapshot,
  variableNames,
  writeVariable,
} from './locals.ts';

export class PyFrameLocals extends PyObject {
  readonly frame: Frame;

  constructor(frame: Frame) {
    super();
    this.frame = frame;
  }
}
frameLocalsProxy.of = (frame) => new PyFrameLocals(frame);

// ── Single names ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The name that a key stands for: a str, or what equals the name of a variable. `undefined` if it stands for none. */
function nameOf(frame: Frame, key: Value): string | undefined | Exit {
  if (typeof key === 'string') return key;
  const hash = hashOf(key);
  if (hash === EXIT) return EXIT;
  if (isText(key)) return textOf(key);
  for (const name of variableNames(frame)) {
    const variable = strOfName(name);
    if (hashOf(variable) !== hash) continue;
    const same = equals(key, variable);
    if (same !== false) return same === EXIT ? EXIT : name;
  }
  return undefined;
}

/** The value, `undefined` if there is none. A key that cannot be one is an error even where there is nothing to look up. */
function readItem({ frame }: PyFrameLocals, key: Value): Result | undefined {
  const name = nameOf(frame, key);
  if (name === EXIT) return EXIT;
  return name === undefined ? frame.debug?.extraLocals?.get(key) : readVariable(frame, name as string);
}

function writeItem({ frame }: PyFrameLocals, key: Value, value: Value): true | Exit {
  const name = nameOf(frame, key);
  if (name === EXIT) return EXIT;
  if (name === undefined) return extraLocals(frame).set(key, value);
  writeVariable(frame, name as string, value);
  noteRewritten(frame);
  return true;
}

/** Removes a name that is no variable of the function and gives its value; `undefined` if there is no such name. */
function takeItem({ frame }: PyFrameLocals, key: Value): Result | undefined {
  const name = nameOf(frame, key);
  if (name === EXIT) return EXIT;
  if (name !== undefined && placeOf(frame, name as string) !== undefined)
    return raise('ValueError', 'cannot remove local variables from FrameLocalsProxy');
  const extra = extraLocals(frame);
  const value = extra.get(key);
  if (value !== undefined && value !== EXIT) extra.delete(key);
  return value;
}

function getItem(self: PyFrameLocals, key: Value): Result {
  const value = readItem(self, key);
  if (value !== undefined) return value;
  const shown = repr(key);
  return shown === EXIT ? EXIT : raise('KeyError', `local variable '${textOf(shown as Value)}' is not defined`);
}

function hasItem(self: PyFrameLocals, key: Value): boolean | Exit {
  const value = readItem(self, key);
  return value === EXIT ? EXIT : value !== undefined;
}

function setOrDelete(self: PyFrameLocals, key: Value, value: Value | undefined): true | Exit {
  if (value !== undefined) return writeItem(self, key, value);
  const taken = takeItem(self, key);
  if (taken === undefined) return raise('KeyError', key);
  return taken === EXIT ? EXIT : true;
}

function getOr(self: PyFrameLocals, args: Value[]): Result {
  if (args.length < 1 || args.length > 2) return raiseTypeError('get expected 1 or 2 arguments');
  const value = readItem(self, args[0]);
  return value === undefined ? (args[1] ?? null) : value;
}

function setDefault(self: PyFrameLocals, args: Value[]): Result {
  if (args.length < 1 || args.length > 2) return raiseTypeError('setdefault expected 1 or 2 arguments');
  const value = readItem(self, args[0]);
  if (value !== undefined) return value;
  const fallback = args[1] ?? null;
  return writeItem(self, args[0], fallback) === EXIT ? EXIT : fallback;
}

function pop(self: PyFrameLocals, key: Value, fallback: Value | undefined): Result {
  const value = takeItem(self, key);
  if (value !== undefined) return value;
  return fallback === undefined ? raise('KeyError', key) : fallback;
}

// ── All of them ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What a mapping can be merged with: the contents as a dictionary. */
function contentsOf(value: Value): PyDict | undefined {
  if (value instanceof PyFrameLocals) return snapshot(value.frame);
  return value instanceof PyDict ? value : undefined;
}

function merge(self: PyFrameLocals, source: PyDict): true | Exit {
  return iterate(source, (key) => {
    const value = source.get(key);
    if (value === undefined || value === EXIT) return value === EXIT ? EXIT : true;
    return writeItem(self, key, value as Value);
  });
}

function update(self: PyFrameLocals, other: Value): Result {
  const source = contentsOf(other);
  if (source === undefined) return raiseTypeError('update() argument must be dict or another FrameLocalsProxy');
  return merge(self, source) === EXIT ? EXIT : null;
}

function union(left: Value, right: Value): Result {
  const [a, b] = [contentsOf(left), contentsOf(right)];
  return a === undefined || b === undefined ? NotImplemented : binary(a, b, BIT_OR);
}

function updateInPlace(self: PyFrameLocals, other: Value): Result {
  const source = contentsOf(other);
  if (source === undefined) return NotImplemented;
  return merge(self, source) === EXIT ? EXIT : self;
}

/** The frame may have the proxy in a variable. */
function reprOf({ frame }: PyFrameLocals): Result {
  if (!enterRepr(frame)) return '{...}';
  try {
    return repr(snapshot(frame));
  } finally {
    leaveRepr(frame);
  }
}

function compareWith(self: PyFrameLocals, other: Value, operator: CompareOperator): Result {
  if (other instanceof PyFrameLocals)
    return operator === EQ || operator === NE ? (self.frame === other.frame) === (operator === EQ) : NotImplemented;
  return other instanceof PyDict ? compare(snapshot(self.frame), other, operator) : NotImplemented;
}

function newProxy(args: Value[], keywords: readonly string[] | null): Result {
  const count = keywords === null ? args.length : args.length - keywords.length;
  if (count !== 1) return raiseTypeError(`FrameLocalsProxy expected 1 argument, got ${count}`);
  if (!(args[0] instanceof Frame)) return raiseTypeError(`expect frame, not ${typeName(args[0])}`);
  if (keywords !== null && keywords.length > 0) return raiseTypeError('FrameLocalsProxy takes no keyword arguments');
  return new PyFrameLocals(args[0]);
}

/** The names of variables, and the keys that were set besides, which may be anything. */
const namesOf = (self: PyFrameLocals): Value[] => itemsOf(snapshot(self.frame)) as Value[];

builtinType<PyFrameLocals>('FrameLocalsProxy', {
  base: objectType,
  layout: PyFrameLocals,
  isBaseType: false,
  pattern: 'mapping',
  slots: {
    new: (_cls, args, keywords) => newProxy(args, keywords),
    repr: reprOf,
    len: (self: PyFrameLocals) => snapshot(self.frame).size,
    iter: (self: PyFrameLocals) => iter(PyList.of(namesOf(self))),
    contains: hasItem,
    getItem,
    setItem: setOrDelete,
    compare: compareWith,
    bitOr: union,
    rbitOr: (self: PyFrameLocals, other) => union(other, self),
    inplaceBitOr: updateInPlace,
  },
  define(type) {
    const view = (name: 'keys' | 'values' | 'items') => (self: PyFrameLocals) => {
      const items = itemsOf(callSpecial(snapshot(self.frame), name, []) as Value);
      return items === EXIT ? EXIT : PyList.of(items as Value[]);
    };
    type.method('@__contains__(self, key, /)', null, hasItem);
    type.method('@__getitem__(self, key, /)', null, getItem);
    type.method('@keys(self, /)', 'The names, as a list.', view('keys'));
    type.method('@values(self, /)', 'The values, as a list.', view('values'));
    type.method('@items(self, /)', 'Pairs of names and values, as a list.', view('items'));
    type.method('@copy(self, /)', 'A dict with the same contents.', (self) => snapshot(self.frame));
    type.method('@__reversed__(self, /)', 'The names from the last to the first, as a list.', (self) =>
      PyList.of(namesOf(self).reverse()),
    );
    type.method('@get(self, /, *args)', 'The value of a name, or the second argument (None) if it has none.', getOr);
    type.method(
      '@setdefault(self, /, *args)',
      'The value of a name; one that has none gets the second argument (None) first.',
      setDefault,
    );
    type.method('@update(self, other, /)', 'Set the names of a dict or of another proxy.', update);
    type.method(
      '@pop(self, key, default=<absent>, /)',
      'Remove a name that is no variable of the function and return its value.',
      pop,
    );
  },
});
