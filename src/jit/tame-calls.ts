/**
 * Calls of what is found out at run time, for which nobody makes a frame: of quiet builtins (quiet.ts) and of functions whose units are
 * frameless (bare.ts). UNTAMED, with nothing done, for all others.
 */
import { entryOf, PROPERTY } from '../interpreter/attribute-sites.ts';
import { caught } from '../objspace/exception.ts';
import {
  type BuiltinDefinition,
  invoke0,
  invoke1,
  invoke2,
  invoke3,
  PyBuiltinFunction,
  PyMethodDescriptor,
} from '../objspace/gateway/builtin-function.ts';
import type { Result, Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { type PyFunction, PyMethod } from '../objspace/types/function.ts';
import { PyModule } from '../objspace/types/module.ts';
import { plainTarget } from './calling.ts';
import type { CodeState } from './code-state.ts';
import { BOUND, kindOf } from './kinds.ts';
import { QUIET, QUIET_CLASSES } from './quiet.ts';
import { UNTAMED, type Untamed } from './tame.ts';
import { tamedAttributeOr } from './tame-attributes.ts';

// ── Builtins ─────────────────────────────────────────────────────────────────────────────────────────────────────

function isOf(wanted: readonly number[], index: number, value: Value): boolean {
  const mask = wanted[index < wanted.length ? index : wanted.length - 1];
  return mask === BOUND || (kindOf(value) & mask) !== 0;
}

export function quietBuiltin({ qualified }: BuiltinDefinition): readonly number[] | undefined {
  return qualified === null ? undefined : QUIET[qualified];
}

/** Whether the object of a method comes with it. */
export function isBound({ self }: PyBuiltinFunction): boolean {
  return self !== undefined && !(self instanceof PyModule);
}

/** A function of a module. */
function functionOf(callee: Value): BuiltinDefinition | undefined {
  return callee instanceof PyBuiltinFunction && !isBound(callee) ? callee.definition : undefined;
}

/** A method that gets its object as its first argument. */
function methodFor(callee: Value, self: Value): BuiltinDefinition | undefined {
  const isMethod = callee instanceof PyMethodDescriptor && !callee.isClassMethod && typeOf(self) === callee.owner;
  return isMethod ? callee.definition : undefined;
}

export function tamedCall0(callee: Value): Result | Untamed {
  if (!(callee instanceof PyBuiltinFunction)) return UNTAMED;
  if (!isBound(callee)) return quietBuiltin(callee.definition) === undefined ? UNTAMED : invoke0(callee.definition);
  const wanted = quietBuiltin(callee.definition);
  if (wanted === undefined || !isOf(wanted, 0, callee.self!)) return UNTAMED;
  return invoke1(callee.definition, callee.self!);
}

export function tamedCall1(callee: Value, a: Value): Result | Untamed {
  if (callee instanceof PyBuiltinFunction && isBound(callee)) return quiet2(callee.definition, callee.self!, a);
  if (callee instanceof PyType) return construct(callee, a);
  return quiet1(functionOf(callee) ?? methodFor(callee, a), a);
}

export function tamedCall2(callee: Value, a: Value, b: Value): Result | Untamed {
  if (callee instanceof PyBuiltinFunction && isBound(callee)) return quiet3(callee.definition, callee.self!, a, b);
  return quiet2(functionOf(callee) ?? methodFor(callee, a), a, b);
}

export function tamedCall3(callee: Value, a: Value, b: Value, c: Value): Result | Untamed {
  return quiet3(functionOf(callee) ?? methodFor(callee, a), a, b, c);
}

function quiet1(definition: BuiltinDefinition | undefined, a: Value): Result | Untamed {
  const wanted = definition === undefined ? undefined : quietBuiltin(definition);
  return wanted !== undefined && isOf(wanted, 0, a) ? invoke1(definition!, a) : UNTAMED;
}

function quiet2(definition: BuiltinDefinition | undefined, a: Value, b: Value): Result | Untamed {
  const wanted = definition === undefined ? undefined : quietBuiltin(definition);
  const isQuiet = wanted !== undefined && isOf(wanted, 0, a) && isOf(wanted, 1, b);
  return isQuiet ? invoke2(definition!, a, b) : UNTAMED;
}

function quiet3(definition: BuiltinDefinition | undefined, a: Value, b: Value, c: Value): Result | Untamed {
  const wanted = definition === undefined ? undefined : quietBuiltin(definition);
  const isQuiet = wanted !== undefined && isOf(wanted, 0, a) && isOf(wanted, 1, b) && isOf(wanted, 2, c);
  return isQuiet ? invoke3(definition!, a, b, c) : UNTAMED;
}

function construct(cls: PyType, a: Value): Result | Untamed {
  const quiet = cls.isHeapType ? undefined : QUIET_CLASSES[cls.name];
  if (cls.name === 'str' && !cls.isHeapType) {
    if (typeof a === 'string') return a;
    if (typeof a === 'number') return `${a}`;
  }
  if (quiet === undefined || !isOf(quiet.wanted, 0, a)) return UNTAMED;
  try {
    return call(cls as Value, [a]);
  } catch (thrown) {
    return caught(thrown);
  }
}

// ── Functions ────────────────────────────────────────────────────────────────────────────────────────────────────

/** `getattr(object, name)`, which may be a property whose getter is such a function. */
export function tryAttribute(object: Value, name: Value): Result | Untamed {
  const found = tamedAttributeOr(object, name, undefined);
  if (found !== UNTAMED || typeof name !== 'string' || object === null || typeof object !== 'object') return found;
  const { kind, value } = entryOf(object.shape, name);
  const code = kind === PROPERTY ? framelessCode(value as Value, 1) : undefined;
  return code === undefined ? UNTAMED : code.bareEntry(null, value as unknown as PyFunction, object);
}

/** The code of a function that takes so many arguments as they are, and needs no frame. */
function framelessCode(callee: Value, count: number): CodeState | undefined {
  const code = plainTarget(callee, count);
  return code?.isFrameless === true ? code : undefined;
}

/** The same of the function of a bound method. */
function framelessMethod(callee: Value, count: number): CodeState | undefined {
  return callee instanceof PyMethod ? framelessCode(callee.callable, count + 1) : undefined;
}

/** Whether a call with so many arguments needs no frames by now. */
export function isFramelessCall(callee: Value, count: number): boolean {
  return framelessCode(callee, count) !== undefined || framelessMethod(callee, count) !== undefined;
}

export function tryCall0(callee: Value): Result | Untamed {
  const code = framelessCode(callee, 0);
  if (code !== undefined) return code.bareEntry(null, callee as unknown as PyFunction);
  const method = framelessMethod(callee, 0);
  if (method === undefined) return tamedCall0(callee);
  const { callable, self } = callee as unknown as PyMethod;
  return method.bareEntry(null, callable as unknown as PyFunction, self);
}

export function tryCall1(callee: Value, a: Value): Result | Untamed {
  const code = framelessCode(callee, 1);
  if (code !== undefined) return code.bareEntry(null, callee as unknown as PyFunction, a);
  const method = framelessMethod(callee, 1);
  if (method === undefined) return tamedCall1(callee, a);
  const { callable, self } = callee as unknown as PyMethod;
  return method.bareEntry(null, callable as unknown as PyFunction, self, a);
}

export function tryCall2(callee: Value, a: Value, b: Value): Result | Untamed {
  const code = framelessCode(callee, 2);
  if (code !== undefined) return code.bareEntry(null, callee as unknown as PyFunction, a, b);
  const method = framelessMethod(callee, 2);
  if (method === undefined) return tamedCall2(callee, a, b);
  const { callable, self } = callee as unknown as PyMethod;
  return method.bareEntry(null, callable as unknown as PyFunction, self, a, b);
}

export function tryCall3(callee: Value, a: Value, b: Value, c: Value): Result | Untamed {
  const code = framelessCode(callee, 3);
  if (code !== undefined) return code.bareEntry(null, callee as unknown as PyFunction, a, b, c);
  const method = framelessMethod(callee, 3);
  if (method === undefined) return tamedCall3(callee, a, b, c);
  const { callable, self } = callee as unknown as PyMethod;
  return method.bareEntry(null, callable as unknown as PyFunction, self, a, b, c);
}
