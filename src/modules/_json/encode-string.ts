/** Strings as JSON writes them. JavaScript's own `JSON.stringify` agrees with Python on all escapes but those of surrogates. */
import { raiseTypeError } from '../../objspace/exception.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { isText, type PyStr, strFromText } from '../../objspace/types/str/str.ts';
import { makeText } from '../../objspace/types/str/text.ts';
import { worked } from '../../util/work.ts';

const NEEDS_ASCII_ESCAPE = /[^ !#-[\]-~]/;
const NEEDS_ESCAPE = /["\\\u0000-\u001f]/;
/** Longer texts are counted (util/work.ts). */
const FAR = 1 << 10;
/** Texts are quoted in pieces of so many units: what becomes of a unit does not depend on those around it. */
const PIECE = 1 << 16;
const NOT_ASCII = /[\u007f-\uffff]/g;

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

function quotePieces(text: string, quotePiece: (text: string) => string): string {
  let quoted = '"';
  for (let start = 0; start < text.length; start += PIECE)
    quoted += quotePiece(text.slice(start, start + PIECE)).slice(1, -1);
  return `${quoted}"`;
}

/** In quotes, with escapes for everything that is not printable ASCII; the code units of astral characters are escaped one by one. */
export function quoteAscii(text: string): string {
  if (text.length > PIECE) return quotePieces(text, quoteAscii);
  if (text.length >= FAR) worked(text.length >> 3);
  return NEEDS_ASCII_ESCAPE.test(text) ? JSON.stringify(text).replace(NOT_ASCII, escaped) : `"${text}"`;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** In quotes, with escapes only where JSON demands them. Lone surrogates stay. */
export function quote(text: string): string {
  if (text.length > PIECE) return quotePieces(text, quote);
  if (text.length >= FAR) worked(text.length >> 3);
  if (!NEEDS_ESCAPE.test(text)) return `"${text}"`;
  return `"${text.replace(/["\\\u0000-\u001f]/g, (unit) => SHORT_ESCAPES[unit] ?? escaped(unit))}"`;
}

export function encodeBaseStringAscii(value: Value): Result {
  if (!isText(value)) return raiseTypeError(`first argument must be a string, not ${typeName(value)}`);
  return quoteAscii(typeof value === 'string' ? value : value.text);
}

export function encodeBaseString(value: Value): Result {
  if (!isText(value)) return raiseTypeError(`first argument must be a string, not ${typeName(value)}`);
  if (typeof value === 'string') return quote(value);
  return quoteText(value);
}

/** A text with surrogates, or of a subclass. */
function quoteText(value: PyStr): Value {
  if (value.splits.length === 0) return strFromText(quote(value.text));
  // Escapes move the places where surrogates must not join.
  const moved: number[] = [];
  let offset = 0;
  let from = 0;
  for (const split of [...value.splits, value.text.length]) {
    offset += quote(value.text.slice(from, split)).length - 2;
    moved.push(offset + 1);
    from = split;
  }
  moved.pop();
  return makeText(quote(value.text), moved);
}
