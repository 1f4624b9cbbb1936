/**
 * Decides what is compiled, and when: a code that has got warm is profiled for a while and then compiled, from where it is hot. Guards
 * that keep failing have it profiled and compiled again.
 */
import { COLD, hotSpots } from '../interpreter/hot-spots.ts';
import type { Frame } from '../interpreter/frame.ts';
import { returned } from '../interpreter/generator.ts';
import { yieldTo } from '../interpreter/leaving.ts';
import { instruments } from '../interpreter/instruments.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import { returnFrom } from '../interpreter/fast/flow.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { CodeState, COMPILED, PROFILING, REFUSED, WARMING } from './code-state.ts';
import { compileUnit } from './compile.ts';
import { failures, takeDeparture } from './leaving.ts';
import { resumedByHost, resumption } from './resuming.ts';
import { Profile, profiledInstruction, startProfiling, stopProfiling } from './profile.ts';
import type { Exit } from './emitter.ts';
import { NEVER_EXECUTED } from './builder.ts';
import { OVERFLOW } from './lowering/numbers.ts';
import { WORD } from './lowering/uint64.ts';
import { BIG_OTHER, RANGE } from './ranges.ts';
import { REBOUND } from './lowering/names.ts';
import { WILD } from './lowering/tame.ts';
import type { Unit } from './unit.ts';

export const parameters = {
  /** Turns of a loop before a code is profiled; a call counts as CALL_HEAT. */
  warmUp: 120,
  /** Turns that are profiled. */
  profile: 200,
  /** Turns that are profiled when a code is looked at again. */
  again: 60,
  /** Instructions that are recorded at most before a code is compiled. */
  budget: 20_000,
  /** Failures of a unit's guards before it is given up. */
  failures: 6,
  /** How often a unit is left at a place that was never executed before that is profiled. */
  unknown: 2,
  /** How often a code is compiled again. */
  attempts: 8,
};

/** Told of what is compiled and given up. */
export const events = {
  compiled: (_unit: Unit, _milliseconds: number): void => {},
  refused: (_state: CodeState, _pc: number, _reason: string): void => {},
  failed: (_unit: Unit, _exit: number): void => {},
  dropped: (_state: CodeState): void => {},
};

/** Compiles everything at once: for tests. */
const STRESS = { warmUp: 1, profile: 3, again: 2, failures: 2, unknown: 1 };

/** Begins to look for hot code. */
export function enable(isStress: boolean): void {
  if (isStress) Object.assign(parameters, STRESS);
  hotSpots.initialHeat = parameters.warmUp;
  hotSpots.loop = (frame, target) => enter(frame, target, target);
  hotSpots.entered = (frame, otherwise) => enter(frame, frame.pc, otherwise);
  resumption.unitFor = (frame, pc) => (--frame.runtime.heat < 0 ? unitAt(frame, pc) : undefined);
  hotSpots.resumedByHost = resumedByHost;
  hotSpots.record = (frame) => profiledInstruction(frame, profileOf(frame.runtime));
  failures.note = noteFailure;
}

function profileOf(runtime: RuntimeCode): Profile | null {
  const code = CodeState.of(runtime);
  if (code.phase !== PROFILING) return null;
  if (code.profile!.budget > 0) return code.profile;
  stopProfiling(runtime);
  code.phase = COMPILED;
  runtime.heat = 0;
  return null;
}

/** The frame is at a place that has got hot: answers what follows, `otherwise` if it goes on interpreted. */
function enter(frame: Frame, pc: number, otherwise: number): number {
  const unit = unitAt(frame, pc);
  return unit === undefined ? otherwise : run(unit, frame);
}

/** The unit for the frame, which is at `pc`; `undefined` if it goes on interpreted. */
function unitAt(frame: Frame, pc: number): Unit | undefined {
  const { runtime } = frame;
  const code = CodeState.of(runtime);
  if (instruments.isActive) {
    runtime.heat = parameters.warmUp;
    return undefined;
  }
  switch (code.phase) {
    case WARMING:
      startPhase(code, frame);
      return undefined;
    case PROFILING:
      stopProfiling(runtime);
      code.phase = COMPILED;
      return findUnit(code, frame, pc);
    case COMPILED:
      return findUnit(code, frame, pc);
    default:
      runtime.heat = COLD;
      return undefined;
  }
}

function startPhase(code: CodeState, frame: Frame): void {
  const { runtime } = code;
  if (frame.namespace !== null) {
    code.phase = REFUSED;
    runtime.heat = COLD;
    return;
  }
  code.phase = PROFILING;
  code.profile ??= new Profile(runtime.code);
  code.namespaces ??= { globals: frame.source.globals, builtins: frame.source.builtins };
  runtime.heat = parameters.profile;
  code.profile.budget = parameters.budget;
  startProfiling(runtime);
}

function findUnit(code: CodeState, frame: Frame, pc: number): Unit | undefined {
  const { runtime } = code;
  runtime.heat = 0;
  const { source } = frame;
  if (runtime.isGenerator && pc === 0) return undefined;
  if (!code.profile!.isVisited(pc)) {
    record(code);
    return undefined;
  }
  const unit = code.units.get(pc) ?? compile(code, pc);
  const namespaces = code.namespaces!;
  if (unit === undefined || source.globals !== namespaces.globals || source.builtins !== namespaces.builtins) {
    if (code.units.size === 0) runtime.heat = parameters.warmUp * 4;
    return undefined;
  }
  return unit;
}

/** Runs the frame in the unit: what follows, for the loop. */
function run(unit: Unit, frame: Frame): number {
  const result = unit.enter(frame);
  if (result !== EXIT)
    return frame.generator !== null
      ? suspended(frame, result as Value | undefined)
      : returnFrom(frame, frame.pc, result as Value);
  return takeDeparture();
}

/** The unit of a generator has come to its next value, or to its end. */
function suspended(frame: Frame, item: Value | undefined): number {
  return item === undefined ? returnFrom(frame, frame.pc, returned.value) : yieldTo(frame, item);
}

function compile(code: CodeState, pc: number): Unit | undefined {
  if (code.refused.has(pc)) return undefined;
  const start = performance.now();
  const unit = compileUnit(code, pc, code.namespaces!);
  if (typeof unit === 'string') {
    code.refused.add(pc);
    events.refused(code, pc, unit);
    return undefined;
  }
  code.units.set(pc, unit);
  events.compiled(unit, performance.now() - start);
  return unit;
}

/** A guard has failed: what the unit expected is looked at again if that happens often. */
function noteFailure(unit: Unit, number: number): void {
  const exit = unit.exits[number];
  exit.count++;
  if (exit.reason === 'safepoint') return;
  events.failed(unit, number);
  if (exit.reason === OVERFLOW || exit.reason === WILD || exit.reason === REBOUND) noteAtSite(exit);
  if (exit.reason === WORD) noteAtHeader(exit);
  if (exit.reason === NEVER_EXECUTED || exit.reason === RANGE) {
    if (exit.count === parameters.unknown) widen(unit, exit, false);
  } else if (++unit.failures === parameters.failures) widen(unit, exit, true);
}

/** What an instruction cannot expect again. */
function noteAtSite(exit: Exit): void {
  const { context, pc } = exit.frames[exit.frames.length - 1].state;
  const site = context.profile.sites[pc];
  if (site === undefined) return;
  if (exit.reason === OVERFLOW) site.hasOverflowed = true;
  else site.isWild = true;
}

/** The profile of a loop has not seen what comes into it: its variables are not expected to be of 64 bits again. */
function noteAtHeader(exit: Exit): void {
  const { context, pc } = exit.frames[exit.frames.length - 1].state;
  context.profile.headerRanges.get(pc)?.fill(BIG_OTHER);
}

/** What fails again although it has been looked at is left to the interpreter. */
function noteMistake(exit: Exit): void {
  const { context, pc } = exit.frames[exit.frames.length - 1].state;
  const site = context.profile.sites[pc];
  if (site === undefined) return;
  if (site.mistakes.has(exit.reason)) site.isGeneric = true;
  site.mistakes.add(exit.reason);
}

/** Drops a unit; what made it fail is about to be executed, and is recorded at once. */
function widen(unit: Unit, exit: Exit, isMistaken: boolean): void {
  const code = unit.state;
  if (code.phase === REFUSED || code.units.get(unit.pc) !== unit) return;
  code.drop();
  events.dropped(code);
  if (isMistaken) noteMistake(exit);
  if (isMistaken && ++code.attempts > parameters.attempts) {
    code.phase = REFUSED;
    code.runtime.heat = COLD;
    return;
  }
  for (const { state } of exit.frames) record(CodeState.of(state.context.runtime));
  record(code);
}

/** Profiles a code that has been profiled before for some more turns. */
function record(code: CodeState): void {
  if (code.phase === REFUSED || code.phase === PROFILING || code.profile === null) return;
  code.phase = PROFILING;
  code.runtime.heat = parameters.again;
  code.profile.budget = parameters.budget;
  startProfiling(code.runtime);
}
