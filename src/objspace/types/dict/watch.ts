/**
 * What compiled code relies on in a namespace: the positions of names, names that are missing, and values that look like constants. A
 * dictionary with a watch reports to it each change that matters (PyDict); all others pay for the test whether they have one.
 */
import { Dependents } from '../../dependents.ts';

/** A name that has got another value so often is a variable. */
const MAX_CHANGES = 2;

export class Watch {
  private positions: Dependents;
  /** By position: who takes the value for a constant. */
  private constants: (Dependents | undefined)[];
  private missing: Map<string, Dependents>;
  /** How often a constant has changed. */
  private changes: Map<string, number>;

  constructor() {
    this.positions = new Dependents();
    this.constants = [];
    this.missing = new Map();
    this.changes = new Map();
  }

  /** Who relies on names being where they are. */
  get layout(): Dependents {
    return this.positions;
  }

  /** Who relies on the name having the value that it has; `undefined` if it is a variable. */
  constantAt(position: number, name: string): Dependents | undefined {
    if ((this.changes.get(name) ?? 0) >= MAX_CHANGES) return undefined;
    while (this.constants.length <= position) this.constants.push(undefined);
    this.constants[position] ??= new Dependents();
    return this.constants[position];
  }

  /** Who relies on there being no such name. */
  withoutName(name: string): Dependents {
    let dependents = this.missing.get(name);
    if (dependents === undefined) this.missing.set(name, (dependents = new Dependents()));
    return dependents;
  }

  /** The name is a variable from now on: stores into its place need not be reported. */
  declareVariable(position: number, name: string): void {
    this.changes.set(name, MAX_CHANGES);
    this.forgetConstant(position);
  }

  /** The name at the position has got another value. */
  replaced(position: number, name: unknown): void {
    if (position >= this.constants.length || this.constants[position] === undefined) return;
    this.changes.set(name as string, (this.changes.get(name as string) ?? 0) + 1);
    this.forgetConstant(position);
  }

  private forgetConstant(position: number): void {
    const dependents = this.constants[position];
    if (dependents === undefined) return;
    this.constants[position] = undefined;
    dependents.invalidate('a global variable has changed');
  }

  added(name: unknown): void {
    const dependents = this.missing.get(name as string);
    if (dependents === undefined) return;
    this.missing.delete(name as string);
    dependents.invalidate('a name has come into a namespace');
  }

  /** Names are elsewhere, or gone. */
  moved(): void {
    const groups = [this.positions, ...this.constants, ...this.missing.values()];
    this.positions = new Dependents();
    this.constants = [];
    this.missing = new Map();
    for (const dependents of groups) dependents?.invalidate('names of a namespace have moved');
  }
}
