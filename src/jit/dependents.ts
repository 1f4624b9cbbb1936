/** Units that rely on something: when it changes, they are not entered any more. */
import type { Unit } from './unit.ts';

/** Units after whose registration it is looked which are still in use, the first time. */
const FIRST_LOOK = 8;

/** Dropping a unit; set by driver.ts. */
export const invalidation = { of: (_unit: Unit, _reason: string): void => {} };

export class Dependents {
  /** Weakly, because what is relied on may outlive them. */
  private units: WeakRef<Unit>[];
  private nextLook: number;

  constructor() {
    this.units = [];
    this.nextLook = FIRST_LOOK;
  }

  add(unit: Unit): void {
    this.units.push(unit.reference);
    if (this.units.length < this.nextLook) return;
    this.units = this.units.filter((reference) => reference.deref()?.isCurrent === true);
    this.nextLook = Math.max(FIRST_LOOK, this.units.length * 2);
  }

  /** What the units rely on is not so any more. */
  invalidate(reason: string): void {
    const { units } = this;
    this.units = [];
    this.nextLook = FIRST_LOOK;
    for (const reference of units) {
      const unit = reference.deref();
      if (unit !== undefined) invalidation.of(unit, reason);
    }
  }
}
