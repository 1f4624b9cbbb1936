/**
 * Bytes of a document as text, as they come: the encoding is that of the caller, of a byte order mark, of the XML declaration, or UTF-8.
 * What is no character becomes U+FFFF, which no document may contain, so that the parser reports it where it is.
 */
import { decodeCleanUtf8 } from '../../objspace/codecs/utf8.ts';
import { textOfUnits } from '../../objspace/codecs/point-sink.ts';
import { textOf } from '../../objspace/types/str/text.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'single';
/** The 256 characters of an encoding of single bytes; the Python layer finds them by the encoding's name. */
export type TableOf = (name: string) => readonly string[];

const BAD = '\uffff';
const DECLARATION = /^<\?xml(?:[ \t\r\n][^>]*?)?\?>/;
const NAMED_ENCODING = /[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

export class InputDecoder {
  encoding: Encoding | undefined;
  private forced: string | null;
  private readonly tableOf: TableOf;
  private table: readonly string[];
  private pending: Uint8Array;
  private isBroken: boolean;

  constructor(forced: string | null, tableOf: TableOf) {
    this.encoding = undefined;
    this.forced = forced;
    this.tableOf = tableOf;
    this.table = [];
    this.pending = new Uint8Array(0);
    this.isBroken = false;
  }

  get isForced(): boolean {
    return this.forced !== null;
  }

  /** From now on, whatever the document says: text is its own encoding. */
  force(encoding: string): void {
    if (this.encoding === undefined) this.forced = encoding;
  }

  /** Whether bytes of an unfinished character are left. */
  get hasPartial(): boolean {
    return this.encoding !== undefined && this.pending.length > 0;
  }

  /** Whether text may come as it is instead of as its UTF-8. */
  takesText(): boolean {
    if (this.encoding === undefined && this.forced === 'utf-8' && this.pending.length === 0) this.encoding = 'utf-8';
    return this.encoding === 'utf-8' && this.pending.length === 0 && !this.isBroken;
  }

  /** The text of the bytes so far that was not given yet. */
  decode(data: Uint8Array, isFinal: boolean): string {
    if (this.isBroken) return '';
    const bytes = this.pending.length === 0 ? data : concatenate(this.pending, data);
    this.pending = new Uint8Array(0);
    if (this.encoding === undefined) return this.begin(bytes, isFinal);
    return this.continue(bytes);
  }

  private begin(bytes: Uint8Array, isFinal: boolean): string {
    if (this.forced !== null) {
      this.choose(this.forced, bytes);
      return this.continue(bytes);
    }
    if (bytes.length < 4 && !isFinal) return this.wait(bytes);
    if (bytes.length === 0) return '';
    const detected = detect(bytes);
    if (detected !== undefined) {
      this.encoding = detected;
      return this.continue(bytes);
    }
    const head = asciiHead(bytes);
    if (/^<\?xml[ \t\r\n]/.test(head) && !head.includes('?>') && !isFinal) return this.wait(bytes);
    const name = NAMED_ENCODING.exec(DECLARATION.exec(head)?.[0] ?? '')?.[1];
    this.choose(name ?? 'utf-8', bytes);
    return this.continue(bytes);
  }

  private wait(bytes: Uint8Array): string {
    this.pending = bytes.slice();
    return '';
  }

  private choose(name: string, bytes: Uint8Array): void {
    switch (name.toLowerCase()) {
      case 'utf-8':
      case 'utf8':
        this.encoding = 'utf-8';
        return;
      case 'utf-16':
        // The parser finds out that bytes cannot be in what the declaration says.
        if (this.forced === null) this.encoding = 'utf-8';
        else this.encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';
        return;
      case 'utf-16le':
      case 'utf-16be':
        this.encoding = this.forced === null ? 'utf-8' : (name.toLowerCase() as 'utf-16le');
        return;
      case 'iso-8859-1':
        this.table = LATIN1;
        break;
      case 'us-ascii':
        this.table = LATIN1.map((character, code) => (code < 128 ? character : BAD));
        break;
      default:
        this.table = this.tableOf(name);
    }
    this.encoding = 'single';
  }

  private continue(bytes: Uint8Array): string {
    switch (this.encoding) {
      case 'utf-8':
        return this.decodeUtf8(bytes);
      case 'single':
        return this.decodeTable(bytes);
      default:
        return this.decodeUtf16(bytes);
    }
  }

  private decodeTable(bytes: Uint8Array): string {
    const { table } = this;
    let text = '';
    for (const byte of bytes) text += table[byte];
    return text;
  }

  private decodeUtf16(bytes: Uint8Array): string {
    const isLittle = this.encoding === 'utf-16le';
    let end = bytes.length & ~1;
    const unit = (at: number): number =>
      isLittle ? bytes[at] | (bytes[at + 1] << 8) : (bytes[at] << 8) | bytes[at + 1];
    // A first half of a pair waits for the second.
    if (end >= 2 && (unit(end - 2) & 0xfc00) === 0xd800) end -= 2;
    let text = '';
    for (let at = 0; at < end; at += 2) text += String.fromCharCode(unit(at));
    this.pending = bytes.slice(end);
    return text;
  }

  private decodeUtf8(bytes: Uint8Array): string {
    const clean = decodeCleanUtf8(bytes);
    return clean === undefined ? this.decodeUpToError(bytes) : textOf(clean);
  }

  /** The text before what is no character, or before the beginning of one that waits for the rest of it. */
  private decodeUpToError(bytes: Uint8Array): string {
    const end = endOfCharacters(bytes);
    const text = textOf(decodeCleanUtf8(bytes.subarray(0, end))!);
    this.isBroken = sequenceLength(bytes, end) === 0;
    if (this.isBroken) return text + BAD;
    this.pending = bytes.slice(end);
    return text;
  }
}

const LATIN1: readonly string[] = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** An encoding that the first bytes alone tell. */
function detect(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : undefined;
}

/** The beginning as characters of single bytes: an XML declaration is ASCII. */
function asciiHead(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return textOfUnits(bytes.subarray(start, start + 1024));
}

/** The place of the first byte that begins no whole character. */
function endOfCharacters(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const size = bytes[at] < 0x80 ? 1 : sequenceLength(bytes, at);
    if (size === 0 || at + size > bytes.length) return at;
    at += size;
  }
  return at;
}

/** Bytes of the sequence that begins here; 0 if it cannot be one. Bytes that have not come yet are taken for right. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  const size = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  for (let next = 1; next < size && at + next < bytes.length; next++) if ((bytes[at + next] & 0xc0) !== 0x80) return 0;
  if (size >= 3 && at + 1 < bytes.length && !isSecondByte(lead, bytes[at + 1])) return 0;
  return size;
}

/** Neither too long a form, nor half of a pair, nor beyond the last character. */
function isSecondByte(lead: number, second: number): boolean {
  switch (lead) {
    case 0xe0:
      return second >= 0xa0;
    case 0xed:
      return second < 0xa0;
    case 0xf0:
      return second >= 0x90;
    case 0xf4:
      return second < 0x90;
    default:
      return true;
  }
}

/** Of texts from this length on the engine counts faster. */
const LONG = 256;
const encoder = new TextEncoder();
const scratch = new Uint8Array(16 * 1024);

/** The length of the text in UTF-8. */
export function utf8Length(text: string): number {
  if (text.length < LONG) return lengthOfShort(text);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const { read, written } = encoder.encodeInto(at === 0 ? text : text.slice(at), scratch);
    at += read;
    length += written;
  }
  return length;
}

function lengthOfShort(text: string): number {
  let more = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a pair counts two of the four bytes.
    if (unit >= 0x80) more += unit < 0x800 || (unit & 0xf800) === 0xd800 ? 1 : 2;
  }
  return text.length + more;
}
