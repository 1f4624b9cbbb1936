/**
 * Where a unit is left: what each way out passes on, and how the frames are rebuilt from it.
 *
 * The ways out are most of a unit's code, and nearly all of them pass the same values. So those in the same loop share one call of `leave`, behind
 * the whole body: a way out puts its number and what only it knows into variables and jumps there.
 *
 * These variables hold either numbers or anything else. In one that is both, V8 keeps numbers in boxes, and it makes a box where the number is
 * computed, not on the way out, if several ways out share it: for each double of a loop, in each round. For the same reason doubles that
 * several calls of `leave` would share are passed as floats.
 */
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import type { Context } from './context.ts';
import type { Value } from '../objspace/object.ts';
import { RAISES } from './reasons.ts';
import { INT, isWithin } from './kinds.ts';
import type { Shape } from '../objspace/shape.ts';
import { type Block, type FrameState, type Node, original, Phi, type Virtual, type VirtualKind } from './graph.ts';
import { virtualIn } from './virtuals.ts';

/** Where the value of a register comes from when a unit is left: an argument of `leave`, or a constant. */
export interface Source {
  readonly register: number;
  /** Index among the values that are passed; -1 for a constant. */
  readonly argument: number;
  readonly constant: Value | undefined;
  readonly isRaw: boolean;
  /** The object that is made here, if it has not been made: there is no argument, or it is UNMADE. */
  readonly object: ObjectPlan | null;
  /** Arguments that tell the position of an iterator. */
  readonly position: number;
  readonly remaining: number;
}

/** An object that an exit makes: where what is in its fields comes from. `register` of a source is the place of the field. */
export interface ObjectPlan {
  readonly kind: VirtualKind | LoopObject;
  readonly shape: Shape | null;
  readonly fields: Source[];
}

/** What a loop goes over: a range, or the iterator of a sequence or range. */
type LoopObject = 'range' | 'iterator';

function isLoopObject(op: string): op is LoopObject {
  return op === 'range' || op === 'iterator';
}

/** A frame that an exit rebuilds. */
export interface FramePlan {
  readonly state: FrameState;
  /** Argument with the frame, if the unit has made it; -1 if it never does. */
  readonly frame: number;
  readonly sources: readonly Source[];
  /** The function of an inlined frame. */
  readonly callee: Source | null;
  /** Argument with the object that an inlined `__init__` fills; -1 if it is none. */
  readonly made: Source | null;
  /** The generator, if the frame is that of one which the unit resumes. */
  readonly resumed: Source | null;
  /** The operands, if the frame is of an operator's method. */
  readonly operands: readonly Source[];
}

/** A place where the unit is left; outermost frame first. */
export interface Exit {
  readonly frames: readonly FramePlan[];
  readonly reason: string;
  /** Whether another profile would make another unit: something was expected that did not come. */
  readonly isMistake: boolean;
  /** Whether an exception is in flight. */
  readonly isThrowing: boolean;
  /** The code whose handler takes the exception in flight, and was never executed. */
  readonly taker: RuntimeCode | null;
  /** How much the profile knew of the instruction when the unit was made (`Profile.seenAt`). */
  readonly seen: number;
  count: number;
  /** When it was asked for the last time how often the way is taken, and its count then. */
  since: number;
  counted: number;
}

/** Why a unit is left when its fuel is used up: it is entered again. */
export const SAFEPOINT = 'safepoint';

/** What the emitter knows of values. */
export interface Texts {
  /** A value as an expression. */
  text(node: Node): string;
  /** Whether it is only made where the unit is left. */
  isSunk(node: Node): boolean;
  /** Whether it is made where it is needed first: until then its variable is UNMADE. */
  isLate(node: Node): boolean;
  /** Whether it is in a variable of the whole unit, which is set outside the loop or at its head. */
  isSteady(node: Node, loop: Block | null): boolean;
}

/** The code with a handler for what the instruction raises, if that was never executed. */
function takerOf(context: Context, pc: number): RuntimeCode | null {
  const { flow, profile, runtime, parent, callPc } = context;
  const handler = flow.handlerOf(pc);
  if (handler !== undefined) return profile.isVisited(handler.target) ? null : runtime;
  return parent === null ? null : takerOf(parent, callPc);
}

/** The ways out of one loop: the arguments of their `leave`. */
interface Family {
  readonly index: number;
  readonly names: string[];
  readonly places: Map<string, number>;
}

export class Exits {
  readonly all: Exit[];
  private readonly texts: Texts;
  private readonly families: Map<Block | null, Family>;
  /** Variables for what only one way out knows: numbers, and anything else. */
  private numberCount: number;
  private slotCount: number;

  constructor(texts: Texts) {
    this.all = [];
    this.texts = texts;
    this.families = new Map();
    this.numberCount = 0;
    this.slotCount = 0;
  }

  /** The statement that leaves the unit from a block whose innermost loop is `loop`. */
  leave(state: FrameState, reason: string, isMistake: boolean, loop: Block | null): string {
    const pass = new Passing(this.familyOf(loop), this.texts, loop);
    const frames: FramePlan[] = [];
    for (let frame: FrameState | null = state; frame !== null; frame = frame.parent) frames.unshift(pass.frame(frame));
    const number = this.all.length;
    const isThrowing = reason === RAISES;
    const taker = isThrowing ? takerOf(state.context, state.pc) : null;
    const seen = state.context.profile.seenAt(state.pc);
    this.all.push({ frames, reason, isMistake, isThrowing, taker, seen, count: 0, since: 0, counted: 0 });
    this.numberCount = Math.max(this.numberCount, pass.numbers.length);
    this.slotCount = Math.max(this.slotCount, pass.slots.length);
    const numbers = pass.numbers.map((text, slot) => `d${slot} = ${text};`);
    const others = pass.slots.map((text, slot) => `t${slot} = ${text};`);
    return `{ ${[...numbers, ...others, `x = ${number};`].join(' ')} break X${pass.family.index}; }`;
  }

  private familyOf(loop: Block | null): Family {
    let family = this.families.get(loop);
    if (family === undefined) {
      family = { index: this.families.size, names: [], places: new Map() };
      this.families.set(loop, family);
    }
    return family;
  }

  /** Variables of the unit that the ways out need. */
  variables(): string[] {
    if (this.all.length === 0) return [];
    return [
      'x',
      ...Array.from({ length: this.numberCount }, (_item, slot) => `d${slot} = 0`),
      ...Array.from({ length: this.slotCount }, (_item, slot) => `t${slot}`),
    ];
  }

  /** What stands before the body. */
  opening(): string {
    return Array.from(this.families.values(), ({ index }) => `X${index}: {`).join(' ');
  }

  /** What stands behind it. */
  closing(): string[] {
    return Array.from(this.families.values())
      .reverse()
      .map(({ names }) => `} return leave(U, x, D, F, fn${names.map((name) => `, ${name}`).join('')});`);
  }
}

function slotOf(slots: string[], text: string): number {
  const slot = slots.indexOf(text);
  return slot < 0 ? slots.push(text) - 1 : slot;
}

/** A source that is no argument. */
const MADE_HERE = { argument: -1, constant: undefined, isRaw: false, position: -1, remaining: -1 } as const;

/** What one way out passes on. */
class Passing {
  readonly family: Family;
  /** What the variables for this way out are set to: those of numbers, and the others. */
  readonly numbers: string[];
  readonly slots: string[];
  private readonly texts: Texts;
  private readonly loop: Block | null;
  private readonly objects: Map<Node, ObjectPlan>;

  constructor(family: Family, texts: Texts, loop: Block | null) {
    this.family = family;
    this.numbers = [];
    this.slots = [];
    this.objects = new Map();
    this.texts = texts;
    this.loop = loop;
  }

  /** The place of a variable among the arguments. */
  private place(name: string): number {
    const { names, places } = this.family;
    let at = places.get(name);
    if (at === undefined) {
      at = names.push(name) - 1;
      places.set(name, at);
    }
    return at;
  }

  private pass(node: Node): number {
    const text = this.texts.text(node);
    if (this.texts.isSteady(node, this.loop)) return this.place(node.isRaw ? `new Float(${text})` : text);
    if (!node.isRaw && !isWithin(node.kinds, INT)) return this.place(`t${slotOf(this.slots, text)}`);
    return this.place(`d${slotOf(this.numbers, text)}`);
  }

  /** One object, whoever holds it. */
  private objectOf(state: FrameState, node: Node, { kind, shape, fields }: Virtual): ObjectPlan {
    let plan = this.objects.get(original(node));
    if (plan === undefined) {
      plan = { kind, shape, fields: [] };
      this.objects.set(original(node), plan);
      for (const [place, value] of fields) plan.fields.push(this.source(state, place, value));
    }
    return plan;
  }

  private loopObject(state: FrameState, node: Node): ObjectPlan {
    let plan = this.objects.get(node);
    if (plan === undefined) {
      const fields = node.inputs.map((input, index) => this.source(state, index, input));
      plan = { kind: node.op as LoopObject, shape: null, fields };
      this.objects.set(node, plan);
    }
    return plan;
  }

  private source(state: FrameState, register: number, node: Node): Source {
    const virtual = virtualIn(state, node);
    if (virtual !== undefined) return { ...MADE_HERE, register, object: this.objectOf(state, node, virtual) };
    const target = original(node);
    const { isConstant, constant } = target;
    const unmade = target instanceof Phi ? target.unmade : null;
    const { iteration } = node;
    const isLate = this.texts.isLate(target);
    const isPlanned = isLoopObject(target.op) && (isLate || this.texts.isSunk(target));
    const ofLoop = isPlanned ? this.loopObject(state, target) : null;
    return {
      register,
      argument: isConstant || (isPlanned && !isLate) ? -1 : this.pass(node),
      constant: isConstant ? constant : undefined,
      isRaw: node.isRaw && !this.texts.isSteady(node, this.loop),
      object: unmade === null ? ofLoop : this.objectOf(state, target, unmade),
      position: iteration === null ? -1 : this.pass(iteration.position),
      remaining: iteration === null || iteration.remaining === null ? -1 : this.pass(iteration.remaining),
    };
  }

  frame(state: FrameState): FramePlan {
    const { context, registers } = state;
    const sources: Source[] = [];
    for (let register = 0; register < registers.length; register++) {
      const node = registers[register];
      if (node !== null) sources.push(this.source(state, register, node));
    }
    return {
      state,
      frame: context.isPublished && context.parent !== null ? this.place(context.frameName) : -1,
      sources,
      callee: context.callee === null || context.resumed !== null ? null : this.source(state, -1, context.callee),
      resumed: context.resumed === null ? null : this.source(state, -1, context.resumed.generator),
      made: context.made === null ? null : this.source(state, -1, context.made),
      operands: context.operands.map((node) => this.source(state, -1, node)),
    };
  }
}
