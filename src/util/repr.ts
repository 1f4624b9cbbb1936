/** Python's `repr` of the values that are plain data: text and bytes (numbers: float-repr.ts). */
import { isHighSurrogate, isLowSurrogate } from './code-points.ts';
import { Joiner } from './joiner.ts';
import { isPrintable } from './unicode-ranges.ts';
import { STRIDE, worked } from './work.ts';

function chooseQuote(hasSingle: boolean, hasDouble: boolean): string {
  return hasSingle && !hasDouble ? '"' : "'";
}

const PLAIN_TEXT = /^[ !#-&(-[\]-~]*$/;
/** So many characters are looked at in one go. */
const PIECE = 1 << 18;

/** Whether the text is shown as it is. */
function isPlain(text: string): boolean {
  if (text.length <= PIECE) {
    if (text.length >= STRIDE) worked(text.length >> 4);
    return PLAIN_TEXT.test(text);
  }
  for (let start = 0; start < text.length; start += PIECE) if (!isPlain(text.slice(start, start + PIECE))) return false;
  return true;
}
const NAMED_ESCAPES: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}

function escapePoint(point: number): string {
  if (point <= 0xff) return `\\x${hex(point, 2)}`;
  return point <= 0xffff ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
}

/** `splits`: offsets at which a high and a low surrogate do not make a pair. */
export function reprStr(text: string, splits: readonly number[] = []): string {
  if (isPlain(text)) return `'${text}'`;
  const quote = chooseQuote(text.includes("'"), text.includes('"'));
  const apart = splits.length === 0 ? undefined : new Set(splits);
  const pieces = new Joiner('');
  pieces.add(quote);
  let pending = 0;
  for (let i = 0; i < text.length; ) {
    if ((i & 0x3ffe) === 0x3ffe) worked(0x4000);
    const code = text.charCodeAt(i);
    const isPair = isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(i + 1)) && !apart?.has(i + 1);
    const point = isPair ? text.codePointAt(i)! : code;
    const end = i + (isPair ? 2 : 1);
    const named = NAMED_ESCAPES[point] ?? (text[i] === quote ? `\\${quote}` : undefined);
    if (named !== undefined || !isPrintable(point)) {
      if (pending < i) pieces.add(text.slice(pending, i));
      pieces.add(named ?? escapePoint(point));
      pending = end;
    }
    i = end;
  }
  pieces.add(text.slice(pending) + quote);
  return pieces.finish();
}

export function reprBytes(bytes: Uint8Array): string {
  const quote = chooseQuote(bytes.includes(39), bytes.includes(34));
  const joiner = new Joiner('');
  joiner.add(`b${quote}`);
  for (let index = 0; index < bytes.length; index++) {
    if ((index & 0xfff) === 0xfff) worked(0x8000);
    const byte = bytes[index];
    const character = String.fromCharCode(byte);
    if (character === quote) joiner.add(`\\${quote}`);
    else if (NAMED_ESCAPES[byte] !== undefined) joiner.add(NAMED_ESCAPES[byte]);
    else if (byte < 32 || byte >= 127) joiner.add(`\\x${hex(byte, 2)}`);
    else joiner.add(character);
  }
  joiner.add(quote);
  return joiner.finish();
}
