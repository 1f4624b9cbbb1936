/**
 * Guards that fail at random, for tests: some guards get a condition that fails every so often although they hold. The same seed draws the
 * same guards, as long as the same things are compiled in the same order.
 */

/** Whether the failure that is about to be noted says nothing about what the unit expects. */
export const chance = { hasStruck: false };

/** One guard of so many is drawn. */
const ONE_OF = 4;
/** The longest time between two failures, in executions of the drawn guards of a unit. */
const MAX_PERIOD = 60;
/** Executions of drawn guards from one safepoint that has to look to the next: units are left there, and entered again. */
export const LOOK_PERIOD = 17;

export class Lottery {
  private word: number;

  constructor(seed: number) {
    this.word = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 0 || 1;
  }

  /** After how many executions the next guard fails; 0 if it never does by chance. */
  draw(): number {
    const word = this.next();
    return word % ONE_OF === 0 ? 1 + ((word >>> 8) % MAX_PERIOD) : 0;
  }

  /** xorshift32. */
  private next(): number {
    let { word } = this;
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    this.word = word;
    return word >>> 0;
  }
}
