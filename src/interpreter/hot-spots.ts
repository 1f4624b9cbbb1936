/**
 * Where code becomes hot: the interpreter counts `RuntimeCode.heat` down at calls and loop back-edges, and asks here when it is below zero.
 * The compiler (src/jit) fills the hooks; without it no code ever gets hot.
 */
import type { Draining } from '../objspace/draining.ts';
import type { Result, Value } from '../objspace/object.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import type { Frame } from './frame.ts';
import type { RuntimeCode } from './runtime-code.ts';

/** Heat of code that is not looked at for long: until then it may have changed whether there is a compiler, or what it knows. */
export const COLD = 2 ** 16;
/** A call counts as so many turns of a loop. */
export const CALL_HEAT = 4;

export const hotSpots = {
  /** Heat of code that has not run. */
  initialHeat: (): number => COLD,
  /** `frame`, which is the running one, is about to go on at the loop header `target`. Answers what follows (outcomes.ts). */
  loop: (frame: Frame, target: number): number => {
    frame.runtime.heat = COLD;
    return target;
  },
  /** `frame`, which is the running one, has been entered by a call, or resumed. Answers what follows, `otherwise` if it runs interpreted. */
  entered: (frame: Frame, otherwise: number): number => {
    frame.runtime.heat = COLD;
    return otherwise;
  },
  /** Calls a function whose unit needs no frame, from TypeScript; `undefined` for all others. */
  calledByHost: (
    _fn: PyFunction,
    _runtime: RuntimeCode,
    _args: Value[],
    _keywords: readonly string[] | null,
  ): Result | undefined => undefined,
  /** The same with the values of all parameters, which are four. */
  boundByHost: (
    _fn: PyFunction,
    _runtime: RuntimeCode,
    _first: Value,
    _second: Value,
    _third: Value,
    _fourth: Value,
  ): Result | undefined => undefined,
  /** The same with arguments that need no array. */
  calledWithOne: (_fn: PyFunction, _runtime: RuntimeCode, _argument: Value): Result | undefined => undefined,
  calledWithTwo: (_fn: PyFunction, _runtime: RuntimeCode, _first: Value, _second: Value): Result | undefined =>
    undefined,
  calledWithThree: (
    _fn: PyFunction,
    _runtime: RuntimeCode,
    _first: Value,
    _second: Value,
    _third: Value,
  ): Result | undefined => undefined,
  /** Goes on with a generator's frame that host code resumes: as `run`, which dispatch.ts sets. */
  resumedByHost: undefined as unknown as (frame: Frame) => Result,
  /** The same for a builtin that takes all items: what the generator yields before the answer is put into `items`. */
  drainedByHost: undefined as unknown as (frame: Frame, way: Draining, items: Value[]) => Result,
  /** An instruction of `frame` that is recorded before it is executed. Answers its pc. */
  record: (frame: Frame): number => frame.pc,
};
