/** A piece of compiled code: a function from its first instruction on, or from a loop header on. */
import type { Frame } from '../interpreter/frame.ts';
import { lookSoon } from '../interpreter/safepoint.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import type { Result } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import type { Dependent, Dependents } from '../objspace/dependents.ts';
import type { CodeState, Place } from './code-state.ts';
import type { Emitted } from './emitter.ts';
import type { Exit } from './exits.ts';
import { chance, LOOK_PERIOD } from './lottery.ts';

/** Dropping a unit; set by driver.ts. */
export const invalidation = { of: (_unit: Unit, _reason: string): void => {} };

/** Making a unit again that makes many frames; set by driver.ts. */
export const reconsideration = { of: (_unit: Unit): void => {} };

/** Frames after which a unit is reconsidered (a power of two less one): they take as long as making it again, about. */
const MANY_FRAMES = 0x3fff;

export class Unit implements Dependent {
  readonly state: CodeState;
  readonly place: Place;
  /** The namespace that it was compiled for. */
  readonly globals: PyDict;
  readonly exits: readonly Exit[];
  /** Executes a frame of the code from its place on. */
  enter: (frame: Frame) => Result;
  /** How often guards have failed. */
  failures: number;
  /** How often it was left where it cannot go on, and when that was counted last. */
  left: number;
  leftSince: number;
  /** How many units were made before for the same place. */
  readonly generation: number;
  /** It is to be made again: the profile knows more by now. */
  isStale: boolean;
  readonly source: string;

  /** The graph as a text, if somebody wants to see it. */
  readonly graph: string;
  /** Makes its own frame only where it is left, and is called by units that have made none either (bare.ts). */
  readonly isFrameless: boolean;
  /** Calls that are inlined in it and count for the limit of recursion: as many as it may make within each other. */
  readonly inlinedDepth: number;
  /** How often it was left when it was called so, and when that was counted last. */
  unwindings: number;
  unwoundSince: number;
  readonly bareCallees: ReadonlySet<CodeState>;
  readonly framedCallees: ReadonlySet<CodeState>;
  /** How many frames it has made for itself. */
  private frames: number;
  private readonly dependencies: ReadonlyMap<Dependents, number>;
  /** Whether all is as it relies on: its code looks here wherever Python code may have run. */
  isValid: boolean;
  readonly reference: WeakRef<Unit>;
  /** Guards that fail at random have been executed so often. */
  private draws: number;

  constructor(
    state: CodeState,
    place: Place,
    { exits, source, graph, isFrameless, inlinedDepth, bareCallees, framedCallees, dependencies }: Emitted,
    globals: PyDict,
  ) {
    const { generations } = state;
    this.generation = generations.get(place) ?? 0;
    generations.set(place, this.generation + 1);
    this.globals = globals;
    this.state = state;
    this.place = place;
    this.exits = exits;
    this.enter = undefined as unknown as (frame: Frame) => Result;
    this.failures = 0;
    this.left = 0;
    this.leftSince = 0;
    this.isStale = false;
    this.source = source;
    this.graph = graph;
    this.draws = 0;
    this.isFrameless = isFrameless;
    this.inlinedDepth = inlinedDepth;
    this.bareCallees = bareCallees;
    this.framedCallees = framedCallees;
    this.frames = 0;
    this.dependencies = dependencies;
    this.isValid = true;
    this.unwindings = 0;
    this.unwoundSince = 0;
    this.reference = new WeakRef(this);
  }

  /** From now on it is dropped when something changes that it relies on; whether nothing has so far. */
  rely(): boolean {
    for (const callee of this.bareCallees) {
      if (callee === this.state && this.place === 0) continue;
      if (!callee.isFrameless) return false;
      callee.bareCallers.add(this);
    }
    for (const [dependents, changes] of this.dependencies) {
      // The unit itself may store what it has taken for a constant.
      if (dependents.changes !== changes) return false;
      dependents.add(this);
    }
    return true;
  }

  invalidate(reason: string): void {
    this.isValid = false;
    invalidation.of(this, reason);
  }

  /** It makes a frame. Callees that got units meanwhile which need none may be a reason for it to do without. */
  countFrame(): void {
    if ((++this.frames & MANY_FRAMES) === 0) reconsideration.of(this);
  }

  get pc(): number {
    return this.state.pcOf(this.place);
  }

  /** Whether the limit of recursion is beyond all that it inlines, once its frame counts. */
  get isWithinLimit(): boolean {
    return state.depth + this.inlinedDepth <= state.depthLimit;
  }

  /** The same before its frame counts. */
  get willBeWithinLimit(): boolean {
    return state.depth + this.inlinedDepth < state.depthLimit;
  }

  /** Whether it is entered at its place. */
  get isCurrent(): boolean {
    return this.state.units.get(this.place) === this;
  }

  /** Whether a guard is to fail that holds; now and then the next safepoint has to look at what waits for it. */
  unlucky(period: number): boolean {
    const draws = ++this.draws;
    if (draws % LOOK_PERIOD === 0) lookSoon();
    if (draws % period !== 0) return false;
    chance.hasStruck = true;
    return true;
  }
}
