/**
 * Very long lines in syntax errors. CPython reads the line that the error shows from the file, into a buffer: of a longer one it shows the
 * beginning, and no column beyond it.
 */
import { PySyntaxError } from '../syntax/syntax-error.ts';
import { sourceLine } from './source-lines.ts';

/** Bytes of UTF-8 that are shown. */
const SHOWN = 999;

export function withoutRestOfLine(thrown: unknown): unknown {
  if (!(thrown instanceof PySyntaxError) || thrown.text === undefined || thrown.text.length <= SHOWN / 3) return thrown;
  const bytes = new TextEncoder().encode(thrown.text.replace(/\n$/, ''));
  const { filename, lineno, endLineno } = thrown;
  if (bytes.length <= SHOWN || filename.startsWith('<') || sourceLine(filename, lineno) === undefined) return thrown;
  const text = new TextDecoder().decode(bytes.subarray(0, SHOWN));
  const end = [...text].length + 1;
  const clip = (offset: number | undefined): number | undefined =>
    offset === undefined ? undefined : Math.min(offset, end);
  const place = { filename, lineno, offset: clip(thrown.offset), text, endLineno, endOffset: clip(thrown.endOffset) };
  return new PySyntaxError(thrown.kind, thrown.message, place, thrown.isFromScanner);
}
