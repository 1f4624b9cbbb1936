/**
 * The machinery of TextIOWrapper.
 *
 * Reading: chunks of bytes are decoded into `decoded`, of which `[0 .. used)` (offsets in code units) has been given out. `snapshot` is the
 * decoder's state before the last chunk, and the bytes of that chunk with what the decoder kept back: enough to compute a position
 * within the chunk (text-position.ts). Writing: texts are collected and encoded together when there are enough of them.
 */
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { tryBytesOf, type PyBytesLike } from '../../objspace/buffer.ts';
import { encodeCleanUtf8 } from '../../objspace/codecs/utf8.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { concatBytes } from '../../objspace/types/bytes/search.ts';
import { concatAll, indexAt, offsetAt, sliceUnits, type Text, unitsOf } from '../../objspace/types/str/text.ts';
import { PyTextIOBase } from './base.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyBuffered } from './buffered.ts';
import { type DecoderState, NewlineDecoding, type TextDecoding, type TextEncoding } from './decoders.ts';
import { endOfLine, type LineEnds } from './newlines.ts';
import { invoke, ioState, raiseUnsupported } from './support.ts';

const DEFAULT_CHUNK_SIZE = 8192;
const NOTHING = new Uint8Array(0);

/** The buffered types that are used without calling their methods by name. */
export const EXACT_TYPES: Set<PyType> = new Set();

export interface Snapshot {
  readonly flags: number;
  readonly input: Uint8Array;
}

export class PyTextIOWrapper extends PyTextIOBase {
  /** The binary stream below; undefined before `__init__`. */
  private below: Value | undefined;
  /** The same, if it is a buffered stream whose methods are those of the builtin class. */
  exactBuffer: PyBuffered | undefined;
  isDetached: boolean;
  isFinalizing: boolean;
  encoding: string;
  errors: string;
  isLineBuffered: boolean;
  isWriteThrough: boolean;
  isSeekable: boolean;
  /** Whether `tell` is possible now: not between calls of `next`. */
  isTelling: boolean;
  hasRead1: boolean;
  chunkSize: number;
  readEnds: LineEnds;
  readsUniversal: boolean;
  /** What `\n` is written as; undefined if as it is. */
  writeNewline: string | undefined;
  /** The `newline` argument. */
  newline: string | null;
  decoder: TextDecoding | undefined;
  encoder: TextEncoding | undefined;
  /** Whether the encoder's position in the stream is to be told it first (byte order marks). */
  decoded: Text;
  used: number;
  snapshot: Snapshot | undefined;
  /** Bytes for each character in the last chunk: where to look for a position first. */
  bytesPerCharacter: number;
  /** Bytes, and texts that are to be encoded as UTF-8. */
  private pending: (string | Uint8Array)[];
  private pendingLength: number;

  constructor() {
    super();
    this.below = undefined;
    this.exactBuffer = undefined;
    this.isDetached = false;
    this.isFinalizing = false;
    this.encoding = '';
    this.errors = 'strict';
    this.isLineBuffered = false;
    this.isWriteThrough = false;
    this.isSeekable = false;
    this.isTelling = false;
    this.hasRead1 = false;
    this.chunkSize = DEFAULT_CHUNK_SIZE;
    this.readEnds = { isTranslated: true, isUniversal: true, newline: '\n' };
    this.readsUniversal = true;
    this.writeNewline = undefined;
    this.newline = null;
    this.decoder = undefined;
    this.encoder = undefined;
    this.decoded = '';
    this.used = 0;
    this.snapshot = undefined;
    this.bytesPerCharacter = 0;
    this.pending = [];
    this.pendingLength = 0;
  }

  get buffer(): Value | undefined {
    return this.below;
  }

  set buffer(buffer: Value | undefined) {
    this.below = buffer;
    this.exactBuffer = buffer instanceof PyBuffered && EXACT_TYPES.has(buffer.shape.type) ? buffer : undefined;
  }

  checkReady(): true | Exit {
    if (this.isDetached) return raiseValueError('underlying buffer has been detached');
    return this.buffer === undefined ? raiseValueError('I/O operation on uninitialized object') : true;
  }

  get seen(): number {
    return this.decoder instanceof NewlineDecoding ? this.decoder.seen : 0;
  }

  // ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

  setDecoded(text: Text): void {
    this.decoded = text;
    this.used = 0;
  }

  /** Takes up to `count` characters of what is decoded (-1: all). */
  takeDecoded(count: number): Text {
    const { decoded, used } = this;
    const units = unitsOf(decoded);
    let end = units.length;
    if (count >= 0) {
      const index = indexAt(decoded, used) + count;
      if (index < decoded.length) end = offsetAt(decoded, index);
    }
    if (used === 0 && end === units.length) {
      this.used = end;
      return decoded;
    }
    const text = sliceUnits(decoded, used, end);
    this.used = end;
    return text;
  }

  get hasDecoded(): boolean {
    return this.used < unitsOf(this.decoded).length;
  }

  /** The bytes of one read of the stream below. */
  private readBytes(size: number): Uint8Array | Exit {
    const exact = this.exactBuffer;
    if (exact !== undefined) {
      if (exact.checkOpen('read of') === EXIT) return EXIT;
      return exact.readOnce(size);
    }
    const method = this.hasRead1 ? 'read1' : 'read';
    const bytes = invoke(this.buffer!, method, [size]);
    if (bytes === EXIT) return EXIT;
    const buffer = tryBytesOf(bytes as Value);
    if (buffer === undefined) {
      return raiseTypeError(
        `underlying ${method}() should have returned a bytes-like object, not '${typeName(bytes as Value)}'`,
      );
    }
    return buffer === EXIT ? EXIT : (buffer as PyBytesLike).data;
  }

  /** Reads and decodes another chunk: false at the end of the stream. `hint` is the number of characters that are wanted. */
  readChunk(hint: number): boolean | Exit {
    if (this.decoder === undefined) return raiseUnsupported('not readable');
    let before: DecoderState | Exit | undefined;
    if (this.isTelling) {
      before = this.decoder.getState();
      if (before === EXIT) return EXIT;
    }
    const bytes = this.readBytes(Math.max(this.chunkSize, hint));
    if (bytes === EXIT) return EXIT;
    const input = bytes as Uint8Array;
    const isEnd = input.length === 0;
    const text = this.decoder.decode(input, isEnd);
    if (text === EXIT) return EXIT;
    this.setDecoded(text as Text);
    const characters = (text as Text).length;
    this.bytesPerCharacter = characters > 0 ? input.length / characters : 0;
    if (before !== undefined) {
      const { buffered, flags } = before as DecoderState;
      this.snapshot = { flags, input: buffered.length === 0 ? input : concatBytes([buffered, input]) };
    }
    return !isEnd || unitsOf(text as Text) !== '';
  }

  /** Reads to the end. */
  readAll(): Text | Exit {
    if (this.decoder === undefined) return raiseUnsupported('not readable');
    const bytes = this.readAllBytes();
    if (bytes === EXIT) return EXIT;
    const text = this.decoder.decode(bytes as Uint8Array, true);
    if (text === EXIT) return EXIT;
    const before = this.takeDecoded(-1);
    this.setDecoded('');
    this.snapshot = undefined;
    return unitsOf(before) === '' ? text : concatAll([before, text as Text]);
  }

  private readAllBytes(): Uint8Array | Exit {
    const exact = this.exactBuffer;
    if (exact !== undefined) {
      if (exact.checkOpen('read of') === EXIT) return EXIT;
      const bytes = exact.readAll();
      return bytes === null ? NOTHING : bytes;
    }
    const bytes = invoke(this.buffer!, 'read');
    if (bytes === EXIT) return EXIT;
    if (bytes === null) return NOTHING;
    if (bytes instanceof PyBytes) return bytes.data;
    const buffer = tryBytesOf(bytes as Value);
    if (buffer === undefined)
      return raiseTypeError(
        `underlying read() should have returned a bytes-like object, not '${typeName(bytes as Value)}'`,
      );
    return buffer === EXIT ? EXIT : (buffer as PyBytesLike).data;
  }

  read(count: number): Text | Exit {
    const parts: Text[] = [this.takeDecoded(count)];
    let missing = count - parts[0].length;
    while (missing > 0) {
      const more = this.readChunk(missing);
      if (more === EXIT) return EXIT;
      if (!more) break;
      const part = this.takeDecoded(missing);
      missing -= part.length;
      parts.push(part);
    }
    return parts.length === 1 ? parts[0] : concatAll(parts);
  }

  /** The next line where it is decoded already and ends in a plain `\n`; undefined in all other cases. */
  quickLine(): string | undefined {
    const { decoded, used } = this;
    if (typeof decoded !== 'string' || !this.readEnds.isTranslated || this.pendingLength > 0) return undefined;
    const newline = decoded.indexOf('\n', used);
    if (newline < 0) return undefined;
    this.used = newline + 1;
    return decoded.slice(used, newline + 1);
  }

  /** A line of at most `limit` characters (-1: any). */
  readLine(limit: number): Text | Exit {
    const parts: Text[] = [];
    let missing = limit;
    // A `\r` at the end of one chunk may belong to a `\n` at the beginning of the next, where neither is translated.
    while (limit < 0 || missing > 0) {
      if (!this.hasDecoded) {
        const more = this.readChunk(0);
        if (more === EXIT) return EXIT;
        if (!this.hasDecoded) {
          if (more) continue;
          break;
        }
      }
      const done = this.takeLine(parts, missing);
      missing -= parts[parts.length - 1].length;
      if (done) break;
    }
    return parts.length === 1 ? parts[0] : concatAll(parts);
  }

  /** Takes the rest of a line from what is decoded; whether it ends there. */
  private takeLine(parts: Text[], limit: number): boolean {
    const units = unitsOf(this.decoded);
    const carried = parts.length > 0 ? this.splitEnd(parts[parts.length - 1], units) : 0;
    const found = carried > 0 ? this.used + carried : endOfLine(units, this.used, this.readEnds);
    const end = found < 0 ? units.length : found;
    if (limit >= 0) {
      const index = indexAt(this.decoded, this.used) + limit;
      if (index < this.decoded.length && offsetAt(this.decoded, index) < end) {
        parts.push(this.takeDecoded(limit));
        return true;
      }
    }
    parts.push(this.used === 0 && end === units.length ? this.decoded : sliceUnits(this.decoded, this.used, end));
    this.used = end;
    return found >= 0;
  }

  /** Length of the second half of a newline of two characters that a chunk boundary divides; 0 if there is none. */
  private splitEnd(before: Text, units: string): number {
    const { isTranslated, isUniversal, newline } = this.readEnds;
    if (isTranslated || isUniversal || newline.length < 2) return 0;
    return unitsOf(before).endsWith(newline[0]) && units.startsWith(newline[1], this.used) ? 1 : 0;
  }

  // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Takes text, its newlines translated; `needsFlush` says that it is not to wait. What cannot be encoded is an error now. */
  addText(text: Text, needsFlush: boolean): true | Exit {
    const clean = this.encoder!.asClean(text);
    if (clean !== undefined) return this.addPiece(clean, needsFlush);
    const bytes = this.encoder!.encode(text);
    return bytes === EXIT ? EXIT : this.addPiece(bytes as Uint8Array, needsFlush);
  }

  /** Pieces are not joined beyond the chunk size. */
  private addPiece(piece: string | Uint8Array, needsFlush: boolean): true | Exit {
    const { length } = piece;
    const mustWrite = length >= this.chunkSize || this.pendingLength + length > this.chunkSize;
    // The stream below may write here in its turn.
    while (mustWrite && this.pendingLength > 0) if (this.writePending() === EXIT) return EXIT;
    if (this.pendingLength === 0) ioState().dirty.add(this);
    this.pending.push(piece);
    this.pendingLength += length;
    return needsFlush || this.pendingLength >= this.chunkSize ? this.writePending() : true;
  }

  get hasPending(): boolean {
    return this.pendingLength > 0;
  }

  /** Gives what was collected to the stream below. */
  writePending(): true | Exit {
    if (this.pendingLength === 0) return true;
    const bytes = bytesOfPieces(this.pending);
    this.forgetPending();
    const exact = this.exactBuffer;
    if (exact === undefined) return invoke(this.buffer!, 'write', [new PyBytes(bytes)]) === EXIT ? EXIT : true;
    if (exact.checkOpen('write to') === EXIT) return EXIT;
    return exact.write(bytes) === EXIT ? EXIT : true;
  }

  forgetPending(): void {
    this.pending = [];
    this.pendingLength = 0;
    ioState().dirty.delete(this);
  }

  /** `flush()` of the stream below. */
  flushBuffer(): true | Exit {
    const exact = this.exactBuffer;
    if (exact === undefined || !exact.isWritable) return invoke(this.buffer!, 'flush') === EXIT ? EXIT : true;
    return exact.checkOpen('flush of') === EXIT ? EXIT : exact.flush();
  }

  flushAtExit(): void {
    const saved = state.exception;
    state.exception = null;
    if (this.checkReady() === EXIT || this.writePending() === EXIT || this.flushBuffer() === EXIT) this.forgetPending();
    state.exception = saved;
  }
}

/** The bytes of pieces: neighbouring texts are encoded together. */
function bytesOfPieces(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const encoded: Uint8Array[] = [];
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (text !== '') encoded.push(encodeCleanUtf8(text)!);
    text = '';
    encoded.push(piece);
  }
  if (text !== '') encoded.push(encodeCleanUtf8(text)!);
  return encoded.length === 1 ? encoded[0] : concatBytes(encoded);
}

export function raiseNotTelling(): Exit {
  return raise('OSError', 'telling position disabled by next() call');
}
