/**
 * State of the predictive parser: a position in the table of tokens, and the ways to go on or to give up.
 *
 * The parser decides by the next token, in a few places by one more or by going back (`index` is all there is to restore).
 * At the first token that fits nothing it throws `PARSE_FAILURE` and leaves it to the diagnosis (diagnosis/) to say what is
 * wrong; so nothing here is spent on messages. Only what is wrong with a complete construct (a literal without
 * a value, bytes beside str) is reported at once, as a PySyntaxError.
 *
 * Invariant: `kind` is the kind of token `index`, and that token is the last one made, unless the parser went back.
 */
import type { FeatureVersion } from './options.ts';
import { SourceError } from '../syntax-error.ts';
import type { Tokenizer } from '../tokenizer.ts';
import * as T from '../tokens.ts';
import { raiseAt } from './raise.ts';
import { DEFAULT_MAX_DIGITS } from '../number-literal.ts';

/** Thrown where the source is wrong: always this one object, since it says nothing. */
export const PARSE_FAILURE = new Error('the source does not parse');

/** Nesting that CPython's parser refuses, counted in calls of its rules; and what a bare expression takes of it. */
export const MAX_LEVEL = 6000;
export const FIRST_LEVEL = 32;

/** What a node's text begins with or is: a token's index gives its place. */
export interface Located {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

export class Parser {
  readonly tokens: Tokenizer;
  /** Constructs of later versions are refused. */
  readonly featureVersion: FeatureVersion;
  /** Of decimal int literals (`ParseOptions`). */
  readonly maxDigits: number;
  index: number;
  kind: number;
  /** Nesting, in calls of CPython's rules. */
  level: number;
  /**
   * Index of the token that began the statement before the one being read, of those not in a block: where diagnosis begins,
   * since only the two together tell what an `elif` behind an `else` is.
   */
  statementStart: number;
  /** Index of the last token whose escape sequences were warned of. */
  lastWarned: number;
  /** Numbers of the soft keywords in the tokenizer's table of names. */
  readonly matchName: number;
  readonly caseName: number;
  readonly typeName: number;
  readonly wildcardName: number;

  constructor(tokens: Tokenizer, featureVersion: FeatureVersion, maxDigits: number = DEFAULT_MAX_DIGITS) {
    this.tokens = tokens;
    this.featureVersion = featureVersion;
    this.maxDigits = maxDigits;
    this.index = 0;
    this.kind = -1;
    this.level = FIRST_LEVEL;
    this.statementStart = 0;
    this.lastWarned = -1;
    this.matchName = tokens.nameTable.internText('match');
    this.caseName = tokens.nameTable.internText('case');
    this.typeName = tokens.nameTable.internText('type');
    this.wildcardName = tokens.nameTable.internText('_');
  }

  // ── Going on ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** Makes the first token; nothing else may be called before. */
  start(): void {
    this.kind = this.tokens.need(0);
  }

  advance(): void {
    const index = this.index + 1;
    this.index = index;
    const { tokens } = this;
    this.kind = index < tokens.count ? tokens.kinds[index] : tokens.need(index);
  }

  goTo(index: number): void {
    this.index = index;
    this.kind = this.tokens.need(index);
  }

  /** Whether the next token is of this kind; unlike a comparison, TypeScript draws no conclusions for later tokens from it. */
  at(kind: number): boolean {
    return this.kind === kind;
  }

  /** Passes a token if it is of this kind. */
  accept(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  expect(kind: number): void {
    if (this.kind !== kind) throw PARSE_FAILURE;
    this.advance();
  }

  /** Passes a token that nothing else can stand for: unlike other failures its absence is reported by its name. */
  demand(kind: number): void {
    if (this.kind !== kind) raiseAt(this, this.tokenPlace(this.index), `expected '${T.TOKEN_TEXTS[kind]}'`);
    this.advance();
  }

  /** Kind of the token behind the next one. */
  peek(): number {
    return this.tokens.need(this.index + 1);
  }

  fail(): never {
    throw PARSE_FAILURE;
  }

  /** Passes a name and returns it. */
  name(): string {
    if (this.kind !== T.Name) throw PARSE_FAILURE;
    const name = this.tokens.name(this.index);
    this.advance();
    return name;
  }

  isSoftKeyword(name: number): boolean {
    return this.kind === T.Name && this.tokens.values[this.index] === name && this.isPlainName(this.index);
  }

  /** A soft keyword must be written in ASCII: its normal form does not count. */
  private isPlainName(index: number): boolean {
    const { tokens } = this;
    return tokens.ends[index] - tokens.starts[index] === tokens.name(index).length;
  }

  // ── Places ─────────────────────────────────────────────────────────────────────────────────────────────────────

  lineAt(index: number): number {
    return this.tokens.lines[index];
  }

  columnAt(index: number): number {
    return this.tokens.columns[index];
  }

  /** Where the last token passed ends. Not for statements with a block: those end before the white space. */
  get endLine(): number {
    return this.tokens.endLines[this.index - 1];
  }

  get endColumn(): number {
    return this.tokens.endColumns[this.index - 1];
  }

  /** Index of the last token passed that is not white space: the end of a statement with a block. */
  lastSolidToken(): number {
    const { kinds } = this.tokens;
    let index = this.index - 1;
    while (index > 0) {
      const kind = kinds[index];
      if (kind !== T.Newline && kind !== T.Dedent && kind !== T.Indent && kind !== T.EndMarker) break;
      index--;
    }
    return index;
  }

  tokenPlace(index: number): Located {
    const { tokens } = this;
    return {
      lineno: tokens.lines[index],
      col_offset: tokens.columns[index],
      end_lineno: tokens.endLines[index],
      end_col_offset: tokens.endColumns[index],
    };
  }

  // ── Nesting ────────────────────────────────────────────────────────────────────────────────────────────────────

  enter(levels: number): void {
    this.level += levels;
    if (this.level > MAX_LEVEL) throw stackOverflow();
  }

  leave(levels: number): void {
    this.level -= levels;
  }
}

export function stackOverflow(): SourceError {
  return new SourceError('MemoryError', 'Parser stack overflowed - Python source too complex to parse');
}
