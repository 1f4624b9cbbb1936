/** The shortest code for a set of characters: some characters and ranges, or a table of bits. */
import { worked } from '../../util/work.ts';
import * as Sre from '../_sre/sre-codes.ts';
import type { Folding } from './folding.ts';
import type { SetItem, SetPart } from './pattern-tree.ts';

/** What a set consists of in code. */
export type Member =
  | SetItem
  | { readonly kind: 'negation' }
  | { readonly kind: 'range without case'; readonly first: number; readonly last: number }
  | { readonly kind: 'table'; readonly words: readonly number[] };

export interface SetCode {
  readonly members: readonly Member[];
  /** Whether a member has another case; false where case matters. */
  readonly hasCased: boolean;
}

const NEGATION: Member = { kind: 'negation' };
const NOTHING: SetCode = { members: [], hasCased: false };
const EVERYTHING: SetCode = { members: [NEGATION], hasCased: false };

export function isEverything({ members }: SetCode): boolean {
  return members.length === 1 && members[0].kind === 'negation';
}

const LATIN = 0x100;
const BASIC = 0x10000;
/** More runs than this are a table. */
const MAX_RUNS = 2;

const ALL_BITS = 0xffffffff;
/** Words of a block of 256 characters. */
const BLOCK = LATIN / 32;

/** Characters of the basic plane, a bit each, in a table that grows once. */
class CharacterTable {
  private words: Uint32Array;

  constructor() {
    this.words = new Uint32Array(BLOCK);
  }

  /** Whether there is a place for the character. */
  add(point: number): boolean {
    if (point >= LATIN && this.words.length === BLOCK) this.grow();
    if (point >= BASIC) return false;
    this.words[point >>> 5] |= 1 << (point & 31);
    return true;
  }

  private grow(): void {
    const words = new Uint32Array(BASIC / 32);
    words.set(this.words);
    this.words = words;
  }

  /** The first character from `start` on that is a member, or with ALL_BITS as `flip` one that is none; -1 if there is none. */
  private next(start: number, flip: 0 | typeof ALL_BITS): number {
    const { words } = this;
    let mask = ALL_BITS << (start & 31);
    for (let index = start >>> 5; index < words.length; index++) {
      const bits = (words[index] ^ flip) & mask;
      if (bits !== 0) return index * 32 + 31 - Math.clz32(bits & -bits);
      mask = ALL_BITS;
    }
    return -1;
  }

  /** Neighbours together; `undefined` if there are too many. */
  runs(): Member[] | undefined {
    const runs: Member[] = [];
    for (let first = this.next(0, 0); first >= 0; ) {
      if (runs.length === MAX_RUNS) return undefined;
      const end = this.next(first, ALL_BITS);
      const last = (end < 0 ? this.words.length * 32 : end) - 1;
      runs.push(first === last ? { kind: 'literal', point: first } : { kind: 'range', first, last });
      first = end < 0 ? -1 : this.next(end, 0);
    }
    return runs;
  }

  table(): Member {
    const { words } = this;
    return { kind: 'table', words: words.length === BLOCK ? [Sre.CHARSET, ...words] : bigTable(words) };
  }
}

/** Blocks of 256 characters, each once, behind their numbers. */
function bigTable(words: Uint32Array): number[] {
  const numbers = new Map<string, number>();
  const mapping = new Uint32Array(LATIN / 4);
  const blocks: number[] = [];
  let number = 0;
  for (let index = 0; index < LATIN; index++) {
    // Most blocks are like the one before them.
    if (index === 0 || !isLikeBefore(words, index))
      number = numberOf(words.subarray(index * BLOCK, (index + 1) * BLOCK), numbers, blocks);
    mapping[index >>> 2] |= number << ((index & 3) * 8);
  }
  return [Sre.BIGCHARSET, numbers.size, ...mapping, ...blocks];
}

function isLikeBefore(words: Uint32Array, index: number): boolean {
  for (let at = index * BLOCK; at < (index + 1) * BLOCK; at++) if (words[at] !== words[at - BLOCK]) return false;
  return true;
}

/** The number of a block, which is a new one if there was none like it. */
function numberOf(block: Uint32Array, numbers: Map<string, number>, blocks: number[]): number {
  const key = block.join();
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  blocks.push(...block);
  return numbers.size - 1;
}

class SetCompiler {
  private readonly folding: Folding | null;
  private readonly table: CharacterTable;
  /** What has no place in the table. */
  private readonly others: Member[];
  private hasCased: boolean;

  constructor(folding: Folding | null) {
    this.folding = folding;
    this.table = new CharacterTable();
    this.others = [];
    this.hasCased = false;
  }

  run({ isNegated, items }: SetPart): SetCode {
    for (const item of items) {
      if (item.kind === 'literal') this.literal(item.point);
      else if (item.kind === 'range') this.range(item.first, item.last);
      else if (this.hasNegationOf(item.category)) return isNegated ? NOTHING : EVERYTHING;
      else this.others.push(item);
    }
    const members = isNegated ? [NEGATION] : [];
    const runs = this.table.runs();
    const { hasCased, others } = this;
    if (runs === undefined) return { members: [...members, this.table.table(), ...others], hasCased };
    const found = [...members, ...runs, ...others];
    const given = [...members, ...items];
    return { members: hasCased || found.length < given.length ? found : given, hasCased };
  }

  /** As in `[\s\S]`. */
  private hasNegationOf(category: number): boolean {
    return this.others.some((other) => other.kind === 'category' && other.category === (category ^ 1));
  }

  private literal(point: number): void {
    const { folding, table } = this;
    const lower = folding === null ? point : folding.lower(point);
    if (table.add(lower)) this.addExtra(lower);
    else this.others.push({ kind: 'literal', point: lower });
    this.hasCased ||= folding?.isCased(lower) === true;
  }

  private addExtra(lower: number): void {
    for (const other of this.folding?.extra?.get(lower) ?? []) this.table.add(other);
  }

  private range(first: number, last: number): void {
    worked(Math.min(last, BASIC) - first);
    const { folding, table } = this;
    if (folding === null) {
      for (let point = first; point <= last && table.add(point); point++);
      if (last >= BASIC) this.others.push({ kind: 'range', first, last });
      return;
    }
    for (let point = first; point <= last; point++) {
      const lower = folding.lower(point);
      if (!table.add(lower)) {
        this.others.push({ kind: folding.extra === null ? 'range' : 'range without case', first, last });
        this.hasCased = true;
        return;
      }
      this.addExtra(lower);
    }
    for (let point = first; point <= last && !this.hasCased; point++) this.hasCased = folding.isCased(point);
  }
}

export function compileSet(set: SetPart, folding: Folding | null): SetCode {
  return new SetCompiler(folding).run(set);
}
