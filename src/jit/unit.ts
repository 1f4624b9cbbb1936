/** A piece of compiled code: a function from its first instruction on, or from a loop header on. */
import type { Frame } from '../interpreter/frame.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import type { Result } from '../objspace/object.ts';
import type { CodeState } from './code-state.ts';
import type { Exit } from './exits.ts';

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

  constructor(state: CodeState, pc: number, exits: readonly Exit[], source: string, globals: PyDict) {
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
  }
}
