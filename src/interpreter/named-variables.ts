/** The values of all named variables of the running frames and their modules: where programs keep what they use. */
import { CO_OPTIMIZED } from '../bytecode/code.ts';
import type { Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';

import { PyDict } from '../objspace/types/dict/dict.ts';
import { Cell } from '../objspace/types/function.ts';
import { namedVariables } from '../objspace/types/memoryview/held.ts';
import type { Frame } from './frame.ts';

type Visit = (value: Value) => void;

function visitDict(dict: PyDict, visit: Visit): void {
  for (let at = dict.nextPosition(0); at >= 0; at = dict.nextPosition(at + 1)) visit(dict.valueAt(at));
}

/** A register or cell that holds a variable. */
function visitPlace(held: unknown, visit: Visit): void {
  const value = held instanceof Cell ? held.contents : held;
  if (value !== undefined) visit(value as Value);
}

function visitFrame(frame: Frame, visit: Visit): void {
  const { varnames, cellRegisters, flags } = frame.code;
  if ((flags & CO_OPTIMIZED) !== 0)
    for (let register = 0; register < varnames.length; register++) visitPlace(frame.registers[register], visit);
  for (const register of cellRegisters) visitPlace(frame.registers[register], visit);
  for (const cell of frame.closure) visitPlace(cell, visit);
  if (frame.namespace instanceof PyDict) visitDict(frame.namespace, visit);
}

namedVariables.forEach = (visit) => {
  const modules = new Set<PyDict>();
  for (let frame = state.frame as Frame | null; frame !== null; frame = frame.back) {
    visitFrame(frame, visit);
    modules.add(frame.globals);
  }
  for (const globals of modules) visitDict(globals, visit);
};
