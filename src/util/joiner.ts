/**
 * Joins texts whose number a program chooses: in stretches, so that no step of it takes long, and what has been joined becomes garbage while
 * it is young.
 */
const STRETCH = 4096;

export class Joiner {
  private readonly separator: string;
  /** What has been joined; `undefined` before the first stretch. */
  private text: string | undefined;
  private pending: string[];

  constructor(separator: string) {
    this.separator = separator;
    this.text = undefined;
    this.pending = [];
  }

  add(text: string): void {
    if (this.pending.push(text) === STRETCH) this.joinPending();
  }

  private joinPending(): void {
    const joined = this.pending.join(this.separator);
    this.text = this.text === undefined ? joined : this.text + this.separator + joined;
    this.pending = [];
  }

  finish(): string {
    if (this.text === undefined) return this.pending.join(this.separator);
    if (this.pending.length > 0) this.joinPending();
    return this.text;
  }
}
