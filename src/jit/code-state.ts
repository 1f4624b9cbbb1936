/** What the compiler knows of a code: its profile, its units, and how compiled code calls it. */
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import type { Frame } from '../interpreter/frame.ts';
import { hotSpots } from '../interpreter/hot-spots.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import type { Draining } from '../objspace/draining.ts';
import type { Result, Value } from '../objspace/object.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import { Flow } from './bytecode-flow.ts';
import type { Namespaces } from './context.ts';
import { type Profile, stopProfiling } from './profile.ts';
import { Dependents } from '../objspace/dependents.ts';
import type { Keeping } from './kept-units.ts';
import type { Unit } from './unit.ts';
import { accessesIn, mixedAccesses } from './versions.ts';

/** A unit's code as others call it: null stands for a frame that nobody needs so far. */
export type Entry = (frame: Frame | null, fn: PyFunction, ...args: Value[]) => Result;

/** Where units are entered: a pc, or a pc and a way of draining (objspace/draining.ts). */
export type Place = number;

/** Units that drain a generator have their loops in one version. */
const NO_ACCESSES: readonly number[] = [];

/** Ways of draining and the one without. */
const WAYS = 5;

/** Words of the ReturnGenerator that the code of a generator begins with. */
export const RETURN_GENERATOR_LENGTH = 1;

export const WARMING = 0;
export const PROFILING = 1;
export const COMPILED = 2;
/** It is not worth while. */
export const REFUSED = 3;
export type Phase = 0 | 1 | 2 | 3;

/** How a code is called that has no unit; set by leaving.ts. */
export const interpretation = {
  entryOf: (_state: CodeState): Entry => undefined as unknown as Entry,
  /** For callers that have made no frame; set by bare.ts. */
  bareEntryOf: (_state: CodeState): Entry => undefined as unknown as Entry,
};

function hasInstruction(words: Int32Array, opcode: number): boolean {
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) if (words[pc] === opcode) return true;
  return false;
}

/** Units that may be left with their callers too often. */
const MAX_UNWOUND = 2;

export class CodeState {
  /** The unit for calls, or what stands in for it: compiled callers come here without any test. */
  entry: Entry;
  /** The same for callers that have made no frame (bare.ts). */
  bareEntry: Entry;
  /** The unit that is called. */
  private entryUnit: Unit | null;
  /** Units that call it so. */
  readonly bareCallers: Dependents;
  /** Units that were left too often, and their callers with them. What is learned thereby serves the next unit, so the first ones are forgiven. */
  unwoundUnits: number;
  readonly runtime: RuntimeCode;
  phase: Phase;
  profile: Profile | null;
  namespaces: Namespaces | null;
  /** By the place where they are entered. */
  readonly units: Map<Place, Unit>;
  /** How many units were made, by their places. */
  readonly generations: Map<number, number>;
  /** How often a unit was asked for that is not made yet, by its place. */
  readonly requests: Map<number, number>;
  /** When it was warm, or was found not to be hot. */
  warmSince: number;
  /** Whether it has been found to be. */
  isHot: boolean;
  /** How many times in succession it was not hot, but warm. */
  warmTimes: number;
  /** How often there was no time to make a unit. */
  denials: number;
  /** Times that the code is still to be profiled before it is compiled. */
  bursts: number;
  /** Turns that it had before it was asked for the last time whether it is hot. */
  warmth: number;
  /** Its units among those of the interpreter that made them. */
  keeping: Keeping | null;
  /** Of the controls, when it began to warm up. */
  epoch: number;
  /** How often the counting of units of a place has begun anew. */
  restarts: number;
  /** Places that were refused. */
  readonly refused: Set<number>;
  /** Of generators: units by the place where a suspended frame goes on. */
  readonly resumptions: (Unit | undefined)[];
  private readonly flows: Map<number, Flow>;
  private consumed: Flow | null;
  private accesses: readonly number[] | null;
  /** As `returnsNone` has found; `undefined` before. */
  private isProcedure: boolean | undefined;

  private constructor(runtime: RuntimeCode) {
    this.entry = undefined as unknown as Entry;
    this.bareEntry = undefined as unknown as Entry;
    this.entryUnit = null;
    this.bareCallers = new Dependents();
    this.unwoundUnits = 0;
    this.runtime = runtime;
    this.phase = WARMING;
    this.profile = null;
    this.namespaces = null;
    this.units = new Map();
    this.generations = new Map();
    this.requests = new Map();
    this.warmSince = 0;
    this.isHot = false;
    this.warmTimes = 0;
    this.denials = 0;
    this.bursts = 0;
    this.warmth = 0;
    this.restarts = 0;
    this.keeping = null;
    this.epoch = 0;
    this.refused = new Set();
    this.resumptions = runtime.isGenerator ? new Array(runtime.words.length * WAYS).fill(undefined) : [];
    this.flows = new Map();
    this.consumed = null;
    this.accesses = null;
    this.isProcedure = undefined;
    this.resetEntry();
  }

  static of(runtime: RuntimeCode): CodeState {
    runtime.compiled ??= new CodeState(runtime);
    return runtime.compiled as CodeState;
  }

  /** The place of a unit that drains the generator from `pc` on. */
  drainingPlace(pc: number, way: Draining): Place {
    return pc + way * this.runtime.words.length;
  }

  pcOf(place: Place): number {
    return place % this.runtime.words.length;
  }

  /** How the unit at a place drains the generator; 0 if it does not. */
  wayOf(place: Place): Draining | 0 {
    return Math.floor(place / this.runtime.words.length) as Draining | 0;
  }

  flowFrom(place: Place): Flow {
    let flow = this.flows.get(place);
    const isDrained = this.wayOf(place) !== 0;
    const mixed = isDrained ? NO_ACCESSES : this.mixedAccesses();
    if (flow === undefined || flow.mixed.length !== mixed.length) {
      flow = new Flow(this.runtime.code, this.pcOf(place), isDrained, mixed);
      this.flows.set(place, flow);
    }
    return flow;
  }

  /** What loops are compiled in several versions for (versions.ts); only ever more, as the profile sees more. */
  private mixedAccesses(): readonly number[] {
    if (this.profile === null) return [];
    const { words } = this.runtime.code;
    this.accesses ??= accessesIn(words);
    return mixedAccesses(this.accesses, words, this.profile);
  }

  /** Of a generator that its consumer is compiled with. */
  consumedFlow(): Flow {
    this.consumed ??= new Flow(this.runtime.code, RETURN_GENERATOR_LENGTH, true);
    return this.consumed;
  }

  /** Whether every return of the code gives None. */
  get returnsNone(): boolean {
    this.isProcedure ??= !hasInstruction(this.runtime.code.words, Op.Return);
    return this.isProcedure;
  }

  /** Words of bytecode of a unit, as far as they have been executed. */
  sizeFrom(place: Place): number {
    return this.flowFrom(place).visitedWords(this.profile!);
  }

  /** Forgets a unit. */
  drop(unit: Unit): void {
    this.units.delete(unit.place);
    if (this.runtime.isGenerator) this.resumptions[unit.place] = undefined;
    if (unit === this.entryUnit) this.resetEntry();
  }

  /** Whether callers that have made no frame call a unit. */
  get isFrameless(): boolean {
    return this.entryUnit?.isFrameless === true;
  }

  /** Whether there is a unit for calls. */
  get hasEntryUnit(): boolean {
    return this.entryUnit !== null;
  }

  private resetEntry(): void {
    this.setEntry(interpretation.entryOf(this), null);
  }

  /** How compiled code calls it from now on. */
  setEntry(entry: Entry, unit: Unit | null): void {
    const wasFrameless = this.isFrameless;
    this.entry = entry;
    this.entryUnit = unit;
    this.bareEntry = this.isFrameless ? entry : interpretation.bareEntryOf(this);
    if (wasFrameless && !this.isFrameless) this.bareCallers.invalidate('a callee needs frames');
  }

  /** Whether it must not be called without a frame. */
  get isFramed(): boolean {
    return this.unwoundUnits > MAX_UNWOUND;
  }

  /** Forgets everything: the code warms up anew. */
  renew(): void {
    if (this.phase === PROFILING) stopProfiling(this.runtime);
    this.units.clear();
    this.resumptions.fill(undefined);
    this.resetEntry();
    this.unwoundUnits = 0;
    this.generations.clear();
    this.requests.clear();
    this.refused.clear();
    this.flows.clear();
    this.consumed = null;
    this.phase = WARMING;
    this.profile = null;
    this.namespaces = null;
    this.bursts = 0;
    this.denials = 0;
    this.restarts = 0;
    this.warmth = 0;
    this.runtime.heat = hotSpots.initialHeat();
  }

  /** Calls `note` when a unit is entered next by a call, or resumed. */
  askWhenEntered(note: () => void): void {
    const { entry, bareEntry } = this;
    this.resumptions.fill(undefined);
    if (!this.units.has(0)) return;
    const told = (): void => {
      // Nobody has dropped it meanwhile.
      if (this.entry === asking) this.entry = entry;
      if (this.bareEntry === askingBare) this.bareEntry = bareEntry;
      note();
    };
    const asking: Entry = (frame, fn, ...args) => {
      told();
      return this.entry(frame, fn, ...args);
    };
    const askingBare: Entry = (frame, fn, ...args) => {
      told();
      return this.bareEntry(frame, fn, ...args);
    };
    this.entry = asking;
    this.bareEntry = askingBare;
  }
}
