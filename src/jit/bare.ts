/**
 * Calls for which nobody makes a frame, neither the caller nor the callee: of units that run nothing that could look at frames.
 *
 * Where such a unit is left, it makes its own frame, which hangs on none so far (departure.ts), and answers EXIT. A caller that has not made its
 * frame either does so from what it knows (`leave`, for the reason UNWOUND), and answers the same, until a unit is met that was called with
 * frames, or by the interpreter's loop. That goes on in the interpreter.
 */
import { type Code, CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts';
import { bindArguments, type Parameters, restOf } from '../interpreter/arguments.ts';
import { goOn, runUntil } from '../interpreter/dispatch.ts';
import { type Frame, FROM_HOST } from '../interpreter/frame.ts';
import { CALL_HEAT } from '../interpreter/hot-spots.ts';
import { instruments } from '../interpreter/instruments.ts';
import { type RuntimeCode, runtimeOf } from '../interpreter/runtime-code.ts';
import { passQuietly } from '../interpreter/safepoint.ts';
import { suspendable } from '../interpreter/suspension.ts';
import { withSelf } from '../interpreter/with-self.ts';
import { raise } from '../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import { emptyTuple, PyTuple } from '../objspace/types/tuple.ts';
import { type CodeState, type Entry, interpretation } from './code-state.ts';
import { cameBack, departLoose, departure, depthAbove, hangOn, LEFT, takeDeparture } from './departure.ts';
import { enterFramed, isFramedReady } from './framed-calls.ts';
import { openLoose } from './rebuilding.ts';
import type { Unit } from './unit.ts';

export type Keywords = readonly string[] | null;

/** Whether a call that has used up the fuel can go on without the safepoint, which would look at frames. */
export function passes(unit: Unit, fn: PyFunction): boolean {
  if (!unit.isWithinLimit) return false;
  return (state.fuel >= 0 || isUndisturbed()) && fn.globals === unit.globals;
}

/** Whether nothing waits for a safepoint; there is fuel again then. */
export function isUndisturbed(): boolean {
  return suspendable.run === undefined && passQuietly();
}

/** A call of a unit that cannot be entered now; it has been counted in `state.depth`. */
export function refuse(unit: Unit, fn: PyFunction, args: readonly Value[]): Result {
  return begin(unit.state.runtime, fn, args);
}

/** The interpreter is to execute a call: its frame is all that is made. */
function begin(runtime: RuntimeCode, fn: PyFunction, args: readonly Value[]): Result {
  if (state.depth > state.depthLimit) {
    state.depth--;
    return raise('RecursionError', 'maximum recursion depth exceeded');
  }
  if (instruments.isActive) instruments.prepare(runtime);
  const frame = openLoose(runtime, fn);
  for (let index = 0; index < args.length; index++) frame.registers[index] = args[index];
  return departLoose(frame, frame, LEFT);
}

/** The answer of a unit that was called from the published frame `back`: if it was left without one, the interpreter finishes it. */
export function landed(back: Frame, answer: Result): Result {
  return answer === EXIT ? land(back) : answer;
}

/** The answer EXIT. */
export function land(back: Frame): Result {
  if (departure.bottom === null) return EXIT;
  state.frame = hangOn(back);
  if (suspendable.run !== undefined) return EXIT;
  const register = back.runtime.code.words[back.pc + 1];
  runUntil(back, state.depth - depthAbove(back), takeDeparture());
  return cameBack(back, register);
}

/** Enters a unit with the values of all parameters in an array. */
export function enterWith(entry: Entry, fn: PyFunction, values: readonly Value[]): Result {
  switch (values.length) {
    case 0:
      return entry(null, fn);
    case 1:
      return entry(null, fn, values[0]);
    case 2:
      return entry(null, fn, values[0], values[1]);
    case 3:
      return entry(null, fn, values[0], values[1], values[2]);
    case 4:
      return entry(null, fn, values[0], values[1], values[2], values[3]);
    case 5:
      return entry(null, fn, values[0], values[1], values[2], values[3], values[4]);
    default:
      return entry(null, fn, ...values);
  }
}

/** The values of all parameters; the last arguments have the names. */
export function valuesOf(runtime: RuntimeCode, fn: PyFunction, args: Value[], keywords: Keywords): Value[] | Exit {
  if (keywords === null) {
    const values = fittingValues(runtime, args) ?? withDefaults(runtime, fn, args);
    if (values !== undefined) return values;
  }
  const registers: (Value | undefined)[] = new Array(runtime.parameterCount).fill(undefined);
  const parameters: Parameters = { code: fn.code, registers };
  return bindArguments(fn, parameters, args, keywords) === EXIT ? EXIT : (registers as Value[]);
}

/** The same where there are no keywords; `undefined` where defaults are needed, or there are too many arguments or too few. */
export function fittingValues(runtime: RuntimeCode, args: Value[]): Value[] | undefined {
  return runtime.plainCount === args.length ? args : withRest(runtime.code, args);
}

/** The same of a method, with arguments that are an array of its own. */
export function fittingBehind(runtime: RuntimeCode, self: Value, args: Value[]): Value[] | undefined {
  if (!isOnlyRest(runtime.code)) return fittingValues(runtime, withSelf(self, args));
  return [self, (args.length === 0 ? emptyTuple : new PyTuple(args)) as Value];
}

/** Whether all arguments behind the first one are those of `*args`. */
function isOnlyRest({ argcount, kwonlyargcount, flags }: Code): boolean {
  return argcount === 1 && kwonlyargcount === 0 && (flags & (CO_VARARGS | CO_VARKEYWORDS)) === CO_VARARGS;
}

/** What binding comes to where there are no keywords, and as many arguments as parameters for them, or more for `*args`. */
function withRest({ argcount, kwonlyargcount, flags }: Code, args: Value[]): Value[] | undefined {
  if (kwonlyargcount > 0 || args.length < argcount) return undefined;
  const hasRest = (flags & CO_VARARGS) !== 0;
  if (!hasRest && args.length > argcount) return undefined;
  const values = args.slice(0, argcount);
  if (hasRest) values.push(restOf(args, argcount, args.length));
  if ((flags & CO_VARKEYWORDS) !== 0) values.push(new PyDict() as Value);
  return values;
}

/** The same where the last parameters have defaults and get no arguments, and there are no other parameters. */
function withDefaults({ plainCount }: RuntimeCode, { defaults }: PyFunction, args: Value[]): Value[] | undefined {
  const missing = plainCount - args.length;
  if (missing <= 0 || defaults === null || missing > defaults.length) return undefined;
  const from = defaults.length - plainCount;
  // Written out: an array that grows, as by spreading, takes room for many.
  switch (plainCount) {
    case 1:
      return [defaults[from]];
    case 2:
      return [args.length > 0 ? args[0] : defaults[from], defaults[from + 1]];
    case 3:
      return [
        args.length > 0 ? args[0] : defaults[from],
        args.length > 1 ? args[1] : defaults[from + 1],
        defaults[from + 2],
      ];
    case 4:
      return [
        args.length > 0 ? args[0] : defaults[from],
        args.length > 1 ? args[1] : defaults[from + 1],
        args.length > 2 ? args[2] : defaults[from + 2],
        defaults[from + 3],
      ];
    case 5:
      return [
        args.length > 0 ? args[0] : defaults[from],
        args.length > 1 ? args[1] : defaults[from + 1],
        args.length > 2 ? args[2] : defaults[from + 2],
        args.length > 3 ? args[3] : defaults[from + 3],
        defaults[from + 4],
      ];
    default:
      return args.concat(defaults.slice(defaults.length - missing));
  }
}

/** A call from TypeScript: of keys, comparisons, callbacks. */
export function calledByHost(
  fn: PyFunction,
  runtime: RuntimeCode,
  args: Value[],
  keywords: Keywords,
): Result | undefined {
  if (!isReady(runtime)) return undefined;
  const values = valuesOf(runtime, fn, args, keywords);
  return values === EXIT ? EXIT : enterByHost(fn, runtime, values as Value[]);
}

/** The same with the values of all parameters, which are four. */
export function boundByHost(
  fn: PyFunction,
  runtime: RuntimeCode,
  first: Value,
  second: Value,
  third: Value,
  fourth: Value,
): Result | undefined {
  if (!isReady(runtime)) return undefined;
  const outer = state.frame as Frame | null;
  const { depth } = state;
  const answer = (runtime.compiled as CodeState).bareEntry(null, fn, first, second, third, fourth);
  return finishedByHost(answer, outer, depth);
}

/** The same with arguments that need no array. */
export function calledWithOne(fn: PyFunction, runtime: RuntimeCode, argument: Value): Result | undefined {
  if (runtime.plainCount !== 1) return undefined;
  if (!isReady(runtime)) return isFramedReady(runtime) ? enterFramed(entryOf(runtime), fn, argument) : undefined;
  const outer = state.frame as Frame | null;
  const { depth } = state;
  return finishedByHost((runtime.compiled as CodeState).bareEntry(null, fn, argument), outer, depth);
}

export function calledWithTwo(fn: PyFunction, runtime: RuntimeCode, first: Value, second: Value): Result | undefined {
  if (runtime.plainCount !== 2) return undefined;
  if (!isReady(runtime)) return isFramedReady(runtime) ? enterFramed(entryOf(runtime), fn, first, second) : undefined;
  const outer = state.frame as Frame | null;
  const { depth } = state;
  return finishedByHost((runtime.compiled as CodeState).bareEntry(null, fn, first, second), outer, depth);
}

export function calledWithThree(
  fn: PyFunction,
  runtime: RuntimeCode,
  first: Value,
  second: Value,
  third: Value,
): Result | undefined {
  if (runtime.plainCount !== 3) return undefined;
  if (!isReady(runtime))
    return isFramedReady(runtime) ? enterFramed(entryOf(runtime), fn, first, second, third) : undefined;
  const outer = state.frame as Frame | null;
  const { depth } = state;
  return finishedByHost((runtime.compiled as CodeState).bareEntry(null, fn, first, second, third), outer, depth);
}

function entryOf(runtime: RuntimeCode): Entry {
  return (runtime.compiled as CodeState).entry;
}

function isReady(runtime: RuntimeCode): boolean {
  const code = runtime.compiled as CodeState | null;
  return code !== null && code.isFrameless && !instruments.isActive;
}

function enterByHost(fn: PyFunction, runtime: RuntimeCode, values: Value[]): Result {
  const outer = state.frame as Frame | null;
  const { depth } = state;
  return finishedByHost(enterWith((runtime.compiled as CodeState).bareEntry, fn, values), outer, depth);
}

/** If the unit has been left, a run of the loop finishes what it has begun. */
function finishedByHost(answer: Result, outer: Frame | null, depth: number): Result {
  if (answer !== EXIT || departure.bottom === null) return answer;
  const { bottom } = departure;
  state.frame = departure.top;
  departure.bottom = null;
  departure.top = null;
  bottom.back = outer;
  bottom.entry = FROM_HOST;
  return goOn(bottom, takeDeparture(), outer, depth);
}

interpretation.bareEntryOf = (code: CodeState): Entry => {
  return (_frame, fn, ...args) => {
    if (runtimeOf(fn.code) !== code.runtime) return EXIT;
    code.runtime.heat -= CALL_HEAT;
    state.depth++;
    return begin(code.runtime, fn, args);
  };
};
