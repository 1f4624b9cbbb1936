/** Makes a unit: graph, JavaScript, function. */
import { Builder } from './builder.ts';
import type { Namespaces } from './context.ts';
import { NeedsFrame, NotCompilable } from './reasons.ts';
import type { CodeState, Entry, Place } from './code-state.ts';
import { type Emitted, Emitter } from './emitter.ts';
import { ANY, BOUND } from './kinds.ts';
import { Node, PURE } from './graph.ts';
import { graphText } from './graph-text.ts';
import { beginDraining } from './lowering/draining.ts';
import { helpers, HELPER_NAMES } from './helpers.ts';
import type { Controls } from './controls.ts';
import type { Lottery } from './lottery.ts';
import { Unit } from './unit.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import type { Value } from '../objspace/object.ts';

/** Nodes up to which calls are inlined: units of that size V8 still optimises soon. Tried again with none if the source is too long. */
const INLINING = [400, 0];
/**
 * With none the source may be so many times as long. V8 may never optimise it then, but even so it is faster than the interpreter: long functions
 * that call others and have no hot loops of their own.
 */
const LAST_RESORT = 2.5;
/** Characters that inlining may have added: what is longer than allowed by more is not made again without it, which would take as long again. */
const INLINED = 12_000;
/** Characters that a node becomes at the least: graphs that are too large are not made text of. */
const LEAST_TEXT = 50;
/** Words of bytecode beyond which nothing is compiled. */
const LONG_CODE = 2500;

/** The graph of a code from a place on; `isFrameless`: as long as nothing needs a frame. */
export function buildGraph(
  state: CodeState,
  place: Place,
  namespaces: Namespaces,
  inlining: number,
  isFrameless = false,
): Builder {
  const flow = state.flowFrom(place);
  const builder = new Builder(state.runtime, flow, state.profile!, namespaces, inlining, isFrameless);
  const { registers } = builder.environment;
  const { parameterCount } = state.runtime;
  for (let register = 0; register < registers.length; register++) {
    if (place !== 0) loadRegister(builder, register);
    else if (register < parameterCount) registers[register] = parameter(builder, register);
    else if (register < flow.variableCount) registers[register] = builder.constant(undefined);
  }
  const way = state.wayOf(place);
  if (way !== 0) beginDraining(builder, way);
  builder.buildContext(builder.root);
  return builder;
}

/** A unit that is entered in the middle of the code finds its values in the frame. */
function loadRegister(builder: Builder, register: number): void {
  const node = builder.read('register', `R[${register}]`, [], ANY);
  builder.set(register, node);
  builder.isInFrame(register, node);
}

function parameter(builder: Builder, register: number): Node {
  const node = new Node('parameter', `a${register}`, [], PURE, BOUND);
  node.block = builder.block;
  builder.block.nodes.push(node);
  return node;
}

/** The source of a unit. */
export function emitUnit(
  state: CodeState,
  place: Place,
  builder: Builder,
  lottery: Lottery | null = null,
  lines = false,
): Emitted {
  const { parameterCount } = state.runtime;
  const emitter = new Emitter(builder, lottery, lines);
  if (place !== 0) {
    return emitter.emit(['F'], ['const D = false, fn = F.source, R = F.registers;'], HELPER_NAMES);
  }
  const parameters = Array.from({ length: parameterCount }, (_item, index) => `a${index}`);
  const list = parameters.join(', ');
  const { inlinedDepth } = builder;
  const limit = inlinedDepth === 0 ? 'S.depthLimit' : `S.depthLimit - ${inlinedDepth}`;
  const isLate = `(++S.depth > ${limit} || --S.fuel < 0 || fn.globals !== U.globals)`;
  const prologue = [
    'const D = F === null;',
    builder.isFrameless
      ? `if (D && ${isLate} && !passes(U, fn)) return refuse(U, fn, [${list}]);`
      : `if (D && ${isLate}) return overdue(U, fn, [${list}]);`,
  ];
  return emitter.emit(['F', 'fn', ...parameters], prologue, HELPER_NAMES);
}

/** Compiles a code from a place on; why not, if it cannot be. */
export function compileUnit(state: CodeState, place: Place, namespaces: Namespaces, controls: Controls): Unit | string {
  let refusal = 'long code';
  if (state.sizeFrom(place) > LONG_CODE) return refusal;
  for (const inlining of INLINING) {
    if (inlining > 0 && controls.parameters.inlining === 0) continue;
    const emitted = tryToCompile(state, place, namespaces, inlining, controls);
    if (typeof emitted !== 'string') return unitOf(state, place, emitted, controls);
    refusal = emitted;
  }
  return refusal;
}

/** Without frames if that can be: then it is known only at the end, and calls of itself are made the same way. */
function buildSuitably(state: CodeState, place: Place, namespaces: Namespaces, inlining: number): Builder {
  const mayBeFrameless = place === 0 && !state.isFramed && !state.runtime.isGenerator;
  if (mayBeFrameless) {
    try {
      return buildGraph(state, place, namespaces, inlining, true);
    } catch (thrown) {
      if (!(thrown instanceof NeedsFrame)) throw thrown;
    }
  }
  return buildGraph(state, place, namespaces, inlining);
}

function nodeCount(builder: Builder): number {
  let count = 0;
  for (const block of builder.blocks) count += block.nodes.length;
  return count;
}

function tryToCompile(
  state: CodeState,
  place: Place,
  namespaces: Namespaces,
  inlining: number,
  controls: Controls,
): Emitted | string {
  try {
    const builder = buildSuitably(state, place, namespaces, inlining);
    const limit = controls.parameters.trace_limit;
    const nodes = nodeCount(builder);
    if (nodes * LEAST_TEXT > limit * LAST_RESORT) return `graph of ${nodes} nodes`;
    const emitted = emitUnit(state, place, builder, controls.lottery, controls.describesGraphs);
    if (controls.describesGraphs) emitted.graph = graphText(builder.blocks);
    const { length } = emitted.source;
    const isLong = inlining === 0 || length > limit + INLINED;
    return length > limit * (isLong ? LAST_RESORT : 1) ? `source of ${length} characters` : emitted;
  } catch (thrown) {
    if (thrown instanceof NotCompilable) return thrown.message;
    throw thrown;
  }
}

type Make = (h: object, k: unknown[], u: Unit) => Entry;

/** The function of a source; `undefined` where the host does not allow that. */
function functionOf(source: string): Make | undefined {
  try {
    return new Function('H', 'K', 'U', source) as Make;
  } catch (thrown) {
    if (thrown instanceof EvalError) return undefined;
    throw thrown;
  }
}

function unitOf(state: CodeState, place: Place, emitted: Emitted, controls: Controls): Unit | string {
  const make = functionOf(emitted.source);
  if (make === undefined) {
    controls.giveUp();
    return 'no code may be made of texts here';
  }
  const unit = new Unit(state, place, emitted, state.namespaces!.globals);
  const entry = make(helpers, emitted.constants, unit);
  if (state.runtime.isGenerator) state.resumptions[place] = unit;
  if (place !== 0) unit.enter = entry as unknown as (frame: Frame) => Value;
  else {
    unit.enter = enterWith(entry, state.runtime.parameterCount);
    state.setEntry(entry, unit);
  }
  return unit;
}

/** Calls a unit with the arguments that are in the registers of a frame. */
function enterWith(entry: Entry, count: number): (frame: Frame) => ReturnType<Entry> {
  const fnOf = (frame: Frame): PyFunction => frame.source as PyFunction;
  const at = (frame: Frame, index: number): Value => frame.registers[index] as Value;
  switch (count) {
    case 0:
      return (frame) => entry(frame, fnOf(frame));
    case 1:
      return (frame) => entry(frame, fnOf(frame), at(frame, 0));
    case 2:
      return (frame) => entry(frame, fnOf(frame), at(frame, 0), at(frame, 1));
    case 3:
      return (frame) => entry(frame, fnOf(frame), at(frame, 0), at(frame, 1), at(frame, 2));
    default:
      return (frame) => entry(frame, fnOf(frame), ...(frame.registers.slice(0, count) as Value[]));
  }
}
