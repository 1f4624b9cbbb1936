/**
 * State of an f-string or t-string that is being scanned (PEP 701): the scanner goes to and fro between its literal text and
 * the expressions in its replacement fields.
 */
export class StringMode {
  readonly quote: number;
  readonly quoteSize: number;
  readonly isRaw: boolean;
  readonly isTemplate: boolean;
  /** Where the literal starts, prefix included. */
  readonly start: number;
  readonly startLine: number;
  /** Next comes literal text (or a format spec), not an expression. */
  isInLiteral: boolean;
  isInFormatSpec: boolean;
  /** Brackets open within the literal, those of replacement fields included. */
  depth: number;
  /** Replacement fields open, minus one: a bracket at this depth is a field's own. */
  fieldDepth: number;

  constructor(quote: number, quoteSize: number, isRaw: boolean, isTemplate: boolean, start: number, startLine: number) {
    this.quote = quote;
    this.quoteSize = quoteSize;
    this.isRaw = isRaw;
    this.isTemplate = isTemplate;
    this.start = start;
    this.startLine = startLine;
    this.isInLiteral = true;
    this.isInFormatSpec = false;
    this.depth = 0;
    this.fieldDepth = -1;
  }

  /** How messages call it. */
  get name(): string {
    return this.isTemplate ? 't-string' : 'f-string';
  }
}
