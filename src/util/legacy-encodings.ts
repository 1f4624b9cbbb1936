/**
 * Text encodings of before Unicode, under Python's names, decoded by the host's TextDecoder.
 *
 * The single-byte ones give exactly Python's characters (a byte without meaning is an error in Python, where the
 * host's tables put a control character: hence `refusesControls`); the East Asian ones are those of the web platform, which differ from
 * Python's in rare characters.
 */

export interface LegacyEncoding {
  /** Python's name, as its messages have it. */
  readonly name: string;
  readonly label: string;
  readonly isSingleByte: boolean;
  readonly refusesControls: boolean;
}

/** Python's name, the host's label, then Python's other names. */
const SINGLE_BYTE: readonly string[] = [
  'cp1250 windows-1250 1250 windows_1250',
  'cp1251 windows-1251 1251 windows_1251',
  'cp1252 windows-1252 1252 windows_1252',
  'cp1254 windows-1254 1254 windows_1254',
  'cp1255 windows-1255 1255 windows_1255',
  'cp1256 windows-1256 1256 windows_1256',
  'cp1257 windows-1257 1257 windows_1257',
  'cp1258 windows-1258 1258 windows_1258',
  'iso8859_2 iso-8859-2 csisolatin2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2 latin_2',
  'iso8859_3 iso-8859-3 csisolatin3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3',
  'iso8859_4 iso-8859-4 csisolatin4 iso_8859_4 iso_8859_4_1988 iso_ir_110 l4 latin4',
  'iso8859_5 iso-8859-5 csisolatincyrillic cyrillic iso_8859_5 iso_8859_5_1988 iso_ir_144',
  'iso8859_6 iso-8859-6 arabic asmo_708 csisolatinarabic ecma_114 iso_8859_6 iso_8859_6_1987 iso_ir_127',
  'iso8859_7 iso-8859-7 csisolatingreek ecma_118 elot_928 greek greek8 iso_8859_7 iso_8859_7_1987 iso_ir_126',
  'iso8859_8 iso-8859-8 csisolatinhebrew hebrew iso_8859_8 iso_8859_8_1988 iso_ir_138',
  'iso8859_10 iso-8859-10 csisolatin6 iso_8859_10 iso_8859_10_1992 iso_ir_157 l6 latin6',
  'iso8859_13 iso-8859-13 iso_8859_13 l7 latin7',
  'iso8859_14 iso-8859-14 iso_8859_14 iso_8859_14_1998 iso_celtic iso_ir_199 l8 latin8',
  'iso8859_15 iso-8859-15 iso_8859_15 l9 latin9',
  'koi8_r koi8-r cskoi8r',
  'koi8_u koi8-u',
  'mac_roman macintosh macintosh macroman',
];

const MULTIBYTE: readonly string[] = [
  'big5 big5 big5_tw csbig5 cp950 950 ms950',
  'euc_jp euc-jp eucjp u_jis ujis',
  'euc_kr euc-kr cseuckr euckr korean ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 cp949 949 ms949 uhc',
  'gb18030 gb18030 gb18030_2000',
  'gbk gbk 936 cp936 ms936 chinese csiso58gb231280 euc_cn euccn gb2312 gb2312_1980 gb2312_80 iso_ir_58',
  'iso2022_jp iso-2022-jp csiso2022jp iso2022jp iso_2022_jp',
  'shift_jis shift_jis csshiftjis s_jis shiftjis sjis cp932 932 ms932 ms_kanji mskanji windows_31j',
];

let table: Map<string, LegacyEncoding> | undefined;

function buildTable(): Map<string, LegacyEncoding> {
  const encodings = new Map<string, LegacyEncoding>();
  const add = (row: string, isSingleByte: boolean): void => {
    const [name, label, ...others] = row.split(' ') as [string, string, ...string[]];
    const refusesControls = label.startsWith('windows-');
    for (const each of [name, ...others]) encodings.set(each, { name, label, isSingleByte, refusesControls });
  };
  for (const row of SINGLE_BYTE) add(row, true);
  for (const row of MULTIBYTE) add(row, false);
  return encodings;
}

/** Finds an encoding by a name in any spelling that Python accepts. */
export function findLegacyEncoding(name: string): LegacyEncoding | undefined {
  table ??= buildTable();
  return table.get(normaliseEncodingName(name));
}

/** As Python's `encodings.normalize_encoding`, in lower case: runs of other characters become one underscore. */
export function normaliseEncodingName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, '_');
}

/** What cp1252 has instead of the control characters of latin-1; spaces where it has nothing. (TextDecoder of Node 20 ignores them.) */
const CP1252_UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function decodeCp1252(bytes: Uint8Array): string | number {
  const characters: string[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const character = byte >= 0x80 && byte < 0xa0 ? CP1252_UPPER[byte - 0x80]! : String.fromCharCode(byte);
    if (character === ' ' && byte !== 0x20) return i;
    characters.push(character);
  }
  return characters.join('');
}

const CONTROL = /[\x80-\x9f]/;

/** The text, or the offset of the first byte that has no meaning. */
export function decodeLegacy(encoding: LegacyEncoding, bytes: Uint8Array): string | number {
  if (encoding.name === 'cp1252') return decodeCp1252(bytes);
  const text = tryDecode(encoding, bytes);
  if (text === undefined) return firstUndecodable(encoding, bytes);
  const control = encoding.refusesControls ? text.search(CONTROL) : -1;
  return control < 0 ? text : control;
}

function tryDecode(encoding: LegacyEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding.label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The end of the longest decodable prefix, by bisection. */
function firstUndecodable(encoding: LegacyEncoding, bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (tryDecode(encoding, bytes.subarray(0, middle)) === undefined) high = middle - 1;
    else low = middle;
  }
  return low;
}
