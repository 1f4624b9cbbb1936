/**
 * The compiler as one interpreter has it: its parameters, what it has done, who is told of it, and the units that it keeps. Several
 * interpreters of a process have one each.
 */
import { COLD, CALL_HEAT } from '../interpreter/hot-spots.ts';
import { services } from '../interpreter/services.ts';
import { perInterpreter } from '../objspace/per-interpreter.ts';
import { Budget } from './budget.ts';
import type { CodeState } from './code-state.ts';
import { KeptUnits } from './kept-units.ts';
import { defaultParameters, type Parameters, type Setting, setParameter } from './parameters.ts';
import { Lottery } from './lottery.ts';
import type { Unit } from './unit.ts';

/** Who is told of what is compiled and given up. */
export interface Listener {
  compiled(unit: Unit, milliseconds: number): void;
  refused(code: CodeState, pc: number, reason: string): void;
  failed(unit: Unit, exit: number): void;
  dropped(code: CodeState, reason: string): void;
}

class Statistics {
  compiled = 0;
  milliseconds = 0;
  dropped = 0;
  evicted = 0;
  /** By reason. */
  readonly refused = new Map<string, number>();
  readonly failures = new Map<string, number>();
}

function count(counts: Map<string, number>, reason: string): void {
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}

export class Controls {
  parameters: Parameters;
  isEnabled: boolean;
  /** Counts the times that everything was forgotten: a code of another time begins anew. */
  epoch: number;
  /** Whether listeners want to see the graphs of units. */
  describesGraphs: boolean;
  readonly statistics: Statistics;
  readonly listeners: Set<Listener>;
  readonly kept: KeptUnits;
  readonly budget: Budget;
  private isStress: boolean;
  private canCompile: boolean;
  private drawing: Lottery | null;
  private drawingSeed: number;

  constructor(settings: readonly Setting[]) {
    this.isStress = false;
    this.canCompile = true;
    this.parameters = defaultParameters(false);
    this.isEnabled = false;
    this.epoch = 0;
    this.drawing = null;
    this.drawingSeed = 0;
    this.describesGraphs = false;
    this.statistics = new Statistics();
    this.listeners = new Set();
    this.kept = new KeptUnits();
    this.budget = new Budget();
    this.budget.begin(false);
    for (const setting of settings) this.apply(setting);
  }

  apply(setting: Setting): void {
    if (setting === 'default') this.parameters = defaultParameters(this.isStress);
    else if (setting === 'off') this.disable();
    else if (setting === 'on') this.enable();
    else if (setting === 'stress') {
      this.isStress = true;
      this.enable();
      this.parameters = defaultParameters(true);
      this.budget.begin(true);
    } else setParameter(this.parameters, setting[0], setting[1]);
  }

  disable(): void {
    if (!this.isEnabled) return;
    this.isEnabled = false;
    this.releaseAll();
  }

  /** Nothing can be compiled here. */
  giveUp(): void {
    this.canCompile = false;
    this.disable();
  }

  enable(): void {
    if (this.canCompile) this.isEnabled = true;
  }

  /** Drops all units; all codes warm up anew. */
  releaseAll(): void {
    this.epoch++;
    this.kept.dropAll((code) => code.renew());
  }

  /** Which guards fail at random; null if none do. */
  get lottery(): Lottery | null {
    const { seed } = this.parameters;
    if (seed === this.drawingSeed) return this.drawing;
    this.drawingSeed = seed;
    this.drawing = seed === 0 ? null : new Lottery(seed);
    return this.drawing;
  }

  /** Heat of code that has not run. */
  get initialHeat(): number {
    if (!this.isEnabled) return COLD;
    const { threshold, function_threshold } = this.parameters;
    return Math.max(Math.min(threshold, function_threshold * CALL_HEAT, COLD), 1);
  }

  // ── What has happened ──

  noteCompiled(unit: Unit, milliseconds: number): void {
    this.statistics.compiled++;
    this.statistics.milliseconds += milliseconds;
    for (const listener of this.listeners) listener.compiled(unit, milliseconds);
    this.statistics.evicted += this.kept.add(unit.state, unit.source.length, this.parameters.code_limit);
  }

  noteRefused(code: CodeState, pc: number, reason: string): void {
    count(this.statistics.refused, reason);
    for (const listener of this.listeners) listener.refused(code, pc, reason);
  }

  noteFailed(unit: Unit, exit: number): void {
    count(this.statistics.failures, unit.exits[exit].reason);
    for (const listener of this.listeners) listener.failed(unit, exit);
  }

  noteDropped(code: CodeState, reason: string): void {
    this.statistics.dropped++;
    for (const listener of this.listeners) listener.dropped(code, reason);
  }
}

/** The controls of the current interpreter. */
export const controls = perInterpreter(() => {
  const { jit, jitParameters } = services().options;
  return new Controls([jit, ...jitParameters]);
});
