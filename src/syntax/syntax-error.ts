/**
 * How the front end reports trouble: host-side errors and warnings, which the interpreter turns into Python's.
 *
 * `SourceError` is any error a source text can cause. `PySyntaxError` is the one with a place in the source.
 * Positions are CPython's: lines from 1, offsets in characters (code points) from 1. They are `undefined` where CPython gives None.
 */

export type SyntaxErrorKind = 'SyntaxError' | 'IndentationError' | 'TabError' | '_IncompleteInputError';

export type SourceErrorKind =
  | SyntaxErrorKind
  | 'ValueError'
  | 'MemoryError'
  | 'OverflowError'
  | 'RecursionError'
  | 'UnicodeEncodeError'
  | 'UnicodeDecodeError'
  | 'TypeError'
  | 'SystemError'
  | 'LookupError';

/** An error without a place: the message is all. */
export class SourceError extends Error {
  readonly kind: SourceErrorKind;
  constructor(kind: SourceErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The arguments of Python's SyntaxError: `(message, (filename, lineno, offset, text, endLineno, endOffset))`. */
export interface ErrorPlace {
  readonly filename: string;
  readonly lineno: number;
  readonly offset: number | undefined;
  /** The source line with its line end, or undefined where it is not known. */
  readonly text: string | undefined;
  readonly endLineno: number | undefined;
  readonly endOffset: number | undefined;
}

export class PySyntaxError extends SourceError {
  declare readonly kind: SyntaxErrorKind;
  readonly filename: string;
  readonly lineno: number;
  readonly offset: number | undefined;
  readonly text: string | undefined;
  readonly endLineno: number | undefined;
  readonly endOffset: number | undefined;
  /** True for an error of the tokenizer: CPython prefers it to a "invalid syntax" found before it. */
  readonly isTokenizerError: boolean;

  constructor(kind: SyntaxErrorKind, message: string, place: ErrorPlace, isTokenizerError = false) {
    super(kind, message);
    this.filename = place.filename;
    this.lineno = place.lineno;
    this.offset = place.offset;
    this.text = place.text;
    this.endLineno = place.endLineno;
    this.endOffset = place.endOffset;
    this.isTokenizerError = isTokenizerError;
  }
}

export interface SourceWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly filename: string;
  readonly lineno: number;
  /** Where an "error" filter would place the SyntaxError: byte columns from 0, as in the tree. */
  readonly column: number;
  readonly endLineno: number;
  readonly endColumn: number;
}

/** Receives warnings in source order. May throw a PySyntaxError where a filter turns the warning into an error. */
export type WarningSink = (warning: SourceWarning) => void;
