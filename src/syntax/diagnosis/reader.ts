/**
 * The reader: a position in the tokens of a source that does not parse, for a second, slower look that finds out why.
 *
 * It is a backtracking recogniser: each reading function tries the forms of its construct in order and returns `undefined` (or false),
 * with the position where it was, if none fits. A construct therefore ends where it stops being right, and the mistakes people
 * make there are looked for by functions beside it, which throw the error. Of several mistakes the one that is met first in
 * this order is reported; CPython's order is part of what programs can see, so it decides where the calls stand.
 *
 * What was read at a position is remembered per kind of construct, so that trying again costs nothing.
 */
import { FIRST_LEVEL, MAX_LEVEL, type Parser, stackOverflow } from '../parser/parser.ts';
import { raiseAtLastToken } from '../parser/raise.ts';
import type { SyntaxErrorKind } from '../syntax-error.ts';
import type { Tokenizer } from '../tokenizer.ts';
import * as T from '../tokens.ts';
import type { Piece } from './piece.ts';

interface Memory {
  readonly piece: Piece | undefined;
  readonly end: number;
}

/** Names of the memories, see `remember`: the precedences of operators, which are 1 to 10, come first. */
export const Remembered = {
  Expression: 11,
  StarExpression: 12,
  Primary: 13,
  Arguments: 14,
  Block: 15,
  SimpleStatement: 16,
  StarTarget: 17,
  Factor: 18,
  Pattern: 19,
} as const;

/** Names of searches for mistakes, see `seekOnce`. */
export const Sought = { Assignment: 0, Comprehension: 1, StarredGroup: 2 } as const;

export class Reader {
  readonly tokens: Tokenizer;
  readonly parser: Parser;
  index: number;
  /** False while only valid forms are tried. */
  seeksMistakes: boolean;
  private depth: number;
  private readonly memories: Map<number, Memory>[];
  private readonly sought: Set<number>[];
  private readonly levels: number[];

  constructor(parser: Parser, start: number, seeksMistakes: boolean) {
    this.parser = parser;
    this.tokens = parser.tokens;
    this.index = start;
    this.seeksMistakes = seeksMistakes;
    this.depth = FIRST_LEVEL;
    this.memories = [];
    this.sought = [];
    this.levels = [];
  }

  // ── Tokens ─────────────────────────────────────────────────────────────────────────────────────────────────────

  get kind(): number {
    return this.kindAt(this.index);
  }

  kindAt(index: number): number {
    const { tokens } = this;
    return index < tokens.count ? tokens.kinds[index] : tokens.need(index);
  }

  at(kind: number): boolean {
    return this.kindAt(this.index) === kind;
  }

  /** Passes a token if it is of this kind. */
  take(kind: number): boolean {
    if (this.kindAt(this.index) !== kind) return false;
    this.index++;
    return true;
  }

  takeAnyOf(...kinds: number[]): boolean {
    if (!kinds.includes(this.kind)) return false;
    this.index++;
    return true;
  }

  /** Number of the name at a token, to be compared with the parser's soft keywords; -1 for other tokens. */
  private nameAt(index: number): number {
    if (this.kindAt(index) !== T.Name) return -1;
    const { tokens } = this;
    const isPlain = tokens.ends[index] - tokens.starts[index] === tokens.name(index).length;
    return isPlain ? tokens.values[index] : -1;
  }

  atWord(word: number): boolean {
    return this.nameAt(this.index) === word;
  }

  takeWord(word: number): boolean {
    if (this.nameAt(this.index) !== word) return false;
    this.index++;
    return true;
  }

  atSoftKeyword(): boolean {
    const { matchName, caseName, typeName, wildcardName } = this.parser;
    const name = this.nameAt(this.index);
    return name !== -1 && (name === matchName || name === caseName || name === typeName || name === wildcardName);
  }

  /** Brackets open behind a token, those of replacement fields included. */
  levelAt(index: number): number {
    const { levels, tokens } = this;
    while (levels.length <= index) {
      const kind = tokens.kinds[levels.length];
      const before = levels.length === 0 ? 0 : levels[levels.length - 1];
      const opens = kind === T.LeftParen || kind === T.LeftBracket || kind === T.LeftBrace;
      const closes = kind === T.RightParen || kind === T.RightBracket || kind === T.RightBrace;
      levels.push(before + (opens ? 1 : closes ? -1 : 0));
    }
    return levels[index];
  }

  // ── Trying ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** What `read` returns, or undefined with the position where it was. */
  attempt<Result>(read: () => Result | false | undefined): Result | undefined {
    const start = this.index;
    const result = read();
    if (result !== undefined && result !== false) return result;
    this.index = start;
    return undefined;
  }

  /** Whether `read` succeeds here; the position stays. */
  sees(read: () => unknown): boolean {
    const start = this.index;
    const result = read();
    this.index = start;
    return result !== undefined && result !== false;
  }

  /** Looks for mistakes with the position as it is, and puts it back if there is none. */
  seek(find: (start: number) => unknown): void {
    if (this.seeksMistakes) this.look(find);
  }

  /** The same even where only valid forms are tried. */
  look(find: (start: number) => unknown): void {
    const start = this.index;
    find(start);
    this.index = start;
  }

  /** Like `seek`, but not a second time in the same place: without this, nested brackets would take exponential time. */
  seekOnce(what: number, find: (start: number) => unknown): void {
    this.sought[what] ??= new Set();
    if (!this.seeksMistakes || this.sought[what].has(this.index)) return;
    this.sought[what].add(this.index);
    this.seek(find);
  }

  /** Passes what `read` reads, if it does; always true, to stand in chains of `&&`. */
  optional(read: () => unknown): true {
    this.attempt(read as () => true);
    return true;
  }

  /** One or more items with a token between them. A separator behind the last item is not passed. */
  separated<Item>(separator: number, read: (r: Reader) => Item | undefined): Item[] | undefined {
    const first = read(this);
    if (first === undefined) return undefined;
    const items = [first];
    for (;;) {
      const before = this.index;
      const item = this.take(separator) ? read(this) : undefined;
      if (item === undefined) {
        this.index = before;
        return items;
      }
      items.push(item);
    }
  }

  repeated<Item>(read: (r: Reader) => Item | undefined): Item[] {
    const items: Item[] = [];
    for (;;) {
      const item = read(this);
      if (item === undefined) return items;
      items.push(item);
    }
  }

  /** Reads something in brackets, which may be too deep: the look for mistakes needs more calls of CPython's rules than parsing. */
  nested<Result>(calls: number, read: () => Result): Result {
    this.depth += calls;
    if (this.depth > MAX_LEVEL && this.seeksMistakes) throw stackOverflow();
    const result = read();
    this.depth -= calls;
    return result;
  }

  remember(name: number, read: (r: Reader) => Piece | undefined): Piece | undefined {
    const start = this.index;
    this.memories[name] ??= new Map();
    const known = this.memories[name].get(start);
    if (known !== undefined) {
      this.index = known.end;
      return known.piece;
    }
    const piece = this.attempt(() => read(this));
    this.memories[name].set(start, { piece, end: this.index });
    return piece;
  }

  // ── Failing ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** From the beginning of one token to the end of another. */
  fail(message: string, first: number, last: number, kind: SyntaxErrorKind = 'SyntaxError'): never {
    const { lines, columns, endLines, endColumns } = this.tokens;
    throw this.tokens.errorAt(kind, message, lines[first], columns[first] + 1, endLines[last], endColumns[last] + 1);
  }

  failAtToken(message: string, index: number): never {
    return this.fail(message, index, index);
  }

  failAt(message: string, piece: Piece): never {
    return this.fail(message, piece.first, piece.last);
  }

  failOver(message: string, from: Piece, to: Piece): never {
    return this.fail(message, from.first, to.last);
  }

  /** From a token to where the tokenizer is now. */
  failFrom(message: string, first: number): never {
    const { tokens } = this;
    const column = tokens.columns[first] + 1;
    throw tokens.errorAt('SyntaxError', message, tokens.lines[first], column, tokens.line, tokens.cursorColumn);
  }

  /** At the last token that has been looked at, ever. */
  failAtLast(message: string, kind: SyntaxErrorKind = 'SyntaxError'): never {
    return raiseAtLastToken(this, message, kind);
  }

  /** A token that must come next. */
  demand(kind: number): true {
    if (this.take(kind)) return true;
    return this.fail(`expected '${T.TOKEN_TEXTS[kind]}'`, this.index, this.index);
  }
}
