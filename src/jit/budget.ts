/**
 * How much time compiling may take: what is compiled must be hot enough to pay for it, and nobody knows what the program will do next.
 * So compilation gets something at once, and beyond that a share of the time the program has run for: what is hottest asks most often, and
 * gets it first.
 */

/** Milliseconds that are granted to every program. */
const GRANT = 100;
/** Of the time that has passed. */
const SHARE = 0.05;
/** The same for what has stayed hot although it was denied before: it will gain more than others. */
const PATIENT_SHARE = 0.2;
/** Milliseconds that a word of bytecode is expected to take, before anything has been compiled. */
const FIRST_GUESS = 0.01;

export class Budget {
  /** Compiles whatever is asked for. */
  isUnlimited: boolean;
  private start: number;
  private spent: number;
  /** Words that were compiled, and what they took: an estimate of what comes. */
  private words: number;

  constructor() {
    this.isUnlimited = false;
    this.start = 0;
    this.spent = 0;
    this.words = 0;
  }

  /** Begins to count time. */
  begin(isUnlimited: boolean): void {
    this.isUnlimited = isUnlimited;
    this.start = performance.now();
    this.spent = 0;
    this.words = 0;
  }

  /** Whether so many words of bytecode may be compiled now; `isPatient`: that has been denied several times. */
  allows(words: number, isPatient: boolean): boolean {
    if (this.isUnlimited) return true;
    const rate = this.words === 0 ? FIRST_GUESS : this.spent / this.words;
    return this.spent + words * rate <= GRANT + (performance.now() - this.start) * (isPatient ? PATIENT_SHARE : SHARE);
  }

  /** So many words have been compiled since `from`; answers the milliseconds that it took. */
  spend(from: number, words: number): number {
    const time = performance.now() - from;
    this.spent += time;
    this.words += words;
    return time;
  }
}
