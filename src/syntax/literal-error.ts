/** A literal whose text the tokenizer accepts, but which has no value. The parser, which knows the tokens, gives it a place. */

/**
 * Where CPython places the error: `unicode` and `value` ("(unicode error) ...", "(value error) ...") and `bytes` at the
 * string token, `number` at the line alone, with offset 0.
 */
export type LiteralErrorKind = 'unicode' | 'value' | 'bytes' | 'number';

export class LiteralError extends Error {
  readonly kind: LiteralErrorKind;
  /** Offset into the source of what is wrong. */
  readonly offset: number;

  constructor(kind: LiteralErrorKind, message: string, offset: number) {
    super(message);
    this.kind = kind;
    this.offset = offset;
  }

  /** The text of the SyntaxError. */
  get syntaxMessage(): string {
    return this.kind === 'unicode' || this.kind === 'value' ? `(${this.kind} error) ${this.message}` : this.message;
  }
}
