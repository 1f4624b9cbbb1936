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
import { Budget } from './budget.ts';
import { CodeState, COMPILED, PROFILING, REFUSED, WARMING } from './code-state.ts';
import { compileUnit } from './compile.ts';
import { failures, takeDeparture } from './leaving.ts';
import { LAYOUT } from './lowering/names.ts';
import { resumedByHost, resumption } from './resuming.ts';
import { Profile, profiledInstruction, startProfiling, stopProfiling } from './profile.ts';
import { type Exit, SAFEPOINT } from './exits.ts';
import { ANY } from './kinds.ts';
import { NEVER_EXECUTED } from './builder.ts';
import { OVERFLOW } from './lowering/numbers.ts';
import { WORD } from './lowering/uint64.ts';
import { BIG_OTHER } from './ranges.ts';
import { REBOUND } from './lowering/names.ts';
import { WILD } from './lowering/tame.ts';
import type { Unit } from './unit.ts';

/** When what happens; the tests of everything compiled at once change it. */
const NORMAL = {
  /** Turns of a loop before a code is profiled; a call counts as CALL_HEAT. */
  warmUp: 120,
  /** A code is profiled in so many bursts, ... */
  bursts: 4,
  /** ... each of so many turns, ... */
  profile: 50,
  /** ... or of so many instructions at most: a code that is seldom entered must not stay slow; ... */
  budget: 2000,
  /** ... and with so many turns between them: what happens seldom is seen by some. */
  pause: 200,
  /** Turns that are profiled when a code is looked at again. */
  again: 40,
  /** Failures of a unit's guards before it is made again, the first time. */
  failures: 30,
  /** How often a unit is left at a place that was never executed before that is compiled, the first time. */
  unknown: 16,
  /** Later times need so many times more. */
  growth: 4,
  /** How many units are made for a place. */
  generations: 6,
  /** How often a loop of a function must ask for a unit of its own: calls of the function have one anyway. */
  requests: 500,
  /** How often any other loop must. */
  loopRequests: 40,
  /** How often a code must have been denied a unit for want of time before it gets more of it than others. */
  patience: 6,
};

export const parameters = { ...NORMAL };

/** Told of what is compiled and given up. */
export const events = {
  compiled: (_unit: Unit, _milliseconds: number): void => {},
  refused: (_state: CodeState, _pc: number, _reason: string): void => {},
  failed: (_unit: Unit, _exit: number): void => {},
  dropped: (_state: CodeState): void => {},
};

/** Compiles everything at once: for tests. */
const STRESS: Partial<typeof NORMAL> = {
  warmUp: 1,
  bursts: 1,
  profile: 3,
  again: 2,
  failures: 2,
  unknown: 1,
  growth: 1,
  requests: 0,
  loopRequests: 0,
};

/** Of so many failures (a power of two less one) of an exit of a stale unit, one asks for a better unit. */
const RENEWAL = 15;

const budget = new Budget();

/** Begins to look for hot code. */
export function enable(isStress: boolean): void {
  Object.assign(parameters, NORMAL, isStress ? STRESS : {});
  budget.begin(isStress);
  hotSpots.initialHeat = parameters.warmUp;
  hotSpots.loop = (frame, target) => enter(frame, target, target);
  hotSpots.entered = (frame, otherwise) => enter(frame, frame.pc, otherwise);
  resumption.unitFor = (frame, pc) => (--frame.runtime.heat < 0 ? unitAt(frame, pc) : undefined);
  hotSpots.resumedByHost = resumedByHost;
  hotSpots.record = (frame) => profiledInstruction(frame, profileOf(frame.runtime));
  failures.note = noteFailure;
}

// ── Profiles ─────────────────────────────────────────────────────────────────────────────────────────────────────

function profileOf(runtime: RuntimeCode): Profile | null {
  const code = CodeState.of(runtime);
  if (code.phase !== PROFILING) return null;
  if (code.profile!.budget > 0) return code.profile;
  endBurst(code);
  return null;
}

function startPhase(code: CodeState, frame: Frame): void {
  const { runtime } = code;
  if (frame.namespace !== null) {
    refuse(code);
    return;
  }
  if (code.profile === null) {
    code.profile = new Profile(runtime.code);
    code.namespaces = { globals: frame.source.globals, builtins: frame.source.builtins };
    code.bursts = parameters.bursts;
  }
  startBurst(code, parameters.profile);
}

function startBurst(code: CodeState, turns: number): void {
  const { runtime } = code;
  code.phase = PROFILING;
  runtime.heat = turns;
  code.profile!.budget = parameters.budget;
  startProfiling(runtime);
}

function endBurst(code: CodeState): void {
  const { runtime } = code;
  stopProfiling(runtime);
  if (--code.bursts > 0) {
    code.phase = WARMING;
    runtime.heat = parameters.pause;
  } else {
    code.phase = COMPILED;
    runtime.heat = 0;
  }
}

/** Profiles a code that has been profiled before for some more turns. */
function record(code: CodeState): void {
  if (code.phase === REFUSED || code.phase === PROFILING || code.profile === null) return;
  // A burst that was still to come comes now.
  if (code.phase === COMPILED) code.bursts = 1;
  startBurst(code, parameters.again);
}

function refuse(code: CodeState): void {
  code.phase = REFUSED;
  code.runtime.heat = COLD;
}

// ── Entering units ───────────────────────────────────────────────────────────────────────────────────────────────

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
  if (code.phase === PROFILING) endBurst(code);
  else if (code.phase === WARMING) startPhase(code, frame);
  if (code.phase === COMPILED) return findUnit(code, frame, pc);
  if (code.phase === REFUSED) runtime.heat = COLD;
  return undefined;
}

function findUnit(code: CodeState, frame: Frame, pc: number): Unit | undefined {
  const { runtime } = code;
  runtime.heat = 0;
  if (runtime.isGenerator && pc === 0) return undefined;
  const { source } = frame;
  const namespaces = code.namespaces!;
  if (source.globals !== namespaces.globals || source.builtins !== namespaces.builtins) {
    if (code.units.size === 0) runtime.heat = parameters.warmUp * 4;
    return undefined;
  }
  const unit = code.units.get(pc);
  if (unit === undefined) return request(code, pc);
  return unit.isStale ? renew(unit) : unit;
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

// ── Making units ─────────────────────────────────────────────────────────────────────────────────────────────────

/** A place without a unit is hot. */
function request(code: CodeState, pc: number): Unit | undefined {
  if (code.refused.has(pc)) {
    if (code.units.size === 0) code.runtime.heat = parameters.pause;
    return undefined;
  }
  const profile = code.profile!;
  if (!profile.isVisited(pc)) {
    record(code);
    return undefined;
  }
  if (!profile.headers.has(pc)) return compile(code, pc);
  const count = code.requests.get(pc) ?? 0;
  code.requests.set(pc, count + 1);
  if (count < (profile.calls > 1 ? parameters.requests : parameters.loopRequests)) return undefined;
  return compile(code, pc);
}

/** A unit from `pc` on, if there is time to make one. */
function compile(code: CodeState, pc: number): Unit | undefined {
  const size = code.sizeFrom(pc);
  if (!budget.allows(size, code.denials >= parameters.patience)) {
    code.requests.set(pc, 0);
    if (!code.units.has(pc)) code.denials++;
    if (code.units.size === 0) code.runtime.heat = parameters.pause;
    return undefined;
  }
  const start = performance.now();
  const unit = compileUnit(code, pc, code.namespaces!);
  const time = budget.spend(start, size);
  code.denials = 0;
  if (typeof unit === 'string') {
    code.refused.add(pc);
    events.refused(code, pc, unit);
    return undefined;
  }
  code.units.set(pc, unit);
  events.compiled(unit, time);
  return unit;
}

/** A better unit for the same place; the old one as long as there is none. */
function renew(unit: Unit): Unit {
  const { state, pc } = unit;
  if (state.phase === PROFILING) return unit;
  const better = compile(state, pc);
  if (state.refused.has(pc)) unit.isStale = false;
  return better ?? unit;
}

// ── Units that fail ──────────────────────────────────────────────────────────────────────────────────────────────

/** A unit is left at `frame`'s instruction: what it expected is looked at again if that happens often. */
function noteFailure(unit: Unit, number: number, frame: Frame): void {
  const exit = unit.exits[number];
  exit.count++;
  if (exit.reason === SAFEPOINT) return;
  events.failed(unit, number);
  const { state } = unit;
  if (state.units.get(unit.pc) !== unit) return;
  if (unit.isStale) {
    if ((exit.count & RENEWAL) === 0) renew(unit);
  } else if (unit.generation < parameters.generations && !state.refused.has(unit.pc)) {
    if (exit.reason === NEVER_EXECUTED) explore(unit, exit, frame);
    else if (exit.isMistake) learn(unit, exit, frame);
  }
  if (!budget.isUnlimited && (++unit.left & LOSS_COUNT) === 0) considerLoss(unit);
}

/** What was never executed is about to be: it is recorded, several times before the unit is made again. */
function explore(unit: Unit, exit: Exit, frame: Frame): void {
  const isPower = (exit.count & (exit.count - 1)) === 0;
  if (exit.count >= parameters.unknown * parameters.growth ** unit.generation) unit.isStale = true;
  if (isPower || unit.isStale) record(CodeState.of(frame.runtime));
}

function learn(unit: Unit, exit: Exit, frame: Frame): void {
  const { profile } = exit.frames[exit.frames.length - 1].state.context;
  profile.learn(frame, frame.pc);
  if (exit.reason === OVERFLOW || exit.reason === WILD || exit.reason === REBOUND) noteAtSite(exit);
  if (exit.reason === WORD) noteAtHeader(exit);
  if (++unit.failures < parameters.failures * parameters.growth ** unit.generation) return;
  unit.isStale = true;
  noteMistake(exit);
  renew(unit);
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
  if (site === undefined || exit.reason === LAYOUT) return;
  if (site.mistakes.has(exit.reason)) {
    site.isGeneric = true;
    context.profile.headers.get(pc)?.fill(ANY);
  }
  site.mistakes.add(exit.reason);
}

/** After so many ways out (a power of two less one) it is asked whether the unit is worth while. */
const LOSS_COUNT = 255;
/** Milliseconds from one to the next, below which it is not: such a unit costs more than it gains. */
const LOSS_TIME = 0.008;
/** The same for a unit that is to be made again: there is no time to do so now, and interpreted code serves meanwhile. */
const STALE_LOSS_TIME = 0.05;

/** A unit that is left all the time is slower than the interpreter. */
function considerLoss(unit: Unit): void {
  const now = performance.now();
  const isLoss = now - unit.leftSince < (LOSS_COUNT + 1) * (unit.isStale ? STALE_LOSS_TIME : LOSS_TIME);
  unit.leftSince = now;
  if (!isLoss) return;
  const { state, pc } = unit;
  state.drop(unit);
  events.dropped(state);
  if (unit.isStale) state.requests.set(pc, 0);
  else state.refused.add(pc);
}
