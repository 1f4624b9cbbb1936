/**
 * Decides what is compiled, and when: a code that has got warm is profiled for a while and then compiled, from where it is hot. Guards
 * that keep failing have it profiled and compiled again.
 */
import { CALL_HEAT, COLD, hotSpots } from '../interpreter/hot-spots.ts';
import type { Frame } from '../interpreter/frame.ts';
import { returned } from '../interpreter/generator.ts';
import { yieldTo } from '../interpreter/leaving.ts';
import { instruments } from '../interpreter/instruments.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import { lookSoon } from '../interpreter/safepoint.ts';
import { returnFrom } from '../interpreter/fast/flow.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { boundByHost, calledByHost, calledWithOne, calledWithThree, calledWithTwo } from './bare.ts';
import { CodeState, COMPILED, type Place, PROFILING, REFUSED, WARMING } from './code-state.ts';
import { compileUnit } from './compile.ts';
import { type Controls, controls } from './controls.ts';
import { chance } from './lottery.ts';
import type { Parameters } from './parameters.ts';
import { takeDeparture } from './departure.ts';
import { failures } from './leaving.ts';
import { drainedByHost, resumedByHost, resumption } from './resuming.ts';
import { Profile, profiledInstruction, startProfiling, stopProfiling } from './profile.ts';
import { type Exit, SAFEPOINT } from './exits.ts';
import { ANY } from './kinds.ts';
import { NEVER_EXECUTED } from './reasons.ts';
import { OVERFLOW } from './lowering/numbers.ts';
import { WORD } from './lowering/uint64.ts';
import { BIG_OTHER } from './ranges.ts';
import { WILD } from './lowering/tame.ts';
import { invalidation, reconsideration, type Unit } from './unit.ts';

/** Of so many failures (a power of two less one) of an exit of a stale unit, one asks for a better unit. */
const RENEWAL = 15;

/** Looks for hot code from now on, in interpreters whose controls say so. */
export function install(): void {
  hotSpots.initialHeat = () => controls().initialHeat;
  hotSpots.loop = (frame, target) => enter(frame, target, target, true);
  hotSpots.entered = (frame, otherwise) =>
    succession > MAX_SUCCESSION ? otherwise : enter(frame, frame.pc, otherwise, false);
  resumption.unitFor = (frame, place) => (--frame.runtime.heat < 0 ? unitAt(frame, place, false) : undefined);
  hotSpots.calledByHost = calledByHost;
  hotSpots.calledWithOne = calledWithOne;
  hotSpots.calledWithTwo = calledWithTwo;
  hotSpots.calledWithThree = calledWithThree;
  hotSpots.boundByHost = boundByHost;
  hotSpots.resumedByHost = resumedByHost;
  hotSpots.drainedByHost = drainedByHost;
  hotSpots.record = (frame) => profiledInstruction(frame, profileOf(frame.runtime));
  failures.note = noteFailure;
  failures.noteUnwinding = noteUnwinding;
  invalidation.of = invalidate;
  reconsideration.of = reconsider;
}

// ── Profiles ─────────────────────────────────────────────────────────────────────────────────────────────────────

function profileOf(runtime: RuntimeCode): Profile | null {
  const code = CodeState.of(runtime);
  if (code.phase !== PROFILING) return null;
  if (code.profile!.budget > 0) return code.profile;
  endBurst(code);
  return null;
}

/** A code that was known before everything was forgotten. */
function begin(code: CodeState, { epoch }: Controls): void {
  code.renew();
  code.epoch = epoch;
}

/** Calls and loops have thresholds of their own. */
function isWarm(code: CodeState, { threshold, function_threshold }: Parameters, isLoop: boolean): boolean {
  // It has been profiled before.
  if (code.profile !== null) return true;
  const calls = function_threshold * CALL_HEAT;
  code.warmth = Math.max(code.warmth, Math.min(threshold, calls));
  const missing = (isLoop ? threshold : calls) - code.warmth;
  if (missing <= 0) return true;
  code.runtime.heat = missing;
  code.warmth += missing;
  return false;
}

function startPhase(code: CodeState, frame: Frame, parameters: Parameters): void {
  const { runtime } = code;
  if (frame.namespace !== null || !runtime.hasCaches) {
    refuse(code);
    return;
  }
  if (code.profile === null) {
    code.profile = new Profile(runtime.code);
    code.namespaces = { globals: frame.source.globals, builtins: frame.source.builtins };
    code.bursts = parameters.bursts;
    code.warmSince = performance.now();
    code.isHot = false;
    code.warmTimes = 0;
  }
  startBurst(code, parameters.profile_turns, parameters);
}

function startBurst(code: CodeState, turns: number, { profile_limit }: Parameters): void {
  const { runtime } = code;
  code.phase = PROFILING;
  runtime.heat = turns;
  code.profile!.budget = profile_limit;
  startProfiling(runtime);
}

function endBurst(code: CodeState): void {
  const { runtime } = code;
  stopProfiling(runtime);
  if (--code.bursts > 0) {
    code.phase = WARMING;
    runtime.heat = controls().parameters.pause;
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
  const { parameters } = controls();
  startBurst(code, parameters.reprofile_turns, parameters);
}

function refuse(code: CodeState): void {
  code.phase = REFUSED;
  code.runtime.heat = COLD;
}

// ── Entering units ───────────────────────────────────────────────────────────────────────────────────────────────

/** The frame is at a place that has got hot: answers what follows, `otherwise` if it goes on interpreted. */
function enter(frame: Frame, pc: number, otherwise: number, isLoop: boolean): number {
  const unit = unitAt(frame, pc, isLoop);
  return unit === undefined || !unit.isWithinLimit ? otherwise : run(unit, frame);
}

/** The unit for the frame, which is at the place; `undefined` if it goes on interpreted. */
function unitAt(frame: Frame, place: Place, isLoop: boolean): Unit | undefined {
  const { runtime } = frame;
  const code = CodeState.of(runtime);
  const current = controls();
  if (code.epoch !== current.epoch) begin(code, current);
  if (!current.isEnabled) {
    runtime.heat = COLD;
    return undefined;
  }
  if (instruments.isActive) {
    runtime.heat = current.parameters.threshold;
    return undefined;
  }
  if (code.phase === PROFILING) endBurst(code);
  else if (code.phase === WARMING && isWarm(code, current.parameters, isLoop))
    startPhase(code, frame, current.parameters);
  if (code.phase === COMPILED) return findUnit(code, frame, place);
  if (code.phase === REFUSED) runtime.heat = COLD;
  return undefined;
}

function findUnit(code: CodeState, frame: Frame, place: Place): Unit | undefined {
  const { runtime } = code;
  runtime.heat = 0;
  if (runtime.isGenerator && place === 0) return undefined;
  const { source } = frame;
  const namespaces = code.namespaces!;
  if (source.globals !== namespaces.globals || source.builtins !== namespaces.builtins) {
    if (code.units.size === 0) runtime.heat = controls().parameters.threshold * 4;
    return undefined;
  }
  const unit = code.units.get(place);
  if (unit === undefined) return request(code, place);
  noteEntered(code, unit);
  return unit.isStale ? renew(unit) : unit;
}

function noteEntered(code: CodeState, unit: Unit): void {
  controls().kept.noteEntered(code);
  if (code.runtime.isGenerator) code.resumptions[unit.place] = unit;
}

/** Units that may follow each other, each entered where the one before was left: they are within each other on the host's stack. */
const MAX_SUCCESSION = 30;
let succession = 0;

/** Runs the frame in the unit: what follows, for the loop. */
function run(unit: Unit, frame: Frame): number {
  const before = succession;
  succession = 0;
  const result = unit.enter(frame);
  if (result === EXIT) {
    succession = before;
    return takeDeparture();
  }
  succession = before + 1;
  try {
    return frame.generator !== null
      ? suspended(frame, result as Value | undefined)
      : returnFrom(frame, frame.pc, result as Value);
  } finally {
    succession = before;
  }
}

/** The unit of a generator has come to its next value, or to its end. */
function suspended(frame: Frame, item: Value | undefined): number {
  return item === undefined ? returnFrom(frame, frame.pc, returned.value) : yieldTo(frame, item);
}

/**
 * Whether the code is worth a unit: how often it has run tells nothing of that, but how often it runs in a time does. Large programs have
 * hundreds of functions that run some thousand times; compiling these takes longer than they do, and V8 does not get to optimise the result.
 */
function isHot(code: CodeState): boolean {
  if (code.isHot) return true;
  const { budget, parameters } = controls();
  const now = performance.now();
  const time = now - code.warmSince;
  if (budget.isUnlimited || time <= parameters.hot_time || staysWarm(code, time, parameters)) {
    code.isHot = true;
    return true;
  }
  code.warmSince = now;
  code.runtime.heat = parameters.hot_turns;
  return false;
}

/** What is called again and again for a second, if less often, pays for a unit in those that follow. */
function staysWarm(code: CodeState, time: number, { warm_time, warm_times }: Parameters): boolean {
  code.warmTimes = time <= warm_time ? code.warmTimes + 1 : 0;
  return code.warmTimes >= warm_times;
}

// ── Making units ─────────────────────────────────────────────────────────────────────────────────────────────────

/** A place without a unit is hot. */
function request(code: CodeState, place: Place): Unit | undefined {
  const { parameters } = controls();
  if (code.refused.has(place)) {
    if (code.units.size === 0) code.runtime.heat = parameters.pause;
    return undefined;
  }
  if (!isHot(code)) return undefined;
  const profile = code.profile!;
  const pc = code.pcOf(place);
  if (!profile.isVisited(pc)) {
    record(code);
    return undefined;
  }
  const isDraining = code.wayOf(place) !== 0;
  if (!profile.headers.has(pc) && !isDraining) return compile(code, place);
  const count = code.requests.get(place) ?? 0;
  code.requests.set(place, count + 1);
  if (count < (profile.calls > 1 && !isDraining ? parameters.requests : parameters.loop_requests)) return undefined;
  return compile(code, place);
}

/** Deep in a recursion there may be no room for the compiler: trying again at each level would take for ever. */
function compileWithinStack(code: CodeState, place: Place, current: Controls): Unit | string {
  try {
    return compileUnit(code, place, code.namespaces!, current);
  } catch (thrown) {
    if (thrown instanceof RangeError) return 'no room on the stack';
    throw thrown;
  }
}

/** Milliseconds of compilation after which interruptions are looked for: one unit may follow the other. */
const LONG = 2;

/** A unit from a place on, if there is time to make one. */
function compile(code: CodeState, place: Place): Unit | undefined {
  const size = code.sizeFrom(place);
  const current = controls();
  const { budget, kept, parameters } = current;
  if (!budget.allows(size, code.denials >= parameters.patience)) {
    code.requests.set(place, 0);
    if (!code.units.has(place)) code.denials++;
    if (code.units.size === 0) code.runtime.heat = parameters.pause;
    return undefined;
  }
  const start = performance.now();
  const unit = compileWithinStack(code, place, current);
  const time = budget.spend(start, size);
  if (time > LONG) lookSoon();
  code.denials = 0;
  if (typeof unit === 'string') {
    code.refused.add(place);
    current.noteRefused(code, code.pcOf(place), unit);
    return undefined;
  }
  kept.subtract(code, code.units.get(place)?.source.length ?? 0);
  code.units.set(place, unit);
  current.noteCompiled(unit, time);
  if (unit.rely()) return unit;
  drop(unit, 'changes while it was made');
  return undefined;
}

/** A better unit for the same place; the old one as long as there is none, unless making one has shown it to be wrong. */
function renew(unit: Unit): Unit | undefined {
  const { state, place } = unit;
  if (state.phase === PROFILING) return unit;
  const better = compile(state, place);
  if (state.refused.has(place)) unit.isStale = false;
  return better ?? (unit.isValid ? unit : undefined);
}

/** A unit makes many frames: what it calls may be compiled by now, and need none. Where there was no time to make it again there may be now. */
function reconsider(unit: Unit): void {
  const { state, place, generation } = unit;
  if (!unit.isCurrent || state.refused.has(place) || generation >= controls().parameters.generations) return;
  for (const callee of unit.framedCallees) if (callee.isFrameless && callee !== state) unit.isStale = true;
  if (!unit.isStale) return;
  // As long as units run the code nobody ends a burst.
  if (state.phase === PROFILING) endBurst(state);
  if (renew(unit) === unit) state.denials++;
}

// ── Units that fail ──────────────────────────────────────────────────────────────────────────────────────────────

/** A unit is left at `frame`'s instruction: what it expected is looked at again if that happens often. */
function noteFailure(unit: Unit, number: number, frame: Frame): void {
  const exit = unit.exits[number];
  exit.count++;
  if (exit.reason === SAFEPOINT) return;
  if (chance.hasStruck) {
    chance.hasStruck = false;
    return;
  }
  const current = controls();
  const { budget, parameters } = current;
  current.noteFailed(unit, number);
  const { state } = unit;
  if (state.units.get(unit.place) !== unit) return;
  if (unit.isStale) {
    if ((exit.count & RENEWAL) === 0 && renew(unit) === unit) state.denials++;
  } else if (unit.generation < parameters.generations && !state.refused.has(unit.place)) {
    if (exit.taker !== null) explore(unit, exit, exit.taker, parameters);
    else if (exit.reason === NEVER_EXECUTED) explore(unit, exit, frame.runtime, parameters);
    else if (exit.isMistake) learn(unit, exit, frame, parameters);
  }
  if (!budget.isUnlimited && (++unit.left & LOSS_COUNT) === 0) considerLoss(unit);
}

/** What was never executed is about to be: it is recorded, several times before the unit is made again. */
function explore(unit: Unit, exit: Exit, runtime: RuntimeCode, parameters: Parameters): void {
  const isPower = (exit.count & (exit.count - 1)) === 0;
  if (exit.count === 1) exit.since = performance.now();
  if (exit.count - exit.counted >= parameters.exit_failures * parameters.growth ** unit.generation)
    unit.isStale = !isSeldom(unit, exit);
  if (isPower || unit.isStale) record(CodeState.of(runtime));
}

/**
 * Milliseconds from one time to the next, above which it does not matter that a unit is left. With what follows there, a unit without frames
 * might need them, and so would its callers. Any other costs V8 a tenth of a second when it is made again, and is slow until then.
 */
const SELDOM = { frameless: 2, framed: 5 };

/** Whether a unit is left so seldom at what was never executed that it may go on to be. */
function isSeldom(unit: Unit, exit: Exit): boolean {
  const now = performance.now();
  const interval = unit.isFrameless ? SELDOM.frameless : SELDOM.framed;
  const isRare = !controls().budget.isUnlimited && now - exit.since > (exit.count - exit.counted) * interval;
  exit.since = now;
  exit.counted = exit.count;
  const { context, pc } = exit.frames[exit.frames.length - 1].state;
  if (isRare) context.profile.seldom.add(pc);
  else context.profile.seldom.delete(pc);
  return isRare;
}

function learn(unit: Unit, exit: Exit, frame: Frame, parameters: Parameters): void {
  const { profile } = exit.frames[exit.frames.length - 1].state.context;
  profile.learn(frame, frame.pc);
  if (exit.reason === OVERFLOW || exit.reason === WILD) noteAtSite(exit);
  if (exit.reason === WORD) noteAtHeader(exit);
  if (++unit.failures < parameters.guard_failures * parameters.growth ** unit.generation) {
    if ((unit.failures & (unit.failures - 1)) === 0) record(CodeState.of(frame.runtime));
    return;
  }
  unit.isStale = true;
  noteMistake(unit, exit, parameters);
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

/**
 * What fails again although it has been looked at is left to the interpreter. Units that were made before something was seen may all fail for
 * it, and operands of one instruction one after the other: that is no mistake before the last generation.
 */
function noteMistake(unit: Unit, exit: Exit, parameters: Parameters): void {
  const { context, pc } = exit.frames[exit.frames.length - 1].state;
  const { profile } = context;
  const site = profile.sites[pc];
  if (site === undefined) return;
  const isNews = profile.seenAt(pc) > exit.seen && unit.generation + 1 < parameters.generations;
  if (site.mistakes.has(exit.reason) && !isNews) {
    site.isGeneric = true;
    profile.headers.get(pc)?.fill(ANY);
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
  const { state, place } = unit;
  drop(unit, unit.isStale ? 'left again and again before it could be made again' : 'left again and again');
  if (!unit.isStale && !mayStartOver(state, place)) state.refused.add(place);
  else state.requests.set(place, 0);
}

/** How often a code whose units were all given up gets others. */
const MAX_RESTARTS = 2;

/** Units that were made while a program was beginning have seen too little of what it does later, and each learns of one place only. */
function mayStartOver(code: CodeState, place: Place): boolean {
  if (code.restarts >= MAX_RESTARTS) return false;
  code.restarts++;
  code.generations.delete(place);
  record(code);
  return true;
}

function drop(unit: Unit, reason: string): void {
  const { state } = unit;
  const current = controls();
  current.kept.subtract(state, unit.source.length);
  state.drop(unit);
  current.noteDropped(state, reason);
}

/** What the unit relies on is not so any more. */
function invalidate(unit: Unit, reason: string): void {
  if (unit.isCurrent) drop(unit, reason);
}

/** After so many times that a unit and its callers are left together (a power of two less one) it is asked whether that is too often. */
const UNWINDING_COUNT = 255;
/** Milliseconds from one to the next, below which calls with frames are faster. */
const UNWINDING_TIME = 0.05;

/** A unit without frames is left: all its callers are, up to one that has a frame. */
function noteUnwinding(unit: Unit): void {
  if ((++unit.unwindings & UNWINDING_COUNT) !== 0 || controls().budget.isUnlimited || !unit.isCurrent) return;
  const now = performance.now();
  const isLoss = now - unit.unwoundSince < (UNWINDING_COUNT + 1) * UNWINDING_TIME;
  unit.unwoundSince = now;
  if (!isLoss) return;
  unit.state.unwoundUnits++;
  drop(unit, 'left with its callers again and again');
}
