/**
 * Local variables as Python sees them: `locals()`, `frame.f_locals` (PEP 667: https://peps.python.org/pep-0667/).
 *
 * In a function, `f_locals` is a proxy that reads and writes the frame's registers and cells, and `locals()` a snapshot in a fresh
 * dict; elsewhere both are the namespace itself.
 */
import { CO_OPTIMIZED } from '../bytecode/code.ts';
import type { Result, Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { Cell } from '../objspace/types/function.ts';
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

/** The namespace of a module or class; while a comprehension runs there, only its variables, as in CPython. */
function namespaceOf(frame: Frame): Value {
  const namespace = frame.namespace === null ? frame.globals : frame.namespace;
  const hidden = hiddenNames(frame);
  if (hidden.length === 0 || !(namespace instanceof PyDict)) return namespace as Value;
  const copy = new PyDict();
  for (const name of hidden) copy.setStr(name, readVariable(frame, name)!);
  return copy as Value;
}

/** Whether the frame is running, or has called what is. */
export function isExecuting(frame: Frame): boolean {
  for (let running = state.frame as Frame | null; running !== null; running = running.back)
    if (running === frame) return true;
  return false;
}

/** Variables of the comprehensions that run in the frame of a module or class; one that ended in an exception runs no more. */
function hiddenNames(frame: Frame): string[] {
  const { varnames, cellvars } = frame.code;
  const names = cellvars.length === 0 ? varnames : [...varnames, ...cellvars];
  const bound = names.filter((name) => !name.startsWith('__') && readVariable(frame, name) !== undefined);
  return bound.length === 0 || isExecuting(frame) ? bound : [];
}

/** Set by frame-locals.ts, which stands above this file. */
export const frameLocalsProxy = { of: (_frame: Frame): Value => null };

/** `frame.f_locals`. */
export function frameLocalsView(frame: Frame): Value {
  if (isFunctionFrame(frame) || hiddenNames(frame).length > 0) return frameLocalsProxy.of(frame);
  return (frame.namespace === null ? frame.globals : frame.namespace) as Value;
}

/** Names of everything that may have a value in the frame, in the order of registers, cells and free variables. */
export function variableNames(frame: Frame): string[] {
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
export function placeOf(frame: Frame, name: string): Cell | number | undefined {
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

export function writeVariable(frame: Frame, name: string, value: Value): void {
  const place = placeOf(frame, name);
  if (place === undefined) extraLocals(frame).setStr(name, value);
  else if (place instanceof Cell) place.contents = value;
  else frame.registers[place] = value;
}

export function extraLocals(frame: Frame): PyDict {
  const debug = debugOf(frame);
  debug.extraLocals ??= new PyDict();
  return debug.extraLocals;
}

/** Keys that were put there by other means need not be names. */
function copyExtra(extra: PyDict, into: PyDict): void {
  for (let position = extra.nextPosition(0); position >= 0; position = extra.nextPosition(position + 1))
    into.set(extra.keyAt(position), extra.valueAt(position));
}

export function snapshot(frame: Frame): PyDict {
  const dict = new PyDict();
  for (const name of variableNames(frame)) {
    const value = readVariable(frame, name);
    if (value !== undefined && !name.startsWith('.')) dict.setStr(name, value);
  }
  const extra = frame.debug?.extraLocals;
  if (extra !== null && extra !== undefined) copyExtra(extra, dict);
  return dict;
}
