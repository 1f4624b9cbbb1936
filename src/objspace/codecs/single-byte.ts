/** Latin-1 and ASCII. */
import { EXIT, type Exit } from '../object.ts';
import { isAscii } from '../../util/code-points.ts';
import { type Text, unitsOf, pointsOf } from '../types/str/text.ts';
import { DecodeContext, type Decoded } from './decode-context.ts';
import { EncodeContext } from './encode-context.ts';
import { isEscapedByte } from './handlers.ts';
import { textOfUnits } from './point-sink.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../../util/work.ts';

export function decodeLatin1(data: Uint8Array): Decoded {
  return { text: textOfUnits(data), consumed: data.length };
}

export function decodeAscii(data: Uint8Array, errors: string): Decoded | Exit {
  let clean = 0;
  while (clean < data.length && data[clean] < 0x80) {
    clean++;
    if ((clean & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
  }
  if (clean === data.length) return decodeLatin1(data);
  const context = new DecodeContext('ascii', data, errors);
  let position = 0;
  while (position < context.data.length) {
    worked(2);
    if (context.data[position] < 0x80) {
      context.sink.push(context.data[position++]);
      continue;
    }
    const next = context.fail(position, position + 1, 'ordinal not in range(128)');
    if (next === EXIT) return EXIT;
    position = next as number;
  }
  return context.finish(position);
}

/** The bytes of a text whose characters are all below `limit`, or undefined. */
function encodeClean(text: Text, limit: number): Uint8Array | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = newBytes(text.length);
  for (let index = 0; index < text.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x4000);
    const code = text.charCodeAt(index);
    if (code >= limit) return undefined;
    bytes[index] = code;
  }
  return bytes;
}

function encodeBelow(text: Text, limit: number, encoding: string, errors: string): Uint8Array | Exit {
  return encodeClean(text, limit) ?? encodeWithErrors(text, limit, encoding, errors);
}

function encodeWithErrors(text: Text, limit: number, encoding: string, errors: string): Uint8Array | Exit {
  const context = new EncodeContext(encoding, text, errors);
  const { points, sink } = context;
  const append = (replacement: Text): boolean => {
    const replacing = isAscii(unitsOf(replacement)) ? undefined : pointsOf(replacement);
    if (replacing?.some((point) => point >= limit)) return false;
    sink.appendText(unitsOf(replacement));
    return true;
  };
  let position = 0;
  while (position < points.length) {
    worked(2);
    if (points[position] < limit) {
      sink.push(points[position++]);
      continue;
    }
    let end = position + 1;
    while (end < points.length && points[end] >= limit) end++;
    if (errors === 'surrogateescape') {
      while (position < end && isEscapedByte(points[position])) sink.push(points[position++] - 0xdc00);
      if (position === end) continue;
    }
    const next = context.fail(position, end, `ordinal not in range(${limit})`, append);
    if (next === EXIT) return EXIT;
    position = next as number;
  }
  return sink.finish();
}

export const encodeLatin1 = (text: Text, errors: string): Uint8Array | Exit =>
  encodeBelow(text, 256, 'latin-1', errors);
export const encodeAscii = (text: Text, errors: string): Uint8Array | Exit => encodeBelow(text, 128, 'ascii', errors);
