/**
 * How units make and resume generators and coroutines. The unit of a generator always runs on the generator's own frame, and answers the
 * value that it yields, `undefined` at its end (the result is in `returned`), or EXIT as every unit entered by the loop does: the
 * reason is in `departure`, and `state.frame` goes on.
 */
import { link, unlink } from '../interpreter/delegate-chains.ts';
import { delegate, enterForLoop, onlyDelegates, type Yielded, YIELD_FROM_LENGTH } from '../interpreter/leaving.ts';
import { Frame, FROM_SEND, FROM_YIELD_FROM } from '../interpreter/frame.ts';
import {
  canResume,
  endGenerator,
  enterGenerator,
  newGenerator as generatorOf,
  PyGenerator,
  resume,
  returned,
  stopIteration,
  takeSent,
} from '../interpreter/generator.ts';
import { goOn, run, runUntil } from '../interpreter/dispatch.ts';
import { instruments } from '../interpreter/instruments.ts';
import { suspendable } from '../interpreter/suspension.ts';
import { PyMethodWrapper } from '../objspace/descriptors.ts';
import { caught } from '../objspace/exception.ts';
import type { Draining } from '../objspace/draining.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { type PyType, typeOf } from '../objspace/type.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import { nextOf } from '../objspace/types/next-of.ts';
import { PyRangeIterator } from '../objspace/types/range-iterator.ts';
import { type CodeState, type Place, RETURN_GENERATOR_LENGTH } from './code-state.ts';
import { cameBack, departure, LEFT, takeDeparture } from './departure.ts';
import { execute } from './leaving.ts';
import { resumptionPc } from './places.ts';
import type { Unit } from './unit.ts';

/** What a call of a generator function gives. `back`: the calling frame, for coroutines, which note where they were made. */
export function newGenerator(code: CodeState, fn: PyFunction, back: Frame | null, ...args: Value[]): PyGenerator {
  const frame = new Frame(code.runtime, fn, null, back, state.handled);
  for (let index = 0; index < args.length; index++) frame.registers[index] = args[index];
  const generator = generatorOf(frame);
  frame.generator = generator;
  frame.pc = RETURN_GENERATOR_LENGTH;
  frame.back = null;
  return generator;
}

/** The same of a function that makes generators, not coroutines, without an array around the arguments. */
export function newGenerator1(code: CodeState, fn: PyFunction, first: Value): PyGenerator {
  const frame = new Frame(code.runtime, fn, null, null, state.handled);
  frame.registers[0] = first;
  return suspendedAtStart(frame, fn);
}

export function newGenerator2(code: CodeState, fn: PyFunction, first: Value, second: Value): PyGenerator {
  const frame = new Frame(code.runtime, fn, null, null, state.handled);
  frame.registers[0] = first;
  frame.registers[1] = second;
  return suspendedAtStart(frame, fn);
}

/** The same of a function that makes coroutines. */
export function newCoroutine1(code: CodeState, fn: PyFunction, back: Frame, first: Value): PyGenerator {
  const frame = new Frame(code.runtime, fn, null, back, state.handled);
  frame.registers[0] = first;
  return coroutineOf(frame);
}

export function newCoroutine2(code: CodeState, fn: PyFunction, back: Frame, first: Value, second: Value): PyGenerator {
  const frame = new Frame(code.runtime, fn, null, back, state.handled);
  frame.registers[0] = first;
  frame.registers[1] = second;
  return coroutineOf(frame);
}

function coroutineOf(frame: Frame): PyGenerator {
  const coroutine = generatorOf(frame);
  frame.generator = coroutine;
  frame.pc = 1;
  frame.back = null;
  return coroutine;
}

function suspendedAtStart(frame: Frame, fn: PyFunction): PyGenerator {
  const generator = new PyGenerator(frame, fn.name, fn.qualname);
  frame.generator = generator;
  frame.pc = RETURN_GENERATOR_LENGTH;
  return generator;
}

/** Frames that delegate to each other in units: beyond, the JavaScript stack might not do, and the interpreter goes on. */
const MAX_NESTING = 500;
let nesting = 0;

/** Where no unit is: the driver counts, and makes one when the code is hot. */
export const resumption = { unitFor: (_frame: Frame, _place: Place): Unit | undefined => undefined };

/** The unit of a generator's code from a place on. Whoever observes the program is told of what the interpreter does only. */
function unitAt(frame: Frame, place: Place): Unit | undefined {
  if (instruments.isActive) return undefined;
  const code = frame.runtime.compiled as CodeState | null;
  const unit = code === null ? undefined : code.resumptions[place];
  const found = unit ?? resumption.unitFor(frame, place);
  return found !== undefined && found.globals === frame.source.globals && found.willBeWithinLimit ? found : undefined;
}

/** For the ForIter that `back` is at: the next value of the generator; `undefined` at its end, after which the loop goes on at `exit`. */
export function advance(back: Frame, generator: PyGenerator, exit: number): Result | undefined {
  const inner = generator.frame;
  const isReady = !generator.isRunning && !generator.isFinished && state.depth < state.depthLimit && state.fuel > 0;
  const unit = isReady ? unitAt(inner, resumptionPc(generator)) : undefined;
  if (unit === undefined) return advanceInterpreted(back, exit);
  const { depth } = state;
  const frame = enterForLoop(generator, back);
  state.frame = frame;
  const item = unit.enter(frame) as Result | undefined;
  if (item === EXIT) return finishResumption(back, depth, exit);
  settle(generator, frame, item === undefined);
  state.frame = back;
  return item;
}

/** The same for an instance, whose class may have the `__next__` of a generator as its own. */
export function advanceInstance(back: Frame, iterator: Value, exit: number): Result | undefined {
  const generator = generatorBehind(typeOf(iterator));
  return generator === undefined ? advanceInterpreted(back, exit) : advance(back, generator, exit);
}

/** The generator whose `__next__`, bound to it, is that of the objects of a Python class. */
export function generatorBehind(type: PyType): PyGenerator | undefined {
  const method = type.isHeapType ? type.lookup('__next__') : undefined;
  if (!(method instanceof PyMethodWrapper) || method.descriptor.kind !== 'next') return undefined;
  const { self } = method;
  return self instanceof PyGenerator && self.kind === 'generator' ? self : undefined;
}

function advanceInterpreted(back: Frame, exit: number): Result | undefined {
  const register = back.runtime.code.words[back.pc + 1];
  const next = execute(back, back.pc);
  if (next < 0) return EXIT;
  return next === exit ? undefined : (back.registers[register] as Value);
}

/** The unit was left before the generator yielded: the interpreter goes on until it does. */
function finishResumption(back: Frame, depth: number, exit: number): Result | undefined {
  if (suspendable.run !== undefined) return EXIT;
  const register = back.runtime.code.words[back.pc + 1];
  runUntil(back, depth, takeDeparture());
  const result = cameBack(back, register);
  return result !== EXIT && back.pc === exit ? undefined : result;
}

/** `send`, called by the instruction that `back` is at, behind which it goes on at `returnPc` with the answer in `register`. */
export function send(back: Frame, generator: PyGenerator, value: Value, register: number, returnPc: number): Result {
  const frame = generator.frame;
  const isReady = canResume(generator, value) && state.depth < state.depthLimit && state.fuel > 0;
  const unit = isReady ? unitAt(frame, resumptionPc(generator)) : undefined;
  if (unit === undefined) return execute(back, back.pc) < 0 ? EXIT : (back.registers[register] as Value);
  const { depth } = state;
  enterGenerator(generator, back, value);
  frame.entry = FROM_SEND;
  frame.returnPc = returnPc;
  state.depth++;
  state.frame = frame;
  const item = unit.enter(frame) as Result | undefined;
  if (item === EXIT) {
    if (suspendable.run !== undefined) return EXIT;
    runUntil(back, depth, takeDeparture());
    return cameBack(back, register);
  }
  settle(generator, frame, item === undefined);
  state.frame = back;
  return item === undefined ? stopIteration(returned.value) : item;
}

/** The unit of the generator has yielded, or returned. */
function settle(generator: PyGenerator, frame: Frame, isFinished: boolean): void {
  generator.isRunning = false;
  if (isFinished) endGenerator(generator);
  else generator.handledInside = generator.isHandling ? state.handled : null;
  state.handled = frame.handledBefore;
  state.depth--;
  frame.back = null;
}

/** The delegate, whose frame that is, has yielded to the generator that delegates to it. */
function suspendDelegate(root: PyGenerator, delegate: PyGenerator, frame: Frame): void {
  if (delegate.isHandling) settle(delegate, frame, false);
  else link(root, frame, 1);
}

function enterNested(unit: Unit, frame: Frame): Result | undefined {
  nesting++;
  try {
    return unit.enter(frame) as Result | undefined;
  } finally {
    nesting--;
  }
}

/** The frame whose delegate has ended: its unit, which begins with the YieldFrom, finds the result in the register. */
let delivered: Frame | null = null;

/**
 * For the YieldFrom that `frame`, a generator's, is at: what its delegate yields; `undefined` when the delegate is done and the result is in
 * its register; EXIT if that has raised, or if the interpreter has to go on in the delegate.
 */
export function delegateFrom(frame: Frame): Result | undefined {
  if (delivered === frame) {
    delivered = null;
    return undefined;
  }
  const last = frame.generator!.innermost;
  if (last !== null) {
    const unit = unitOfLinked(frame.generator!, last);
    if (unit !== undefined) return runLinked(frame, last, unit);
  }
  const outcome = delegate(frame);
  if (outcome === EXIT || outcome === undefined) return outcome;
  return outcome instanceof Frame ? runDelegates(frame, outcome) : (outcome as Yielded).value;
}

/**
 * The same where the delegate has been made by the call before: it can be entered, and delegates to nobody yet, so that it is a chain by
 * itself. One that somebody else has begun meanwhile, or that has no unit, takes the common way.
 */
export function delegateToNew(frame: Frame, delegate: PyGenerator): Result | undefined {
  const generator = frame.generator!;
  const inner = delegate.frame;
  const isReady = !delegate.isStarted && !delegate.isFinished && generator.sent === null && delivered !== frame;
  const hasRoom = nesting < MAX_NESTING && state.depth < state.depthLimit && state.fuel > 0;
  const unit = isReady && hasRoom ? unitAt(inner, inner.pc) : undefined;
  if (unit === undefined) return delegateFrom(frame);
  generator.sentRegister = -1;
  generator.delegate = delegate;
  delegate.isRunning = true;
  delegate.isStarted = true;
  inner.back = frame;
  inner.handledBefore = state.handled;
  inner.entry = FROM_YIELD_FROM;
  state.depth++;
  state.frame = inner;
  const item = enterNested(unit, inner);
  if (item === EXIT) return EXIT;
  state.frame = frame;
  if (item !== undefined) {
    suspendDelegate(generator, delegate, inner);
    return item;
  }
  settle(delegate, inner, true);
  generator.delegate = undefined;
  frame.registers[frame.runtime.words[frame.pc + 1]] = returned.value;
  return undefined;
}

/**
 * A chain of generators each of which delegates to the next one: only the last one runs. What it yields all of them pass on; where it ends, the
 * one before goes on, and so outwards up to `outer`. Their units are not entered for that: chains may be long.
 */
function runDelegates(outer: Frame, first: Frame): Result | undefined {
  const frame = innermost(first);
  return runOutwards(outer, frame, runDelegate(frame), 0);
}

/**
 * The innermost frame has answered the item: where it has ended, the ones before it go on, until one yields or EXIT is answered, or `outer` has
 * the result. `linkedCount`: how many frames there are, if those before the last one are as they have to be in a linked chain; 0 if nobody knows.
 */
function runOutwards(outer: Frame, last: Frame, answer: Result | undefined, linkedCount: number): Result | undefined {
  let frame = last;
  let item = answer;
  let count = linkedCount;
  while (item === undefined) {
    const back = frame.back!;
    settle(frame.generator!, frame, true);
    state.frame = back;
    back.generator!.delegate = undefined;
    back.registers[back.runtime.words[back.pc + 1]] = returned.value;
    if (back === outer) return undefined;
    frame = back;
    count--;
    item = goOnBehind(frame);
  }
  if (item === EXIT) return EXIT;
  if (count > 0 && !frame.generator!.isHandling) link(outer.generator!, frame, count);
  else yieldThrough(outer, frame);
  state.frame = outer;
  return item;
}

/** `last` has yielded, and the frames up to `outer` pass that on. */
function yieldThrough(outer: Frame, last: Frame): void {
  for (let frame = last; frame !== outer; ) {
    const back = frame.back!;
    suspendDelegate(back.generator!, frame.generator!, frame);
    frame = back;
  }
}

/** For the innermost frame of a linked chain; where it cannot be entered by itself there is no chain any more. */
function unitOfLinked(root: PyGenerator, last: Frame): Unit | undefined {
  const hasRoom = nesting < MAX_NESTING && state.depth + root.linkedCount < state.depthLimit && state.fuel > 0;
  const unit =
    hasRoom && state.handled === last.handledBefore ? unitAt(last, resumptionPc(last.generator!)) : undefined;
  if (unit === undefined) unlink(root);
  return unit;
}

/** As `runDelegates`, without a look at the frames between. */
function runLinked(outer: Frame, last: Frame, unit: Unit): Result | undefined {
  const root = outer.generator!;
  const { linkedCount } = root;
  root.innermost = null;
  state.depth += linkedCount;
  state.frame = last;
  takeSent(last.generator!, root.sent);
  root.sent = null;
  return runOutwards(outer, last, enterNested(unit, last), linkedCount);
}

function innermost(first: Frame): Frame {
  let frame = first;
  state.frame = frame;
  while (!instruments.isActive && onlyDelegates(frame)) {
    frame = delegate(frame) as Frame;
    state.frame = frame;
  }
  return frame;
}

/** As a unit; EXIT where the interpreter has to run the frame. */
function runDelegate(frame: Frame): Result | undefined {
  const unit = nesting < MAX_NESTING && state.fuel > 0 ? unitAt(frame, frame.pc) : undefined;
  if (unit !== undefined) return enterNested(unit, frame);
  departure.kind = LEFT;
  return EXIT;
}

/** Runs a frame whose YieldFrom has got its result. */
function goOnBehind(frame: Frame): Result | undefined {
  const { pc } = frame;
  delivered = frame;
  const item = runDelegate(frame);
  if (delivered === frame) {
    // There is no unit, or it was left at once: the interpreter must not execute the YieldFrom again.
    delivered = null;
    if (frame.pc === pc) frame.pc = pc + YIELD_FROM_LENGTH;
  }
  return item;
}

/** The next item of one of the iterators under a `zip` or `enumerate`. */
export function nextWithin(iterator: Value): Result | undefined {
  if (iterator instanceof PyRangeIterator) return iterator.next();
  if (iterator instanceof PyGenerator && iterator.kind === 'generator') return resume(iterator, null);
  try {
    return nextOf(iterator);
  } catch (thrown) {
    return caught(thrown);
  }
}

/** A generator's frame, which host code resumes: as `run`. */
export function resumedByHost(frame: Frame): Result {
  const unit = state.depth < state.depthLimit ? unitAt(frame, frame.pc) : undefined;
  return unit === undefined ? run(frame) : resumeIn(unit, frame);
}

/** Where a unit that drains a generator finds the list for its items, when it is entered. */
export const drained = { items: [] as Value[] };

/** The same, for host code that takes what the generator yields before the answer from `items`. */
export function drainedByHost(frame: Frame, way: Draining, items: Value[]): Result {
  const unit = state.depth < state.depthLimit ? unitAt(frame, frame.pc) : undefined;
  if (unit === undefined) return run(frame);
  const better = unitAt(frame, unit.state.drainingPlace(frame.pc, way));
  drained.items = items;
  return resumeIn(better ?? unit, frame);
}

function resumeIn(unit: Unit, frame: Frame): Result {
  const outerFrame = state.frame;
  const { depth } = state;
  state.depth++;
  state.frame = frame;
  const item = unit.enter(frame) as Result | undefined;
  if (item === EXIT) {
    return goOn(frame, takeDeparture(), outerFrame, depth);
  }
  settle(frame.generator!, frame, item === undefined);
  state.frame = outerFrame;
  return item === undefined ? returned.value : item;
}
