/** Loops: what is expected of the variables at a loop header, and of what comes back there. */
import * as Op from '../bytecode/opcodes.generated.ts';
import type { Builder, Pending } from './builder.ts';
import type { FlowBlock } from './flow-block.ts';
import type { Environment } from './environment.ts';
import { isSame } from './frame-states.ts';
import { type Block, Edge, MAX_SAFE, Node, original, Phi, PURE, type Virtual } from './graph.ts';
import { ANY, BIG, FLOAT, INT, isWithin, SMALL, UNBOUND } from './kinds.ts';
import { expectWord, fromWord } from './lowering/uint64.ts';
import { numberIn } from './lowering/versions.ts';
import { isUint64, RANGE, rangeWith, rangeWithin } from './ranges.ts';
import { expectValid, Validity } from './validity.ts';
import { canStayUnmade, comeBackUnmade, escape, escapeBeforeLoop, unmadeAt, unmadeFloatPhi } from './virtuals.ts';
import { LOST_KIND, NotCompilable } from './reasons.ts';
import { isLittleEndian } from './words.ts';

const MAX_WORD = 2n ** 64n - 1n;

/** A loop that has been begun: where it starts, what is known there, and its variables, by register (those of iterators by negative numbers). */
export interface Header {
  readonly block: Block;
  readonly environment: Environment;
  readonly phis: Map<number, Phi>;
}

/** Kinds that a loop variable is expected to keep: unboxing and bounds depend on them. */
const EXPECTED = INT | FLOAT;

/**
 * A loop header: every register that the loop writes gets a phi, whose kinds are those that the profile has seen there; what comes from
 * outside is made sure to be of them before the loop.
 */
export function enterLoop(b: Builder, flowBlock: FlowBlock, edges: Pending[], headers: Map<FlowBlock, Header>): void {
  if (edges.length > 1) {
    // One way into the loop: the ways from outside meet before it.
    b.merge(flowBlock, edges);
  }
  const { context, environment } = b;
  const seen = context.profile.headers.get(flowBlock.start);
  const written = context.flow.writtenIn(flowBlock);
  const { consumer, flow } = context;
  const { registerCount } = context.runtime;
  const isKept = (register: number): boolean => flow.isKept(register) || flowBlock.liveIn.has(register);
  const mayBeUnmade = (register: number, node: Node): boolean =>
    register < registerCount &&
    written.has(register) &&
    !flowBlock.liveIn.has(register) &&
    mayBeUnmadeFloat(node, seen?.[register] ?? 0);
  const seenOf = (register: number): number =>
    register >= registerCount ? consumer!.kinds[register - registerCount] : (seen?.[register] ?? 0);
  for (let register = 0; register < environment.registers.length; register++) {
    const node = environment.registers[register];
    if (node === null) continue;
    if (!isKept(register)) {
      environment.registers[register] = null;
      continue;
    }
    if (written.has(register) && !mayBeUnmade(register, node)) escape(b, node);
    if (seen !== undefined && flowBlock.liveIn.has(register)) expectAtHeader(b, node, seen[register]);
  }
  escapeBeforeLoop(b);
  const validity = new Validity([expectValid(b)]);
  const words = wordsAtHeader(b, flowBlock, written);
  const header = b.newBlock();
  header.isHeader = true;
  const edge = new Edge(b.block, header);
  header.edges.push(edge);
  b.goto(edge);
  b.block = header;
  b.isClosed = false;
  const phis = new Map<number, Phi>();
  for (let register = 0; register < environment.registers.length; register++) {
    const node = words.get(register) ?? environment.registers[register];
    if (node === null) continue;
    if (node.iteration !== null)
      environment.registers[register] = loopIteration(b, node, flowBlock, register, written, phis);
    else if (mayBeUnmade(register, node)) {
      const phi = unmadeFloatPhi(b, node);
      phis.set(register, phi);
      environment.registers[register] = phi;
    } else if (written.has(register) || register >= registerCount) {
      const ranges = context.profile.headerRanges.get(flowBlock.start);
      const phi = loopPhi(b, node, numberIn(b, node, seenOf(register)), ranges?.[register]);
      phis.set(register, phi);
      environment.registers[register] = phi.isWord ? fromWord(b, phi, MAX_WORD) : phi;
    }
  }
  // The way back passes the safepoint, where units are left when somebody observes.
  const { isUnobserved } = environment;
  environment.forget();
  environment.isUnobserved = isUnobserved;
  environment.validity = validity;
  keepSynced(b, environment, written);
  environment.current = null;
  b.currentState = null;
  headers.set(flowBlock, { block: header, environment: environment.copy(), phis });
}

/** Frames that are there all the time, the unit's own and those of generators, still hold what the loop does not change. */
function keepSynced(b: Builder, inner: Environment, written: Set<number>): void {
  const before = inner.synced;
  inner.synced = new Map();
  for (let environment: Environment | null = inner; environment !== null; environment = environment.parent) {
    const { context, registers } = environment;
    const synced = before.get(context);
    if (synced === undefined || (context !== b.root && context.resumed === null)) continue;
    const kept = [...synced].filter(([register, node]) => {
      const now = registers[register];
      if (now === null || now.iteration !== null || !isSame(node, now)) return false;
      return environment !== inner || !written.has(register);
    });
    inner.synced.set(context, new Map(kept));
  }
}

/** Words of the variables that the profile says to stay such, by register. */
function wordsAtHeader(b: Builder, flowBlock: FlowBlock, written: Set<number>): Map<number, Node> {
  const { profile } = b.context;
  const words = new Map<number, Node>();
  const seen = profile.headers.get(flowBlock.start);
  const ranges = profile.headerRanges.get(flowBlock.start);
  if (seen === undefined || ranges === undefined || !isLittleEndian) return words;
  for (const register of written) {
    const node = b.environment.registers[register];
    if (node === null || !flowBlock.liveIn.has(register)) continue;
    if (!isWithin(seen[register], INT | BIG) || !isUint64(ranges[register])) continue;
    const word = expectWord(b, b.environment.registers[register]!);
    if (word !== null) words.set(register, word);
  }
  return words;
}

/** Whether a variable that is not read at a loop header is a float there as a rule, but not the first time: it need not be made for that. */
function mayBeUnmadeFloat(node: Node, seen: number): boolean {
  return !isWithin(node.kinds, FLOAT) && (seen & FLOAT) !== 0 && isWithin(seen, FLOAT | UNBOUND);
}

function expectAtHeader(b: Builder, node: Node, seen: number): void {
  if (node.iteration !== null || !isWithin(seen, EXPECTED) || (isWithin(seen, INT) === false && seen !== FLOAT)) return;
  const kinds = isWithin(seen, INT) ? INT : FLOAT;
  if (!isWithin(node.kinds, kinds) && (node.kinds & kinds) !== 0) b.expect(node, kinds);
}

/** The phi of a variable of which the profile has seen ints of 64 bits. */
function wordPhi(b: Builder, node: Node): Phi {
  const phi = new Phi(BIG);
  phi.isWord = true;
  phi.inputs.push(node);
  phi.block = b.block;
  b.block.phis.push(phi);
  return phi;
}

function loopPhi(b: Builder, node: Node, seen: number, ranges: number | undefined): Phi {
  if (original(node).op === 'u64') return wordPhi(b, node);
  let kinds = ANY;
  if (isWithin(seen, INT) && isWithin(node.kinds, INT)) kinds = INT;
  else if (seen === FLOAT && isWithin(node.kinds, FLOAT)) kinds = FLOAT;
  const phi = new Phi(kinds);
  phi.isRaw = kinds === FLOAT;
  const range = kinds === INT && ranges !== undefined ? rangeWith(ranges, node.low, node.high) : null;
  if (range !== null) {
    phi.low = range.low;
    phi.high = range.high;
    if (range.high < 2 ** 31) phi.kinds = SMALL;
  }
  phi.inputs.push(node);
  phi.block = b.block;
  b.block.phis.push(phi);
  return phi;
}

/** An iterator that the loop moves on: its position becomes variables of the loop. */
function loopIteration(
  b: Builder,
  node: Node,
  flowBlock: FlowBlock,
  register: number,
  written: Set<number>,
  phis: Map<number, Phi>,
): Node {
  if (written.has(register)) throw new NotCompilable('an iterator is replaced in a loop');
  if (!b.context.flow.movesIn(flowBlock, register)) return node;
  const { position, remaining } = node.iteration!;
  const phi = (input: Node, low: number, high: number, key: number): Phi => {
    const made = new Phi(INT);
    made.low = low;
    made.high = high;
    made.inputs.push(input);
    made.block = b.block;
    b.block.phis.push(made);
    phis.set(key, made);
    return made;
  };
  const moved = new Node('refined', '$0', [node], PURE, node.kinds);
  moved.alias = node;
  const isList = node.iteration!.kind !== 'range';
  const newPosition = phi(position, isList ? 0 : -MAX_SAFE, isList ? 2 ** 32 : MAX_SAFE, -1 - 2 * register);
  const newRemaining = remaining === null ? null : phi(remaining, 0, MAX_SAFE, -2 - 2 * register);
  moved.iteration = { ...node.iteration!, position: newPosition, remaining: newRemaining };
  return moved;
}

/**
 * Back to the header: the values must be of the kinds that it expects. Where they are not, the interpreter goes on at the header, for the
 * instruction that leads there has been executed: so this is asked on the way, where no other can be taken any more. A LoopBack has no
 * other, and does nothing that may not be done again.
 */
export function connectBack(b: Builder, target: FlowBlock, header: Header): Edge {
  const { pc, currentState, block, environment, isClosed } = b;
  if (b.words[pc] === Op.LoopBack) return wayBack(b, target, header);
  const way = b.newBlock();
  const edge = new Edge(block, way);
  way.edges.push(edge);
  b.block = way;
  b.environment = environment.copy();
  b.pc = target.start;
  b.currentState = null;
  b.goto(wayBack(b, target, header));
  b.block = block;
  b.environment = environment;
  b.pc = pc;
  b.currentState = currentState;
  b.isClosed = isClosed;
  return edge;
}

function wayBack(b: Builder, target: FlowBlock, header: Header): Edge {
  header.environment.validity!.addSource(expectValid(b));
  const inputs: Node[] = [];
  const unmade: (Virtual | null)[] = [];
  for (const [key, phi] of header.phis) {
    let node = key >= 0 ? b.environment.registers[key] : iterationPart(b, key);
    if (node === null) throw new NotCompilable('a loop variable is lost');
    const isVariable = key >= 0 && key < b.context.runtime.registerCount;
    const isLeft = isVariable && !target.liveIn.has(key) && canStayUnmade(b, phi, node);
    const left = isLeft ? unmadeAt(b, node) : null;
    unmade.push(left === null ? null : left.record);
    if (left !== null) node = left.input;
    else escape(b, node);
    if (phi.isWord) {
      const word = expectWord(b, node);
      if (word === null) {
        b.leave('kind of a loop variable');
        return new Edge(b.block, header.block);
      }
      inputs.push(word);
      continue;
    }
    const kinds = isWithin(phi.kinds, INT) ? INT : phi.kinds;
    if (phi.kinds !== ANY && !isWithin(node.kinds, kinds)) {
      const expected = b.expect(node, kinds);
      if (expected === null) {
        // It never comes back with what the profile has seen.
        b.leave(LOST_KIND);
        return new Edge(b.block, header.block);
      }
      node = expected;
    }
    if (isWithin(phi.kinds, INT)) expectRange(b, node, phi.low, phi.high);
    inputs.push(node);
  }
  let index = 0;
  for (const phi of header.phis.values()) {
    comeBackUnmade(b, header.block, phi, unmade[index]);
    phi.inputs.push(inputs[index++]);
  }
  const edge = new Edge(b.block, header.block);
  header.block.edges.push(edge);
  return edge;
}

/** An int of a loop stays in the range that the profile has seen. */
function expectRange(b: Builder, node: Node, low: number, high: number): void {
  if (node.low >= low && node.high <= high) return;
  const range = rangeWithin(low, high);
  if (range !== null) b.guard(range.check, [node], RANGE);
}

function iterationPart(b: Builder, key: number): Node {
  const register = (-1 - key) >> 1;
  const { iteration } = b.get(register);
  if (iteration === null) throw new NotCompilable('an iterator is lost');
  return (-1 - key) % 2 === 0 ? iteration.position : iteration.remaining!;
}
