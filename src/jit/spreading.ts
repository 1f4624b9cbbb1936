/** Calls of compiled code whose arguments are in containers, `f(*args, **kwargs)`, and whose callee is found out at run time. */
import { addKeywords } from '../interpreter/call.ts';
import { bindArguments, type Parameters } from '../interpreter/arguments.ts';
import type { Frame } from '../interpreter/frame.ts';
import { runtimeOf } from '../interpreter/runtime-code.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { fastItems } from '../objspace/operations.ts';
import { isPlainDict } from '../objspace/types/dict/update.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { landed } from './bare.ts';
import { CodeState } from './code-state.ts';
import { execute, executeCall } from './leaving.ts';

/** Calls for the instruction at `pc`, at which the frames are. */
export function callSpread(
  frame: Frame,
  pc: number,
  callee: Value,
  starred: Value,
  mapping: Value | undefined,
): Result {
  const isPlain = mapping === undefined || isPlainDict(mapping);
  const items = isPlain ? fastItems.of(starred) : undefined;
  if (items === undefined) return executeHere(frame, pc);
  if (callee instanceof PyFunction) return callFunction(frame, pc, callee, callee, items, mapping);
  if (callee instanceof PyMethod && callee.callable instanceof PyFunction) {
    items.unshift(callee.self);
    return callFunction(frame, pc, callee, callee.callable, items, mapping);
  }
  return mapping === undefined ? executeCall(frame, pc, callee, items) : executeHere(frame, pc);
}

function executeHere(frame: Frame, pc: number): Result {
  if (execute(frame, pc) < 0) return EXIT;
  return frame.registers[frame.runtime.code.words[pc + 1]] as Value;
}

function callFunction(
  frame: Frame,
  pc: number,
  callee: Value,
  fn: PyFunction,
  items: Value[],
  mapping: Value | undefined,
): Result {
  const runtime = runtimeOf(fn.code);
  if (runtime.isGenerator) return executeHere(frame, pc);
  const isComplete = mapping === undefined && runtime.plainCount === items.length;
  const values = isComplete ? items : boundValues(callee, fn, items, mapping, runtime.parameterCount);
  return values === EXIT ? EXIT : landed(frame, enter(CodeState.of(runtime), fn, values as Value[]));
}

/** The values of all parameters. */
function boundValues(
  callee: Value,
  fn: PyFunction,
  items: Value[],
  mapping: Value | undefined,
  count: number,
): Value[] | Exit {
  let keywords: string[] | null = null;
  if (mapping !== undefined) {
    keywords = [];
    if (addKeywords(callee, mapping, items, keywords) === EXIT) return EXIT;
    if (keywords.length === 0) keywords = null;
  }
  const parameters: Parameters = { code: fn.code, registers: new Array(count).fill(undefined) };
  return bindArguments(fn, parameters, items, keywords) === EXIT ? EXIT : (parameters.registers as Value[]);
}

function enter(code: CodeState, fn: PyFunction, values: readonly Value[]): Result {
  switch (values.length) {
    case 1:
      return code.entry(null, fn, values[0]);
    case 2:
      return code.entry(null, fn, values[0], values[1]);
    case 3:
      return code.entry(null, fn, values[0], values[1], values[2]);
    default:
      return code.entry(null, fn, ...values);
  }
}
