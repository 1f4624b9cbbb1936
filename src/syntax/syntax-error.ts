/**
 * How the front end reports trouble: host-side errors and warnings, which the interpreter turns into Python's.
 *
 * `SourceError` is any error a source text can cause. `PySyntaxError` is the one with a place in the source.
 * Positions are CPython's: lines from 1, offsets in characters (code points) from 1. They are `undefined` where CPython gives None.
 */
import { charactersInBytes } from '../util/code-points.ts';

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
  /**
   * Raised by the scanner of tokens itself: CPython prefers such an error to an "invalid syntax" found before it.
   * Errors of indentation, of the end of the file and of line continuation do not count.
   */
  readonly isFromScanner: boolean;

  constructor(kind: SourceErrorKind, message: string, isFromScanner = false) {
    super(message);
    this.kind = kind;
    this.isFromScanner = isFromScanner;
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
  /** The exception has the place as attributes only, not in its `args`. */
  readonly isBare?: boolean;
}

export class PySyntaxError extends SourceError {
  declare readonly kind: SyntaxErrorKind;
  readonly filename: string;
  readonly lineno: number;
  readonly offset: number | undefined;
  readonly text: string | undefined;
  readonly endLineno: number | undefined;
  readonly endOffset: number | undefined;
  readonly isBare: boolean;

  constructor(kind: SyntaxErrorKind, message: string, place: ErrorPlace, isFromScanner = false) {
    super(kind, message, isFromScanner);
    this.filename = place.filename;
    this.lineno = place.lineno;
    this.offset = place.offset;
    this.text = place.text;
    this.endLineno = place.endLineno;
    this.endOffset = place.endOffset;
    this.isBare = place.isBare ?? false;
  }
}

export interface SourceWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly filename: string;
  readonly lineno: number;
  /** Where an "error" filter places the SyntaxError (`warningAsError`): byte columns from 0, as in the tree. */
  readonly column: number;
  readonly endLineno: number;
  readonly endColumn: number;
  readonly origin: WarningOrigin;
}

/**
 * Who found it decides how the SyntaxError shows the line: the scanner's has no line end; behind the parser the line is read from the
 * file, and offsets count bytes.
 */
export type WarningOrigin = 'scanner' | 'parser' | 'compiler';

const PROPHECY = ' Such sequences will not work in the future.';

/** The SyntaxError that a warning becomes under a filter "error"; `text` is its line. */
export function warningAsError(warning: SourceWarning, text: string | undefined): PySyntaxError {
  const { filename, lineno, endLineno, origin } = warning;
  const offset = (column: number): number =>
    origin === 'compiler' || text === undefined ? column + 1 : charactersInBytes(text, column + 1);
  return new PySyntaxError('SyntaxError', warning.message.replace(PROPHECY, ''), {
    filename,
    lineno,
    offset: offset(warning.column),
    text,
    endLineno,
    endOffset: offset(warning.endColumn),
  });
}

/** Receives warnings in source order. May throw a PySyntaxError where a filter turns the warning into an error. */
export type WarningSink = (warning: SourceWarning) => void;
