/**
 * What compiled code relies on in a namespace: the positions of names, names that are missing, and values that look like constants. A
 * dictionary with a watch reports to it each change that matters (PyDict); all others pay for the test whether they have one.
 */
import { Dependents } from '../../dependents.ts';

/** A name that has got another value so often is a variable. */
const MAX_CHANGES = 2;

export class Watch {
  /** By position: who relies on the name being there. */
  private readonly places: (Dependents | undefined)[];
  /** By position: who takes the value for a constant. */
  private readonly constants: (Dependents | undefined)[];
  private missing: Map<string, Dependents>;
  /** How often a constant has changed. */
  private readonly changes: Map<string, number>;

  constructor() {
    this.places = [];
    this.constants = [];
    this.missing = new Map();
    this.changes = new Map();
  }

  /** Who relies on a name being at the position. */
  placeAt(position: number): Dependents {
    return at(this.places, position);
  }

  /** Who relies on the name having the value that it has; `undefined` if it is a variable. */
  constantAt(position: number, name: string): Dependents | undefined {
    if ((this.changes.get(name) ?? 0) >= MAX_CHANGES) return undefined;
    return at(this.constants, position);
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

  /** The name at the position is gone: others are where they were. */
  removed(position: number): void {
    const groups = [this.places[position], this.constants[position]];
    if (position < this.places.length) this.places[position] = undefined;
    if (position < this.constants.length) this.constants[position] = undefined;
    invalidate(groups);
  }

  /** Names from the position on are elsewhere. */
  moved(from: number): void {
    invalidate([...this.places.splice(from), ...this.constants.splice(from)]);
  }

  /** The names are others. */
  exchanged(): void {
    const missing = [...this.missing.values()];
    this.missing = new Map();
    invalidate(missing);
    this.moved(0);
  }
}

function at(groups: (Dependents | undefined)[], position: number): Dependents {
  while (groups.length <= position) groups.push(undefined);
  groups[position] ??= new Dependents();
  return groups[position];
}

function invalidate(groups: readonly (Dependents | undefined)[]): void {
  for (const dependents of groups) dependents?.invalidate('names of a namespace have moved');
}
