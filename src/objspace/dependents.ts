/** Compiled code that relies on something: when that changes, it is not entered any more, and left where it is running. */

export interface Dependent {
  readonly reference: WeakRef<Dependent>;
  /** Whether it may be entered. */
  readonly isCurrent: boolean;
  invalidate(reason: string): void;
}

/** So many are registered before it is looked for the first time which are still in use. */
const FIRST_LOOK = 8;

export class Dependents {
  /** Weakly, because what is relied on may outlive them. */
  private list: WeakRef<Dependent>[];
  private nextLook: number;
  /** How often what is relied on has changed: code that is being compiled is not in the list yet. */
  changes: number;

  constructor() {
    this.changes = 0;
    this.list = [];
    this.nextLook = FIRST_LOOK;
  }

  add(dependent: Dependent): void {
    this.list.push(dependent.reference);
    if (this.list.length < this.nextLook) return;
    this.list = this.list.filter((reference) => reference.deref()?.isCurrent === true);
    this.nextLook = Math.max(FIRST_LOOK, this.list.length * 2);
  }

  /** What they rely on is not so any more. */
  invalidate(reason: string): void {
    const { list } = this;
    this.changes++;
    this.list = [];
    this.nextLook = FIRST_LOOK;
    for (const reference of list) reference.deref()?.invalidate(reason);
  }
}
