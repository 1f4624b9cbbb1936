/**
 * Interning of names: each distinct identifier of a source becomes one JS string and one small number.
 *
 * The tokenizer computes a hash while it scans a name, so that a name seen before costs neither a substring nor a
 * Map look-up. Keywords are put in first: a number below KEYWORD_COUNT is a keyword.
 *
 * Invariant: `slots` is open-addressed with a power-of-two size and at most half full; a slot holds number + 1.
 */
import { CHARACTERS, CHARACTERS_WORK, worked } from '../util/work.ts';
import { KEYWORDS } from './tokens.ts';

export const KEYWORD_COUNT = KEYWORDS.length;
const LEAST_SLOTS = 256;

/** One step of the hash; start with 0. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function isSameText(name: string, input: string, start: number): boolean {
  for (let i = 0; i < name.length; i++) {
    if (name.charCodeAt(i) !== input.charCodeAt(start + i)) return false;
    if ((i & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
  }
  return true;
}

export class NameTable {
  readonly names: string[];
  private readonly hashes: number[];
  private slots: number[];

  /** Sources that are evaluated are mostly short: to put the keywords in each time would take a good part of parsing them. */
  constructor(model: NameTable | null = KEYWORDS_ONLY) {
    this.names = model === null ? [] : model.names.slice();
    this.hashes = model === null ? [] : model.hashes.slice();
    this.slots = model === null ? new Array<number>(LEAST_SLOTS).fill(0) : model.slots.slice();
  }

  internText(text: string): number {
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      hash = hashStep(hash, text.charCodeAt(i));
      if ((i & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
    }
    return this.intern(text, 0, text.length, hash);
  }

  /** The number of input.slice(start, end), whose hash is given. */
  intern(input: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = this.slots[slot]!;
      if (entry === 0) return this.add(input.slice(start, end), hash, slot);
      const name = this.names[entry - 1]!;
      if (this.hashes[entry - 1] === hash && name.length === end - start && isSameText(name, input, start)) {
        return entry - 1;
      }
      slot = (slot + 1) & mask;
    }
  }

  private add(name: string, hash: number, slot: number): number {
    this.names.push(name);
    this.hashes.push(hash);
    this.slots[slot] = this.names.length;
    if (this.names.length * 2 > this.slots.length) this.grow();
    return this.names.length - 1;
  }

  private grow(): void {
    const slots = new Array<number>(this.slots.length * 2).fill(0);
    const mask = slots.length - 1;
    for (let i = 0; i < this.hashes.length; i++) {
      const hash = this.hashes[i]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = i + 1;
    }
    this.slots = slots;
  }
}

/** What a table begins with. */
const KEYWORDS_ONLY = new NameTable(null);
for (const keyword of KEYWORDS) KEYWORDS_ONLY.internText(keyword);
