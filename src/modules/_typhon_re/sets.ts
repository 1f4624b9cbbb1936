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

/** Characters of the basic plane, in a table that grows once. */
class CharacterTable {
  private bits: Uint8Array;

  constructor() {
    this.bits = new Uint8Array(LATIN);
  }

  /** Whether there is a place for the character. */
  add(point: number): boolean {
    if (point >= this.bits.length && this.bits.length === LATIN) this.grow();
    if (point >= BASIC) return false;
    this.bits[point] = 1;
    return true;
  }

  private grow(): void {
    const bits = new Uint8Array(BASIC);
    bits.set(this.bits);
    this.bits = bits;
  }

  /** Neighbours together; `undefined` if there are too many. */
  runs(): Member[] | undefined {
    const { bits } = this;
    const runs: Member[] = [];
    for (let first = bits.indexOf(1); first >= 0; ) {
      if (runs.length === MAX_RUNS) return undefined;
      const end = bits.indexOf(0, first);
      const last = (end < 0 ? bits.length : end) - 1;
      runs.push(first === last ? { kind: 'literal', point: first } : { kind: 'range', first, last });
      first = end < 0 ? -1 : bits.indexOf(1, end);
    }
    return runs;
  }

  table(): Member {
    const { bits } = this;
    const words = bits.length === LATIN ? [Sre.CHARSET, ...wordsOf(bits)] : bigTable(bits);
    return { kind: 'table', words };
  }
}

function wordsOf(bits: Uint8Array): number[] {
  const words: number[] = new Array(bits.length / 32).fill(0);
  for (let point = 0; point < bits.length; point++) if (bits[point] === 1) words[point >>> 5] += 2 ** (point & 31);
  return words;
}

/** Blocks of 256 characters, each once, behind their numbers. */
function bigTable(bits: Uint8Array): number[] {
  const numbers = new Map<string, number>();
  const mapping: number[] = new Array(LATIN / 4).fill(0);
  const blocks: number[] = [];
  for (let index = 0; index < LATIN; index++) {
    const words = wordsOf(bits.subarray(index * LATIN, (index + 1) * LATIN));
    const key = words.join();
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(key, number);
      blocks.push(...words);
    }
    mapping[index >>> 2] += number * 2 ** ((index & 3) * 8);
  }
  return [Sre.BIGCHARSET, numbers.size, ...mapping, ...blocks];
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
