/**
 * Where a unit knows that nothing has changed that it relies on (`Unit.isValid`): from its entry on, behind guards that look, and at the
 * header of a loop if it holds on all ways there. A guard is written only if something behind it relies on it.
 */
import type { Builder } from './builder.ts';
import { INVALID } from './reasons.ts';

export class Validity {
  /** What it holds because of. */
  private readonly sources: Validity[];
  isNeeded: boolean;

  constructor(sources: Validity[] = []) {
    this.sources = sources;
    this.isNeeded = false;
  }

  /** One more way to a loop header. */
  addSource(source: Validity): void {
    if (this.sources.includes(source)) return;
    this.sources.push(source);
    if (this.isNeeded) source.need();
  }

  /** Something relies on it. */
  need(): void {
    if (this.isNeeded) return;
    this.isNeeded = true;
    for (const source of this.sources) source.need();
  }
}

/** What holds where two ways meet; null if it is not known on both. */
export function validOnBoth(one: Validity | null, other: Validity | null): Validity | null {
  if (one === null || other === null || one === other) return one === other ? one : null;
  return new Validity([one, other]);
}

/** That nothing has changed that the unit relies on: the guard is written if that is needed. */
export function expectValid(b: Builder): Validity {
  const { environment } = b;
  if (environment.validity === null) {
    environment.validity = new Validity();
    b.guard('U.isValid', [], INVALID).validity = environment.validity;
  }
  return environment.validity;
}
