/**
 * Writes a program (program.ts) as a regular expression of the host, whose engine makes machine code of it. Only what means the same in both
 * is written, and only for texts of Latin-1 characters: sets are written out, so neither engine's idea of words, digits or case matters.
 *
 * Refused are: references to groups and conditions (an unset group matches nothing in one and the empty text in the other), groups in
 * repetitions (each iteration forgets them), repetitions of what may be empty, and what gives nothing back.
 *
 * The host's engine cannot be interrupted. So it is told how often it may have to try (`degree`, `choices`), and whatever could take
 * exponential time is refused: within a repetition there must be one way to go on at most.
 */
import { firstTests, isNullable, sizeOf, type Test } from './analyse.ts';
import type { CharSet } from './char-set.ts';
import { isUnicodeWord } from './characters.ts';
import * as Op from './program.ts';
import * as Sre from './sre-codes.ts';

const LATIN = 256;
/** Repetitions whose bounds differ by no more have a fixed number of ways to match. */
const FEW = 8;
/** Longer programs are not worth it. */
const MAX_WORDS = 2000;

export interface HostSyntax {
  readonly source: string;
  /** An attempt at one place takes at most `2 ** choices * length ** (degree + 1)` steps, for each instruction. */
  readonly degree: number;
  readonly choices: number;
  /** Numbers of the groups in the order in which they are closed. */
  readonly closing: readonly number[];
}

class Refusal extends Error {}

/** Members of a set among the Latin-1 characters. */
type Table = Uint8Array;

const WORDS: Table = Uint8Array.from({ length: LATIN }, (_, point) => (isUnicodeWord(point) ? 1 : 0));

function hex(point: number): string {
  return `\\x${point.toString(16).padStart(2, '0')}`;
}

function classText(table: Table): string {
  let text = '';
  for (let start = 0; start < LATIN; start++) {
    if (table[start] === 0) continue;
    let end = start;
    while (end + 1 < LATIN && table[end + 1] !== 0) end++;
    text += end === start ? hex(start) : `${hex(start)}-${hex(end)}`;
    start = end;
  }
  return `[${text}]`;
}

function areDisjoint(a: Table, b: Table): boolean {
  for (let point = 0; point < LATIN; point++) if (a[point] !== 0 && b[point] !== 0) return false;
  return true;
}

function isSubset(a: Table, b: Table): boolean {
  for (let point = 0; point < LATIN; point++) if (a[point] !== 0 && b[point] === 0) return false;
  return true;
}

class Writer {
  private readonly words: readonly number[];
  private readonly sets: readonly CharSet[];
  private degree: number;
  private choices: number;
  private readonly closing: number[];
  private opened: number;
  /** Whether what is written is repeated. */
  private isRepeated: boolean;
  /** What the last character that was taken is in; null if that is not known. */
  private before: Table | null;

  constructor({ words, sets }: Op.Program) {
    this.words = Array.from(words);
    this.sets = sets;
    this.degree = 0;
    this.choices = 0;
    this.closing = [];
    this.opened = 0;
    this.isRepeated = false;
    this.before = null;
  }

  run(): HostSyntax {
    const { words } = this;
    if (words.length > MAX_WORDS || words[words.length - 1] !== Op.MATCH) throw new Refusal();
    const source = this.block(0, words.length - 1);
    return { source, degree: this.degree, choices: this.choices, closing: this.closing };
  }

  /** What stands from `start` to `end`. All groups that it begins it ends, too. */
  private block(start: number, end: number): string {
    const open: number[] = [];
    let text = '';
    let at = start;
    while (at < end) {
      if (this.words[at] === Op.MARK) {
        text += this.mark(this.words[at + 1], open);
        at += 2;
        continue;
      }
      const [piece, next] = this.instruction(at);
      text += piece;
      at = next;
    }
    if (at !== end || open.length > 0) throw new Refusal();
    return text;
  }

  private mark(mark: number, open: number[]): string {
    const group = mark >> 1;
    if ((mark & 1) === 0) {
      if (group !== this.opened || this.isRepeated) throw new Refusal();
      this.opened++;
      open.push(group);
      return '(';
    }
    if (open.pop() !== group) throw new Refusal();
    this.closing.push(group + 1);
    return ')';
  }

  /** One instruction with all that belongs to it, and where the next one is. */
  private instruction(at: number): [string, number] {
    const { words } = this;
    switch (words[at]) {
      case Op.FAIL:
        return ['[]', at + 1];
      case Op.TEST:
        return [this.taken(this.table(words[at + 1], words[at + 2])), at + 3];
      case Op.TEXT:
        return [this.text(words.slice(at + 2, at + 2 + words[at + 1])), at + sizeOf(words, at)];
      case Op.AT:
        return [this.place(words[at + 1], at + 2), at + 2];
      case Op.GREEDY:
      case Op.LAZY:
        return [this.repeat(at), at + sizeOf(words, at)];
      case Op.BRANCH:
        return this.branch(at);
      case Op.LOOP:
        return this.loop(at);
      case Op.SKIP:
        return this.star(at);
      case Op.LOOK:
      case Op.LOOK_NOT:
        return this.look(at);
      default:
        throw new Refusal();
    }
  }

  // ── Characters ───────────────────────────────────────────────────────────────────────────────────────────────────

  private table(kind: number, argument: number): Table {
    switch (kind) {
      case Op.SET:
        return this.sets[argument].latin;
      case Op.ALL:
        return new Uint8Array(LATIN).fill(1);
      default: {
        const table = new Uint8Array(LATIN).fill(kind === Op.CHAR ? 0 : 1);
        if (argument < LATIN) table[argument] = kind === Op.CHAR ? 1 : 0;
        return table;
      }
    }
  }

  private taken(table: Table): string {
    this.before = table;
    return classText(table);
  }

  private text(points: readonly number[]): string {
    this.before = this.table(Op.CHAR, points[points.length - 1]);
    return points.every((point) => point < LATIN) ? points.map(hex).join('') : '[]';
  }

  private place(place: number, next: number): string {
    switch (place) {
      case Sre.AT_BEGINNING:
      case Sre.AT_BEGINNING_STRING:
        return '^';
      case Sre.AT_BEGINNING_LINE:
        return '(?<![^\\n])';
      case Sre.AT_END:
        return '(?=\\n?$)';
      case Sre.AT_END_LINE:
        return '(?![^\\n])';
      case Sre.AT_END_STRING:
        return '$';
      case Sre.AT_UNI_BOUNDARY:
        return this.boundary(next);
      case Sre.AT_UNI_NON_BOUNDARY: {
        const word = classText(WORDS);
        return `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`;
      }
      case Sre.AT_BOUNDARY:
      case Sre.AT_LOC_BOUNDARY:
        return '\\b';
      default:
        return '\\B';
    }
  }

  /** Where it is known on which side the word is, only the other side is looked at. */
  private boundary(next: number): string {
    const word = classText(WORDS);
    if (this.before !== null && isSubset(this.before, WORDS)) return `(?!${word})`;
    const following = this.followingTables(next);
    if (following?.every((table) => isSubset(table, WORDS))) return `(?<!${word})`;
    return `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
  }

  /** What the next character is in, one of these; `undefined` if there may be none, or that is not known. */
  private followingTables(at: number): readonly Table[] | undefined {
    return this.tablesOf(firstTests(this.words, at, true));
  }

  private tablesOf(tests: readonly Test[] | null): readonly Table[] | undefined {
    return tests?.map(({ kind, argument }) => this.table(kind, argument));
  }

  // ── Choices ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** There is more than one way to match: `ways` of them, or as many as there are characters. */
  private choose(ways: number): void {
    if (this.isRepeated) throw new Refusal();
    if (ways > FEW + 1) this.degree++;
    else this.choices += Math.ceil(Math.log2(ways));
  }

  /** Whether the next character tells if one of the tables is to go on, or what stands at `next`. */
  private isDecided(tables: readonly Table[] | undefined, next: number): boolean {
    const following = this.followingTables(next);
    if (tables === undefined || following === undefined) return false;
    return tables.every((table) => following.every((other) => areDisjoint(table, other)));
  }

  /** Whether nothing follows that could fail. */
  private isLast(at: number): boolean {
    let next = at;
    while (this.words[next] === Op.MARK) next += 2;
    return this.words[next] === Op.MATCH;
  }

  private repeat(at: number): string {
    const [op, kind, argument, min, max] = this.words.slice(at, at + 5);
    const next = at + sizeOf(this.words, at);
    const table = this.table(kind, argument);
    const isGreedy = op === Op.GREEDY;
    if (min !== max && !this.isDecided([table], next) && !(isGreedy && this.isLast(next))) this.choose(max - min + 1);
    this.before = min > 0 ? table : null;
    return `${classText(table)}${countText(min, max)}${isGreedy ? '' : '?'}`;
  }

  private branch(at: number): [string, number] {
    const { words } = this;
    const count = words[at + 1];
    const starts = Array.from({ length: count }, (_, index) => words[at + 3 + index * 3]);
    if (count < 2 || starts[0] !== at + sizeOf(words, at)) throw new Refusal();
    const end = words[starts[1] - 1];
    if (!this.areAlternatives(starts)) this.choose(Math.min(count, FEW));
    const texts = starts.map((start, index) => {
      const stop = index + 1 < count ? starts[index + 1] - 2 : end;
      if (index + 1 < count && (words[stop] !== Op.JUMP || words[stop + 1] !== end)) throw new Refusal();
      this.before = null;
      return this.block(start, stop);
    });
    this.before = null;
    return [`(?:${texts.join('|')})`, end];
  }

  /** Whether the next character tells which of the blocks is the one. */
  private areAlternatives(starts: readonly number[]): boolean {
    const firsts = starts.map((start) => this.followingTables(start));
    const seen = new Uint8Array(LATIN);
    for (const tables of firsts) {
      if (tables === undefined || !tables.every((table) => areDisjoint(table, seen))) return false;
      for (const table of tables) for (let point = 0; point < LATIN; point++) seen[point] |= table[point];
    }
    return true;
  }

  // ── Blocks that are repeated ─────────────────────────────────────────────────────────────────────────────────────

  /** LOOP registers until, the body, UNTIL registers min max body */
  private loop(at: number): [string, number] {
    const until = this.words[at + 2];
    const [op, , min, max] = this.words.slice(until, until + 4);
    if (op !== Op.MAX_UNTIL && op !== Op.MIN_UNTIL) throw new Refusal();
    const text = this.repeated(at + 3, until, until + 5, min, max);
    return [`${text}${op === Op.MAX_UNTIL ? '' : '?'}`, until + 5];
  }

  /** SKIP unused target, the body, STAR body set set */
  private star(at: number): [string, number] {
    const { words } = this;
    const body = at + 3;
    let end = body;
    while (end < words.length && !(words[end] === Op.STAR && words[end + 1] === body)) end += sizeOf(words, end);
    return [this.repeated(body, end, end + 4, words[at + 2] === body ? 1 : 0, Op.UNBOUNDED), end + 4];
  }

  private repeated(body: number, end: number, next: number, min: number, max: number): string {
    if (isNullable(this.words, body, end)) throw new Refusal();
    const isDecided = this.isDecided(this.tablesOf(firstTests(this.words, body, true)), next);
    if (min !== max && !isDecided) this.choose(max - min + 1);
    const outer = this.isRepeated;
    this.isRepeated = outer || max > 1;
    this.before = null;
    const text = this.block(body, end);
    this.isRepeated = outer;
    this.before = null;
    return `(?:${text})${countText(min, max)}`;
  }

  /** LOOK back target, and what must match up to there */
  private look(at: number): [string, number] {
    const { words } = this;
    const back = words[at + 1];
    const target = words[at + 2];
    const isPositive = words[at] === Op.LOOK;
    if (words[target - 1] !== (isPositive ? Op.LOOK_END : Op.LOOK_NOT_END)) throw new Refusal();
    const { opened, before } = this;
    // Each iteration looks anew.
    if (this.isRepeated && this.mayGoFar(at + 3, target - 1)) this.degree++;
    this.before = null;
    const text = this.block(at + 3, target - 1);
    this.before = before;
    if (this.opened !== opened && (back > 0 || !isPositive)) throw new Refusal();
    return [`(?${back > 0 ? '<' : ''}${isPositive ? '=' : '!'}${text})`, target];
  }

  /** Whether what stands from `start` to `end` may take more than a few characters for each of its instructions. */
  private mayGoFar(start: number, end: number): boolean {
    const { words } = this;
    for (let at = start; at < end; at += sizeOf(words, at)) {
      const op = words[at];
      if (op === Op.LOOP || op === Op.SKIP) return true;
      if ((op === Op.GREEDY || op === Op.LAZY) && words[at + 4] > FEW) return true;
    }
    return false;
  }
}

function countText(min: number, max: number): string {
  if (max === Op.UNBOUNDED) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

/** `undefined` if the program means nothing that the host can be asked for. */
export function hostSyntax(program: Op.Program): HostSyntax | undefined {
  try {
    return new Writer(program).run();
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
}
