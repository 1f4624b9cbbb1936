/**
 * Local variables as Python sees them: `locals()`, `frame.f_locals` (PEP 667: https://peps.python.org/pep-0667/).
 *
 * In a function, `f_locals` is a proxy that reads and writes the frame's registers and cells, and `locals()` a snapshot in a fresh
 * dict; elsewhere both are the namespace itself.
 */
import { CO_OPTIMIZED } from '../bytecode/code.ts';
import { raise, raiseTypeError } from '../objspace/exception.ts';
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../objspace/object.ts';
import {
  callSpecial,
  compare,
  contains,
  getItem,
  iter,
  itemsOf,
  iterate,
  repr,
  typeName,
} from '../objspace/operations.ts';
import { BIT_OR, binary } from '../objspace/arithmetic.ts';
import { EQ, NE } from '../objspace/slots.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { Cell } from '../objspace/types/function.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { NotImplemented } from '../objspace/types/not-implemented.ts';
import { objectType } from '../objspace/types/object.ts';
import { findAttribute } from '../objspace/attributes.ts';
import type { Frame } from './frame.ts';
import { debugOf } from './frame-debug.ts';

/** The frame that called the running builtin. */
export function currentFrame(): Frame {
  return state.frame as Frame;
}

function isFunctionFrame(frame: Frame): boolean {
  return (frame.code.flags & CO_OPTIMIZED) !== 0;
}

/** `locals()` in the frame. */
export function frameLocals(frame: Frame): Result {
  return isFunctionFrame(frame) ? snapshot(frame) : namespaceOf(frame);
}

/** The namespace of a module or class; while a comprehension runs there, a copy with its variables. */
function namespaceOf(frame: Frame): Value {
  const namespace = frame.namespace === null ? frame.globals : frame.namespace;
  const hidden = hiddenNames(frame);
  if (hidden.length === 0 || !(namespace instanceof PyDict)) return namespace as Value;
  const copy = namespace.copy();
  for (const name of hidden) copy.setStr(name, readVariable(frame, name)!);
  return copy as Value;
}

/** Variables of the comprehensions that run in the frame of a module or class. */
function hiddenNames(frame: Frame): string[] {
  const { varnames, cellvars } = frame.code;
  const names = cellvars.length === 0 ? varnames : [...varnames, ...cellvars];
  return names.filter((name) => !name.startsWith('__') && readVariable(frame, name) !== undefined);
}

/** `frame.f_locals`. */
export function frameLocalsView(frame: Frame): Value {
  if (isFunctionFrame(frame) || hiddenNames(frame).length > 0) return new PyFrameLocals(frame);
  return (frame.namespace === null ? frame.globals : frame.namespace) as Value;
}

/** Names of everything that may have a value in the frame, in the order of registers, cells and free variables. */
function variableNames(frame: Frame): string[] {
  const { varnames, cellvars, freevars } = frame.code;
  const names = [...varnames];
  for (const name of cellvars) if (!varnames.includes(name)) names.push(name);
  names.push(...freevars);
  return names;
}

/**
 * Where a variable's value is: in a cell, or in a register. Variables of comprehensions may have the name of another
 * variable: they are bound only while the comprehension runs, and come after it.
 */
function placeOf(frame: Frame, name: string): Cell | number | undefined {
  const { varnames, cellvars, cellRegisters, freevars } = frame.code;
  const bound = boundRegister(frame, name);
  if (bound >= 0) return bound;
  for (
    let cell = cellvars.lastIndexOf(name);
    cell >= 0;
    cell = cell === 0 ? -1 : cellvars.lastIndexOf(name, cell - 1)
  ) {
    const held = frame.registers[cellRegisters[cell]] as unknown;
    if (held instanceof Cell) return held;
  }
  const free = freevars.indexOf(name);
  if (free >= 0) return frame.closure[free];
  // Before MakeCell has run, a parameter is still the bare value.
  const cell = cellvars.indexOf(name);
  if (cell >= 0) return cellRegisters[cell];
  const register = varnames.indexOf(name);
  return register < 0 ? undefined : register;
}

/** The last register of the name that has a value, or -1. */
function boundRegister(frame: Frame, name: string): number {
  const { varnames } = frame.code;
  for (let register = varnames.length - 1; register >= 0; register--) {
    if (varnames[register] !== name) continue;
    const held = frame.registers[register] as unknown;
    if (held !== undefined && !(held instanceof Cell)) return register;
  }
  return -1;
}

export function readVariable(frame: Frame, name: string): Value | undefined {
  const place = placeOf(frame, name);
  if (place === undefined) return frame.debug?.extraLocals?.getStr(name);
  return place instanceof Cell ? place.contents : frame.registers[place];
}

function writeVariable(frame: Frame, name: string, value: Value): void {
  const place = placeOf(frame, name);
  if (place === undefined) extraLocals(frame).setStr(name, value);
  else if (place instanceof Cell) place.contents = value;
  else frame.registers[place] = value;
}

function extraLocals(frame: Frame): PyDict {
  const debug = debugOf(frame);
  debug.extraLocals ??= new PyDict();
  return debug.extraLocals;
}

export function snapshot(frame: Frame): PyDict {
  const dict = new PyDict();
  for (const name of variableNames(frame)) {
    const value = readVariable(frame, name);
    if (value !== undefined && !name.startsWith('.')) dict.setStr(name, value);
  }
  const extra = frame.debug?.extraLocals;
  if (extra !== null && extra !== undefined) for (const name of extra.strKeys()) dict.setStr(name, extra.getStr(name)!);
  return dict;
}

// ── FrameLocalsProxy ─────────────────────────────────────────────────────────────────────────────────────────────

export class PyFrameLocals extends PyObject {
  readonly frame: Frame;

  constructor(frame: Frame) {
    super();
    this.frame = frame;
  }
}

function update(self: PyFrameLocals, other: Value): true | Exit {
  const source = other instanceof PyFrameLocals ? snapshot(other.frame) : other;
  if (!(source instanceof PyDict) && findAttribute(source, 'keys') === undefined)
    return raiseTypeError(`'${typeName(source)}' object is not iterable`);
  return iterate(source, (key) => {
    const value = getItem(source, key);
    if (value === EXIT) return EXIT;
    if (typeof key === 'string') writeVariable(self.frame, key, value as Value);
    else if (extraLocals(self.frame).set(key, value as Value) === EXIT) return EXIT;
    return true;
  });
}

function readItem(self: PyFrameLocals, key: Value): Result | undefined {
  if (typeof key === 'string') return readVariable(self.frame, key);
  return self.frame.debug?.extraLocals?.get(key);
}

function union(left: Value, right: Value): Result {
  const plain = (value: Value): Value | undefined =>
    value instanceof PyFrameLocals ? snapshot(value.frame) : value instanceof PyDict ? value : undefined;
  const [a, b] = [plain(left), plain(right)];
  return a === undefined || b === undefined ? NotImplemented : binary(a, b, BIT_OR);
}

export const frameLocalsType = builtinType<PyFrameLocals>('FrameLocalsProxy', {
  base: objectType,
  layout: PyFrameLocals,
  isBaseType: false,
  pattern: 'mapping',
  slots: {
    repr: (self: PyFrameLocals) => repr(snapshot(self.frame)),
    len: (self: PyFrameLocals) => snapshot(self.frame).size,
    iter: (self: PyFrameLocals) => iter(snapshot(self.frame)),
    contains: (self: PyFrameLocals, key) => contains(snapshot(self.frame), key),
    getItem: (self: PyFrameLocals, key) => {
      const value = readItem(self, key);
      return value === undefined ? raise('KeyError', key) : value;
    },
    setItem: (self: PyFrameLocals, key, value) => {
      if (value === undefined) return raise('ValueError', 'cannot remove local variables from FrameLocalsProxy');
      if (typeof key === 'string') writeVariable(self.frame, key, value);
      else return extraLocals(self.frame).set(key, value) === EXIT ? EXIT : true;
      return true;
    },
    compare: (self: PyFrameLocals, other, operator) => {
      if (operator !== EQ && operator !== NE) return NotImplemented;
      if (other instanceof PyFrameLocals) return (self.frame === other.frame) === (operator === EQ);
      return other instanceof PyDict ? compare(snapshot(self.frame), other, operator) : NotImplemented;
    },
    bitOr: union,
    rbitOr: (self: PyFrameLocals, other) => union(other, self),
    inplaceBitOr: (self: PyFrameLocals, other) => (update(self, other) === EXIT ? EXIT : self),
  },
  define(type) {
    const view = (name: 'keys' | 'values' | 'items') => (self: PyFrameLocals) => {
      const items = itemsOf(callSpecial(snapshot(self.frame), name, []) as Value);
      return items === EXIT ? EXIT : (PyList.of(items as Value[]) as Value);
    };
    type.method('keys(self, /)', 'Return the names.', view('keys'));
    type.method('values(self, /)', 'Return the values.', view('values'));
    type.method('items(self, /)', 'Return pairs of names and values.', view('items'));
    type.method('copy(self, /)', 'Return a dict with the same contents.', (self) => snapshot(self.frame));
    type.method('__reversed__(self, /)', 'Iterate over the names backwards.', (self) =>
      iter(PyList.of(snapshot(self.frame).strKeys().reverse()) as Value),
    );
    type.method(
      'get(self, key, default=None, /)',
      'Return the value for key if it is there, else default.',
      (self, key, fallback) => {
        const value = readItem(self, key);
        return value === undefined ? fallback : value;
      },
    );
    type.method(
      'setdefault(self, key, default=None, /)',
      'Insert key with a value of default if it is not there.',
      (self, key, fallback) => {
        const value = readItem(self, key);
        if (value !== undefined) return value;
        if (typeof key === 'string') writeVariable(self.frame, key, fallback);
        else if (extraLocals(self.frame).set(key, fallback) === EXIT) return EXIT;
        return fallback;
      },
    );
    type.method('update(self, other, /)', 'Update from a mapping.', (self, other) =>
      update(self, other) === EXIT ? EXIT : null,
    );
    const refused = (name: string) => (): Exit =>
      raiseTypeError(`${name}() is not supported: local variables cannot be removed`);
    type.method('pop(self, key, default=<absent>, /)', 'Variables cannot be removed.', refused('pop'));
    type.method('popitem(self, /)', 'Variables cannot be removed.', refused('popitem'));
    type.method('clear(self, /)', 'Variables cannot be removed.', refused('clear'));
  },
});
