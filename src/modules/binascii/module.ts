/** `binascii`: conversions between bytes and their textual forms, and checksums. */
import { bytesOf, type PyBytesLike, tryBytesOf } from '../../objspace/buffer.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { isTrue, toInt, typeName } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { hexText } from '../../objspace/types/bytes/hex.ts';
import { isText, textOf } from '../../objspace/types/str/text.ts';
import { isAscii } from '../../util/code-points.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { crc32, crcHqx } from '../../util/checksums.ts';
import { binasciiError, binasciiIncomplete } from './errors.ts';
import { decodeQuotedPrintable, encodeQuotedPrintable } from './quoted-printable.ts';
import { decodeUu, encodeUu } from './uu.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { worked } from '../../util/work.ts';

const dataOf = (value: Value): Uint8Array => (orThrow(bytesOf(value)) as PyBytesLike).data;

function asciiBytes(text: string): Uint8Array {
  const bytes = newBytes(text.length);
  for (let index = 0; index < text.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x1000);
    bytes[index] = text.charCodeAt(index);
  }
  return bytes;
}

/** Bytes, or a str of ASCII: what decoders take. */
function asciiData(value: Value): Uint8Array {
  if (isText(value)) {
    const text = textOf(value);
    if (!isAscii(text)) throw error('ValueError', 'string argument should contain only ASCII characters');
    return asciiBytes(text);
  }
  const buffer = tryBytesOf(value);
  if (buffer === undefined) {
    throw error('TypeError', `argument should be bytes, buffer or ASCII string, not '${typeName(value)}'`);
  }
  return (orThrow(buffer) as PyBytesLike).data;
}

function hexDigit(byte: number): number {
  const lower = byte | 32;
  if (byte >= 48 && byte <= 57) return byte - 48;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

function unhexlify(value: Value): Value {
  const data = asciiData(value);
  if (data.length % 2 !== 0) throw binasciiError.error('Odd-length string');
  const result = newBytes(data.length / 2);
  for (let index = 0; index < result.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x1000);
    const [high, low] = [hexDigit(data[2 * index]), hexDigit(data[2 * index + 1])];
    if (high < 0 || low < 0) throw binasciiError.error('Non-hexadecimal digit found');
    result[index] = high * 16 + low;
  }
  return new PyBytes(result);
}

/** An int modulo 2^32. */
function word(value: Value): number {
  return Number(BigInt.asUintN(32, BigInt(orThrow(toInt(value)) as number | bigint)));
}

const truth = (value: Value): boolean => orThrow(isTrue(value)) as boolean;

function defineHex(module: ModuleBuilder): void {
  const hexlify = (data: Value, separator: Value | undefined, bytesPerSeparator: Value): Value =>
    new PyBytes(asciiBytes(hexText(dataOf(data), separator, bytesPerSeparator)));
  const doc =
    'Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nThe return value is a bytes object.  This function is also\navailable as "';
  module.function(
    'b2a_hex(data, sep=<absent>, bytes_per_sep=1)',
    `${doc}hexlify()".\n\nExample:\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef')\nb'b901ef'\n>>> binascii.hexlify(b'\\xb9\\x01\\xef', ':')\nb'b9:01:ef'\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef', b'_', 2)\nb'b9_01ef'`,
    hexlify,
  );
  module.function('hexlify(data, sep=<absent>, bytes_per_sep=1)', `${doc}b2a_hex()".`, hexlify);
  module.function(
    'a2b_hex(hexstr, /)',
    'Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).\nThis function is also available as "unhexlify()".',
    unhexlify,
  );
  module.function(
    'unhexlify(hexstr, /)',
    'Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).',
    unhexlify,
  );
}

function defineTextual(module: ModuleBuilder): void {
  module.function(
    'a2b_uu(data, /)',
    'Decode a line of uuencoded data.',
    (data) => new PyBytes(decodeUu(asciiData(data))),
  );
  module.function(
    'b2a_uu(data, /, *, backtick=False)',
    'Uuencode line of data.',
    (data, backtick) => new PyBytes(encodeUu(dataOf(data), truth(backtick))),
  );
  module.function(
    'a2b_base64(data, /, *, strict_mode=False)',
    'Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not in the base64 standard are not allowed.\n    The same applies to excess data after padding (= / ==).',
    (data, strict) => new PyBytes(decodeBase64(asciiData(data), truth(strict))),
  );
  module.function(
    'b2a_base64(data, /, *, newline=True)',
    'Base64-code line of data.',
    (data, newline) => new PyBytes(encodeBase64(dataOf(data), truth(newline))),
  );
  module.function(
    'a2b_qp(data, header=False)',
    'Decode a string of qp-encoded data.',
    (data, header) => new PyBytes(decodeQuotedPrintable(asciiData(data), truth(header))),
  );
  module.function(
    'b2a_qp(data, quotetabs=False, istext=True, header=False)',
    'Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are not encoded, and white\nspace at end of lines is.  When istext is not set, \\r and \\n (CR/LF)\nare both encoded.  When quotetabs is set, space and tabs are encoded.',
    (data, quotetabs, istext, header) =>
      new PyBytes(
        encodeQuotedPrintable(dataOf(data), {
          quotesTabs: truth(quotetabs),
          isText: truth(istext),
          isHeader: truth(header),
        }),
      ),
  );
}

function defineChecksums(module: ModuleBuilder): void {
  module.function('crc32(data, crc=0, /)', 'Compute CRC-32 incrementally.', (data, start) =>
    crc32(dataOf(data), word(start)),
  );
  module.function('crc_hqx(data, crc, /)', 'Compute CRC-CCITT incrementally.', (data, start) =>
    crcHqx(dataOf(data), word(start)),
  );
}

export const binascii = builtinModule('binascii', 'Conversion between binary data and ASCII', (module) => {
  defineTextual(module);
  defineHex(module);
  defineChecksums(module);
  module.constant('Error', binasciiError.type);
  module.constant('Incomplete', binasciiIncomplete.type);
});
