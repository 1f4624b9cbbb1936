/** A piece of compiled code: a function from its first instruction on, or from a loop header on. */
import type { Frame } from '../interpreter/frame.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import type { Result } from '../objspace/object.ts';
import type { CodeState } from './code-state.ts';
import type { Exit } from './emitter.ts';

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
  readonly source: string;

  constructor(state: CodeState, pc: number, exits: readonly Exit[], source: string, globals: PyDict) {
    this.globals = globals;
    this.state = state;
    this.pc = pc;
    this.exits = exits;
    this.enter = undefined as unknown as (frame: Frame) => Result;
    this.failures = 0;
    this.source = source;
  }
}
