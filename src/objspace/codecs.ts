/**
 * Encoding and decoding of text: the entry that `str.encode`, `bytes.decode` and the like use.
 *
 * The encodings that CPython has in C are called directly (folder codecs/); all others are looked up among the codecs that Python
 * code registered.
 */
import { PyBytes } from './types/bytes/bytes.ts';
import { PyByteArray } from './types/bytes/bytearray.ts';
import { isText, type PyStr, strFromText, type Text, textOf, unwrap } from './types/str/text.ts';
import { decodeByCodec, encodeByCodec, lookupCodec, notBytes, noteCodecFailure, notText } from './codecs/registry.ts';
import type { Decoded } from './codecs/decode-context.ts';
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from './codecs/single-byte.ts';
import { decodeCleanUtf8, decodeUtf8, encodeUtf8 } from './codecs/utf8.ts';
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from './codecs/wide.ts';
import { raiseValueError } from './exception.ts';
import { EXIT, type Exit, type Result, type Value } from './object.ts';
import { state } from './state.ts';
import { checkHandlerName } from './codecs/find-handler.ts';

interface DirectCodec {
  /** CPython looks it up among the registered codecs, which note on an exception who raised it. */
  readonly isLookedUp: boolean;
  readonly encode: (text: Text, errors: string) => Uint8Array | Exit;
  readonly decode: (data: Uint8Array, errors: string) => Decoded | Exit;
}

const UTF_8: DirectCodec = {
  isLookedUp: false,
  encode: encodeUtf8,
  decode: (data, errors) => decodeUtf8(data, errors, true),
};
const LATIN_1: DirectCodec = { isLookedUp: false, encode: encodeLatin1, decode: decodeLatin1 };
const ASCII: DirectCodec = { isLookedUp: false, encode: encodeAscii, decode: decodeAscii };
const UTF_16: DirectCodec = {
  isLookedUp: false,
  encode: (text, errors) => encodeUtf16(text, errors, 0),
  decode: (data, errors) => decodeUtf16(data, errors, true, 0),
};
const UTF_16_LE: DirectCodec = {
  isLookedUp: true,
  encode: (text, errors) => encodeUtf16(text, errors, -1),
  decode: (data, errors) => decodeUtf16(data, errors, true, -1),
};
const UTF_16_BE: DirectCodec = {
  isLookedUp: true,
  encode: (text, errors) => encodeUtf16(text, errors, 1),
  decode: (data, errors) => decodeUtf16(data, errors, true, 1),
};
const UTF_32: DirectCodec = {
  isLookedUp: false,
  encode: (text, errors) => encodeUtf32(text, errors, 0),
  decode: (data, errors) => decodeUtf32(data, errors, true, 0),
};
const UTF_32_LE: DirectCodec = {
  isLookedUp: true,
  encode: (text, errors) => encodeUtf32(text, errors, -1),
  decode: (data, errors) => decodeUtf32(data, errors, true, -1),
};
const UTF_32_BE: DirectCodec = {
  isLookedUp: true,
  encode: (text, errors) => encodeUtf32(text, errors, 1),
  decode: (data, errors) => decodeUtf32(data, errors, true, 1),
};

/** Names as normaliseShort makes them. */
const DIRECT: ReadonlyMap<string, DirectCodec> = new Map([
  ['utf-8', UTF_8],
  ['utf8', UTF_8],
  ['latin-1', LATIN_1],
  ['latin1', LATIN_1],
  ['iso-8859-1', LATIN_1],
  ['iso8859-1', LATIN_1],
  ['ascii', ASCII],
  ['us-ascii', ASCII],
  ['utf-16', UTF_16],
  ['utf16', UTF_16],
  ['utf-16-le', UTF_16_LE],
  ['utf-16-be', UTF_16_BE],
  ['utf-32', UTF_32],
  ['utf32', UTF_32],
  ['utf-32-le', UTF_32_LE],
  ['utf-32-be', UTF_32_BE],
]);

function directCodec(encoding: string): DirectCodec | undefined {
  if (encoding === 'utf-8') return UTF_8;
  return DIRECT.get(encoding) ?? DIRECT.get(encoding.toLowerCase().replaceAll('_', '-'));
}

/** The name of the encoding if it is one of those that need no look-up, in its canonical form. */
export function isUtf8Name(encoding: string): boolean {
  return directCodec(encoding) === UTF_8;
}

/** The bytes of a str. */
export function encodeText(value: string | PyStr, encoding = 'utf-8', errors = 'strict'): Uint8Array | Exit {
  if (checkHandlerName(errors) === EXIT) return EXIT;
  const text = unwrap(value);
  const codec = directCodec(encoding);
  if (codec !== undefined) {
    const encoded = codec.encode(text, errors);
    if (encoded === EXIT && codec.isLookedUp) noteCodecFailure('encoding', encoding);
    return encoded;
  }
  // Names are NUL-terminated UTF-8 in CPython.
  if (encoding.includes('\0')) return raiseValueError('embedded null character');
  if (encodeText(strFromText(encoding)) === EXIT) return EXIT;
  return bytesOfResult(encodeByCodec(text, encoding, errors), encoding);
}

/** The text of a str that C takes as UTF-8 that ends with a zero. */
export function textForC(value: string | PyStr): string | Exit {
  if (typeof value !== 'string' && encodeText(value) === EXIT) return EXIT;
  const text = textOf(value);
  return text.includes('\0') ? raiseValueError('embedded null character') : text;
}

function bytesOfResult(result: Result, encoding: string): Uint8Array | Exit {
  if (result === EXIT) return EXIT;
  if (result instanceof PyBytes) return result.data;
  if (result instanceof PyByteArray) return result.data.slice();
  return notBytes(encoding, result as Value);
}

/** The text of bytes. `undefined` stands for the defaults, UTF-8 and strict. */
export function decodeBytes(data: Uint8Array, encoding: string | undefined = 'utf-8', errors = 'strict'): Result {
  if (checkHandlerName(errors) === EXIT) return EXIT;
  const codec = directCodec(encoding);
  if (codec !== undefined) {
    const decoded = codec.decode(data, errors);
    if (decoded === EXIT && codec.isLookedUp) noteCodecFailure('decoding', encoding);
    return decoded === EXIT ? EXIT : (decoded as Decoded).text;
  }
  if (encoding.includes('\0')) return raiseValueError('embedded null character');
  if (encodeText(strFromText(encoding)) === EXIT) return EXIT;
  const result = decodeByCodec(new PyBytes(data.slice()), encoding, errors);
  if (result === EXIT || isText(result)) return result;
  return notText(encoding, result as Value);
}

/** The text of no bytes: the codec and the handler are only asked for in the development mode. */
export function decodeNothing(encoding: string | undefined = 'utf-8', errors = 'strict'): Result {
  if (!state.interpreter.checksErrorHandlers) return '';
  if (directCodec(encoding) === undefined && lookupCodec(encoding) === EXIT) return EXIT;
  return checkHandlerName(errors) === EXIT ? EXIT : '';
}

/** UTF-8 with surrogateescape, as file names are kept: fails at surrogates that stand for no byte. */
export function encodePath(text: string | PyStr): Uint8Array | Exit {
  return encodeText(text, 'utf-8', 'surrogateescape');
}

export function decodePath(data: Uint8Array): Text {
  return decodeCleanUtf8(data) ?? (decodeUtf8(data, 'surrogateescape', true) as Decoded).text;
}
