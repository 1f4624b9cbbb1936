/** A piece of compiled code: a function from its first instruction on, or from a loop header on. */
import type { Frame } from '../interpreter/frame.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import type { Result } from '../objspace/object.ts';
import type { CodeState } from './code-state.ts';
import type { Emitted } from './emitter.ts';
import type { Exit } from './exits.ts';
import { chance } from './lottery.ts';

export class Unit {
  readonly state: CodeState;
  readonly pc: number;
  /** The namespace that it was compiled for. */
  readonly globals: PyDict;
  readonly exits: readonly Exit[];
  /** Executes a frame of the code from `pc` on. */
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
  /** Guards that fail at random have been executed so often. */
  private draws: number;

  constructor(state: CodeState, pc: number, { exits, source, graph }: Emitted, globals: PyDict) {
    const { generations } = state;
    this.generation = generations.get(pc) ?? 0;
    generations.set(pc, this.generation + 1);
    this.globals = globals;
    this.state = state;
    this.pc = pc;
    this.exits = exits;
    this.enter = undefined as unknown as (frame: Frame) => Result;
    this.failures = 0;
    this.left = 0;
    this.leftSince = 0;
    this.isStale = false;
    this.source = source;
    this.graph = graph;
    this.draws = 0;
  }

  /** Whether a guard is to fail that holds. */
  unlucky(period: number): boolean {
    if (++this.draws % period !== 0) return false;
    chance.hasStruck = true;
    return true;
  }
}
