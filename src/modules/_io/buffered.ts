/**
 * The machinery of BufferedReader, BufferedWriter and BufferedRandom.
 *
 * Read-ahead is `ahead[aheadStart .. aheadEnd)`: the raw stream stands at its end. Data to be written is `pending[0 .. pendingLength)`:
 * the raw stream stands where it is to go. At most one of the two is not empty; the other is dropped (read-ahead, by seeking back)
 * or written before the mode changes.
 */
import { exceptionTypes, PyBaseException, raise, raiseObject, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { concatBytes } from '../../objspace/types/bytes/search.ts';
import { PyBufferedIOBase } from './base.ts';
import { isRawClosed, readAllRaw, readRaw, readSomeRaw, seekRaw, tellRaw, writeRaw } from './raw-access.ts';
import { DEFAULT_BUFFER_SIZE, ioState, raiseUnsupported } from './support.ts';
import { newBytes } from '../../util/new-bytes.ts';

const NOTHING = new Uint8Array(0);

export class PyBuffered extends PyBufferedIOBase {
  raw: Value;
  /** Set by `__init__`; what was never initialised or is detached cannot be used. */
  isReady: boolean;
  isDetached: boolean;
  isReadable: boolean;
  isWritable: boolean;
  isFinalizing: boolean;
  bufferSize: number;
  private ahead: Uint8Array;
  private aheadStart: number;
  private aheadEnd: number;
  private pending: Uint8Array;
  private pendingLength: number;

  constructor() {
    super();
    this.raw = null;
    this.isReady = false;
    this.isDetached = false;
    this.isReadable = false;
    this.isWritable = false;
    this.isFinalizing = false;
    this.bufferSize = DEFAULT_BUFFER_SIZE;
    this.ahead = NOTHING;
    this.aheadStart = 0;
    this.aheadEnd = 0;
    this.pending = NOTHING;
    this.pendingLength = 0;
  }

  /** `__init__` after the checks of the raw stream. */
  begin(raw: Value, bufferSize: number, isReadable: boolean, isWritable: boolean): void {
    this.raw = raw;
    this.bufferSize = bufferSize;
    this.isReadable = isReadable;
    this.isWritable = isWritable;
    this.isDetached = false;
    this.isReady = true;
    this.ahead = NOTHING;
    this.dropAhead();
    this.pendingLength = 0;
  }

  checkReady(): true | Exit {
    if (this.isReady && !this.isDetached) return true;
    return raiseValueError(this.isDetached ? 'raw stream has been detached' : 'I/O operation on uninitialized object');
  }

  /** EXIT if the raw stream is closed; `what` is the operation, as the message names it. */
  checkOpen(what: string): true | Exit {
    if (this.checkReady() === EXIT) return EXIT;
    const closed = isRawClosed(this.raw);
    if (closed === EXIT) return EXIT;
    return closed ? raiseValueError(`${what} closed file`) : true;
  }

  isClosedBelow(): boolean | Exit {
    return isRawClosed(this.raw);
  }

  // ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

  get available(): number {
    return this.aheadEnd - this.aheadStart;
  }

  private dropAhead(): void {
    this.aheadStart = 0;
    this.aheadEnd = 0;
  }

  /** Takes up to `count` bytes of the read-ahead, as a copy. */
  private take(count: number): Uint8Array {
    const end = Math.min(this.aheadStart + count, this.aheadEnd);
    const bytes = this.ahead.slice(this.aheadStart, end);
    this.aheadStart = end;
    return bytes;
  }

  /** The read-ahead without taking it. */
  peeked(): Uint8Array {
    return this.ahead.subarray(this.aheadStart, this.aheadEnd);
  }

  skip(count: number): void {
    this.aheadStart += count;
  }

  /** Fills the empty read-ahead with one raw read: its size, null where it would block. */
  fill(): number | null | Exit {
    if (this.prepareToRead() === EXIT) return EXIT;
    if (this.ahead.length !== this.bufferSize) this.ahead = new Uint8Array(this.bufferSize);
    this.dropAhead();
    const count = readRaw(this.raw, this.ahead);
    if (typeof count === 'number') this.aheadEnd = count;
    return count;
  }

  /** As fill, but behind what is in the buffer already, as long as there is room. */
  private fillMore(): number | null | Exit {
    if (this.aheadEnd >= this.bufferSize || this.ahead.length !== this.bufferSize) return this.fill();
    const count = readRaw(this.raw, this.ahead.subarray(this.aheadEnd));
    if (typeof count === 'number') this.aheadEnd += count;
    return count;
  }

  /** What is to be written goes out before anything is read. */
  prepareToRead(): true | Exit {
    return this.pendingLength === 0 ? true : this.flushPending();
  }

  /** Reads to the end; null where reading would block and there is nothing. */
  readAll(): Uint8Array | null | Exit {
    if (this.prepareToRead() === EXIT) return EXIT;
    const parts: Uint8Array[] = [];
    if (this.available > 0) parts.push(this.take(this.available));
    this.dropAhead();
    const whole = readAllRaw(this.raw);
    if (whole === EXIT) return EXIT;
    if (whole !== undefined) return joined(parts, whole as Uint8Array | null);
    for (;;) {
      const part = readSomeRaw(this.raw);
      if (part === EXIT) return EXIT;
      if (part === null || (part as Uint8Array).length === 0) return joined(parts, part as Uint8Array | null);
      parts.push(part as Uint8Array);
    }
  }

  /** Reads `count` bytes, fewer only at the end or where it would block; null if that is before the first byte. */
  read(count: number): Uint8Array | null | Exit {
    if (count <= this.available) return this.take(count);
    if (this.prepareToRead() === EXIT) return EXIT;
    if (count > 2 ** 32) return raise('MemoryError');
    // Most of a large request may be beyond the end of the file: room is made as data comes.
    const parts: Uint8Array[] = this.available > 0 ? [this.take(this.available)] : [];
    let missing = count - (parts.length === 0 ? 0 : parts[0].length);
    this.dropAhead();
    while (missing > 0) {
      const part = missing >= this.bufferSize ? this.readPast(missing) : this.readThrough(missing);
      if (part === EXIT) return EXIT;
      if (part === null || (part as Uint8Array).length === 0) return joined(parts, part as Uint8Array | null);
      parts.push(part as Uint8Array);
      missing -= (part as Uint8Array).length;
    }
    return parts.length === 1 ? parts[0] : concatBytes(parts);
  }

  /** Reads a multiple of the buffer size without going through the buffer. */
  private readPast(missing: number): Uint8Array | null | Exit {
    const wanted = Math.min(missing - (missing % this.bufferSize), 2 ** 24);
    const target = newBytes(Math.max(wanted, this.bufferSize));
    const count = readRaw(this.raw, target);
    if (count === EXIT || count === null) return count as null | Exit;
    return target.subarray(0, count as number);
  }

  private readThrough(missing: number): Uint8Array | null | Exit {
    const count = this.fillMore();
    if (count === EXIT || count === null) return count as null | Exit;
    return this.take(missing);
  }

  /** Reads with one raw read at most. */
  readOnce(count: number): Uint8Array | Exit {
    if (count === 0) return NOTHING;
    if (this.available > 0) return this.take(count);
    if (this.prepareToRead() === EXIT) return EXIT;
    this.dropAhead();
    const target = newBytes(Math.min(count, 2 ** 26));
    const read = readRaw(this.raw, target);
    if (read === EXIT) return EXIT;
    return target.slice(0, read === null ? 0 : (read as number));
  }

  /** Reads into memory; with `isOnce` by one raw read at most. Null where it would block before the first byte. */
  readInto(target: Uint8Array, isOnce: boolean): number | null | Exit {
    if (this.prepareToRead() === EXIT) return EXIT;
    let filled = this.takeInto(target, 0);
    if (this.available === 0) this.dropAhead();
    while (filled < target.length) {
      const missing = target.length - filled;
      const count =
        missing > this.bufferSize
          ? readRaw(this.raw, target.subarray(filled))
          : isOnce && filled > 0
            ? 0
            : this.fillInto(target, filled);
      if (count === EXIT) return EXIT;
      if (count === null) return filled > 0 ? filled : null;
      if (count === 0) break;
      filled += count as number;
      if (isOnce) break;
    }
    return filled;
  }

  private fillInto(target: Uint8Array, filled: number): number | null | Exit {
    const count = this.fillMore();
    return typeof count === 'number' && count > 0 ? this.takeInto(target, filled) - filled : count;
  }

  private takeInto(target: Uint8Array, filled: number): number {
    const count = Math.min(this.available, target.length - filled);
    target.set(this.ahead.subarray(this.aheadStart, this.aheadStart + count), filled);
    this.aheadStart += count;
    return filled + count;
  }

  /** The next line where all of it is in the buffer. */
  quickLine(): Uint8Array | undefined {
    const newline = this.ahead.indexOf(10, this.aheadStart);
    return newline < 0 || newline >= this.aheadEnd ? undefined : this.take(newline + 1 - this.aheadStart);
  }

  /** A line of at most `limit` bytes (-1: any). */
  readLine(limit: number): Uint8Array | Exit {
    const parts: Uint8Array[] = [];
    let missing = limit < 0 ? Number.MAX_SAFE_INTEGER : limit;
    while (missing > 0) {
      if (this.available === 0) {
        const count = this.fill();
        if (count === EXIT) return EXIT;
        if (count === null || count === 0) break;
      }
      const newline = this.ahead.indexOf(10, this.aheadStart);
      const hasLine = newline >= 0 && newline < this.aheadEnd;
      const part = this.take(Math.min(missing, hasLine ? newline + 1 - this.aheadStart : this.available));
      parts.push(part);
      missing -= part.length;
      if (part[part.length - 1] === 10) break;
    }
    return parts.length === 1 ? parts[0] : concatBytes(parts);
  }

  // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Read-ahead is given up: the raw stream goes back to where the program is. */
  private prepareToWrite(): true | Exit {
    const unread = this.available;
    this.dropAhead();
    if (unread === 0) return true;
    return seekRaw(this.raw, -unread, 1) === EXIT ? EXIT : true;
  }

  /** Takes data to be written: how much was accepted, which is all but where writing would block. */
  write(data: Uint8Array): number | Exit {
    if (this.isReadable && this.prepareToWrite() === EXIT) return EXIT;
    if (data.length <= this.bufferSize - this.pendingLength) {
      this.keep(data);
      return data.length;
    }
    if (this.flushPending() === EXIT) return this.acceptBlocked(data);
    let written = 0;
    while (data.length - written >= this.bufferSize) {
      const count = writeRaw(this.raw, data.subarray(written));
      if (count === EXIT) return EXIT;
      if (count === null) return this.blockedAfter(data, written);
      written += count as number;
    }
    this.keep(data.subarray(written));
    return data.length;
  }

  /** The buffer could not be emptied: as much as fits is taken still, if the reason is that writing would block. */
  private acceptBlocked(data: Uint8Array): number | Exit {
    const exception = state.exception!;
    if (!exception.shape.type.isSubtypeOf(exceptionTypes['BlockingIOError'])) return EXIT;
    const room = this.bufferSize - this.pendingLength;
    if (data.length <= room) {
      state.exception = null;
      this.keep(data);
      return data.length;
    }
    this.keep(data.subarray(0, room));
    state.exception = null;
    return raiseBlocked(room);
  }

  private blockedAfter(data: Uint8Array, written: number): Exit {
    const room = Math.min(this.bufferSize, data.length - written);
    this.keep(data.subarray(written, written + room));
    return raiseBlocked(written + room);
  }

  private keep(data: Uint8Array): void {
    if (data.length === 0) return;
    if (this.pending.length < this.pendingLength + data.length) this.growPending(this.pendingLength + data.length);
    this.pending.set(data, this.pendingLength);
    if (this.pendingLength === 0) ioState().dirty.add(this);
    this.pendingLength += data.length;
  }

  private growPending(length: number): void {
    const larger = new Uint8Array(Math.min(this.bufferSize, Math.max(length, this.pending.length * 2, 256)));
    larger.set(this.pending.subarray(0, this.pendingLength));
    this.pending = larger;
  }

  get hasPending(): boolean {
    return this.pendingLength > 0;
  }

  /** Writes all that is pending; what was written is gone even if the rest fails. */
  flushPending(): true | Exit {
    while (this.pendingLength > 0) {
      const count = writeRaw(this.raw, this.pending.subarray(0, this.pendingLength));
      if (count === EXIT) return EXIT;
      if (count === null) return raiseBlocked(0);
      this.pending.copyWithin(0, count as number, this.pendingLength);
      this.pendingLength -= count as number;
    }
    ioState().dirty.delete(this);
    return true;
  }

  /** Forgets what is pending: a detached or re-initialised stream writes nothing more. */
  forgetPending(): void {
    this.pendingLength = 0;
    ioState().dirty.delete(this);
  }

  flushAtExit(): void {
    if (!this.isReady || this.isDetached) return;
    const saved = state.exception;
    state.exception = null;
    const closed = isRawClosed(this.raw);
    if (closed === false && this.flushPending() === EXIT) ioState().dirty.delete(this);
    else if (closed !== false) ioState().dirty.delete(this);
    state.exception = saved;
  }

  // ── Position ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `flush`: pending data goes out; a stream that also reads gives up its read-ahead. */
  flush(): true | Exit {
    if (this.isWritable && this.flushPending() === EXIT) return EXIT;
    if (this.isReadable && this.isWritable) return this.prepareToWrite();
    return true;
  }

  tell(): number | Exit {
    const position = tellRaw(this.raw);
    return position === EXIT ? EXIT : Math.max(0, (position as number) - this.available + this.pendingLength);
  }

  seek(offset: number, whence: number): number | Exit {
    if (whence !== 2 && this.isReadable && this.available > 0) {
      const within = this.seekWithin(offset, whence);
      if (within !== undefined) return within;
    }
    if (this.isWritable && this.flushPending() === EXIT) return EXIT;
    const target = whence === 1 ? offset - this.available : offset;
    const position = seekRaw(this.raw, target, whence);
    if (position !== EXIT) this.dropAhead();
    return position;
  }

  /** A seek that stays within the read-ahead; undefined for all others. */
  private seekWithin(offset: number, whence: number): number | Exit | undefined {
    const rawPosition = tellRaw(this.raw);
    if (rawPosition === EXIT) return EXIT;
    const current = (rawPosition as number) - this.available;
    const distance = whence === 0 ? offset - current : offset;
    if (distance < -this.aheadStart || distance > this.available) return undefined;
    this.aheadStart += distance;
    return Math.max(0, current + distance);
  }
}

function joined(parts: Uint8Array[], last: Uint8Array | null): Uint8Array | null {
  if (parts.length === 0) return last;
  if (last !== null && last.length > 0) parts.push(last);
  return parts.length === 1 ? parts[0] : concatBytes(parts);
}

const EAGAIN = 11;

/** BlockingIOError with the number of bytes that were taken. */
export function raiseBlocked(written: number): Exit {
  const made = call(exceptionTypes['BlockingIOError'], [EAGAIN, 'write could not complete without blocking', written]);
  return made instanceof PyBaseException ? raiseObject(made) : EXIT;
}

export function raiseNotSeekable(): Exit {
  return raiseUnsupported('File or stream is not seekable.');
}
