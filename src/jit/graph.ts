/**
 * The intermediate form: basic blocks of nodes in SSA form.
 *
 * A node is an operation on values with its meaning as a template of JavaScript, in which `$0` stands for the first input. What the
 * compiler knows of its value is beside it: the kinds it can be of, the bounds of an int, whether a float is `raw` (a double instead of a
 * PyFloat). A node says how it may be moved:
 *
 *   PURE     depends on its inputs only: is emitted where it is used, and not at all if it is not
 *   READ     reads what a WRITE may change: stays in its place, goes if nobody needs it
 *   WRITE    does something: stays
 *   GUARD    its template is a condition; where it does not hold, the unit is left with the frames of `state`
 */
import type { Value } from '../objspace/object.ts';
import type { Shape } from '../objspace/shape.ts';
import type { Context } from './context.ts';
import { isWithin } from './kinds.ts';
import type { Validity } from './validity.ts';

export const PURE = 0;
export const READ = 1;
export const WRITE = 2;
export const GUARD = 3;
export type Effect = 0 | 1 | 2 | 3;

export const MAX_SAFE = Number.MAX_SAFE_INTEGER;

export type VirtualKind = 'instance' | 'tuple' | 'list' | 'float';

/** An object that has not been made: what its fields hold, by place. */
export interface Virtual {
  readonly kind: VirtualKind;
  readonly shape: Shape;
  readonly fields: ReadonlyMap<number, Node>;
}

/** The value of a phi where it is an object that has not been made. */
export const UNMADE = Object.freeze({ unmade: true });

/** Registers of a frame at an instruction, and of the frames that it is inlined into. */
export class FrameState {
  readonly context: Context;
  readonly pc: number;
  /** By register; null where nobody needs what is in it. */
  readonly registers: readonly (Node | null)[];
  readonly parent: FrameState | null;
  /** Objects that have not been made. */
  readonly virtuals: ReadonlyMap<Node, Virtual>;

  constructor(
    context: Context,
    pc: number,
    registers: readonly (Node | null)[],
    parent: FrameState | null,
    virtuals: ReadonlyMap<Node, Virtual>,
  ) {
    this.virtuals = virtuals;
    this.context = context;
    this.pc = pc;
    this.registers = registers;
    this.parent = parent;
  }
}

let lastId = 0;

export class Node {
  readonly id: number;
  /** For the log and the tests. */
  readonly op: string;
  template: string;
  inputs: Node[];
  kinds: number;
  isRaw: boolean;
  low: number;
  high: number;
  effect: Effect;
  /** Where a guard leaves to; also of operations that can fail. */
  state: FrameState | null;
  /** The value, if it is known; `undefined` stands for itself where kinds is UNBOUND. */
  constant: Value | undefined;
  isConstant: boolean;
  /** The other node that this one is, with more known about it. */
  alias: Node | null;
  /** Of an iterator whose position is kept in variables of the unit. */
  iteration: Iteration | null;
  /** The shape of an object that was made here. */
  shape: Shape | null;
  /** Of an int: the operation that it is the result of, for those who need only some of its bits. */
  form: Form | null;
  /** Of the object of an `enumerate` or `zip`: what it is over. */
  parts: readonly Part[] | null;
  /** Of the making of an object (virtuals.ts): the node that stands for it. */
  defines: Node | null;
  /** Of the guard that looks whether the unit is still valid: it is left out if nobody needs that. */
  validity: Validity | null;
  /** Why a guard is there, for the log. */
  reason: string;
  block: Block | null;
  /** The instruction that it is of, for the log: where in which code. */
  context: Context | null;
  pc: number;

  constructor(op: string, template: string, inputs: Node[], effect: Effect, kinds: number) {
    this.id = ++lastId;
    this.op = op;
    this.template = template;
    this.inputs = inputs;
    this.kinds = kinds;
    this.isRaw = false;
    this.low = -MAX_SAFE;
    this.high = MAX_SAFE;
    this.effect = effect;
    this.state = null;
    this.constant = undefined;
    this.isConstant = false;
    this.alias = null;
    this.iteration = null;
    this.shape = null;
    this.form = null;
    this.parts = null;
    this.defines = null;
    this.validity = null;
    this.reason = '';
    this.block = null;
    this.context = null;
    this.pc = 0;
  }
}

/** A value that differs by the way by which a block is entered. */
export class Phi extends Node {
  /** Whether it is a word of 64 bits (lowering/uint64.ts). */
  isWord: boolean;
  /** The object that it stands for where its value is UNMADE. Its fields are phis, too. */
  unmade: Virtual | null;
  /** Whether its fields are known on all ways. */
  isComplete: boolean;
  /** Whether more than ways out have used it so far. */
  isUsed: boolean;

  /** Inputs are in the order of the block's edges. */
  constructor(kinds: number) {
    super('phi', '', [], PURE, kinds);
    this.isWord = false;
    this.unmade = null;
    this.isComplete = false;
    this.isUsed = false;
  }
}

/** An int operation and its operands. */
export interface Form {
  readonly name: string;
  readonly left: Node;
  readonly right: Node;
}

/** How a range counts: its items are safe ints within the bounds. */
export interface Counter {
  readonly start: Node;
  readonly step: Node;
  readonly low: number;
  readonly high: number;
}

/** A sequence that is iterated over, and the kinds of lists that it has been; `counter`: it is a range. */
export interface Part {
  readonly sequence: Node;
  readonly seen: number;
  readonly counter: Counter | null;
}

/** The state of an iterator, in variables of the unit; the object itself is brought up to date where others may look at it. */
export interface Iteration {
  readonly kind: 'range' | 'list' | 'tuple' | 'text' | 'bytes' | 'enumerate' | 'zip';
  /** range: the next item and how many remain; sequences: the index. */
  readonly position: Node;
  readonly remaining: Node | null;
  readonly step: Node | null;
  /** range: bounds of the items. */
  readonly low: number;
  readonly high: number;
  /** The sequences; more than one under `zip`. */
  readonly parts: readonly Part[];
  /** enumerate: the number of the first item. */
  readonly start: Node | null;
}

export class Edge {
  readonly from: Block;
  readonly to: Block;

  constructor(from: Block, to: Block) {
    this.from = from;
    this.to = to;
  }
}

export type Terminator =
  | { readonly type: 'goto'; readonly edge: Edge }
  | { readonly type: 'branch'; readonly condition: Node; readonly yes: Edge; readonly no: Edge }
  | { readonly type: 'return'; readonly value: Node }
  | { readonly type: 'leave'; readonly state: FrameState; readonly reason: string };

export class Block {
  readonly id: number;
  readonly nodes: Node[];
  readonly phis: Phi[];
  readonly edges: Edge[];
  terminator: Terminator | null;
  isHeader: boolean;

  constructor(id: number) {
    this.id = id;
    this.nodes = [];
    this.phis = [];
    this.edges = [];
    this.terminator = null;
    this.isHeader = false;
  }
}

/** The node that an alias stands for. */
export function original(node: Node): Node {
  let current = node;
  while (current.alias !== null) current = current.alias;
  return current;
}

/** Whether all are known, and stand for the same value. */
export function areSame(nodes: readonly (Node | null)[]): boolean {
  const [first] = nodes;
  if (first === null) return false;
  const target = original(first);
  return nodes.every((node) => node !== null && original(node) === target);
}

/** Of nodes that stand for the same value, one that holds for all of them. */
export function leastKnown(nodes: readonly Node[]): Node {
  const isTrueOf = (known: Node, node: Node): boolean =>
    isWithin(node.kinds, known.kinds) && node.low >= known.low && node.high <= known.high;
  return nodes.find((known) => nodes.every((node) => isTrueOf(known, node))) ?? original(nodes[0]);
}
