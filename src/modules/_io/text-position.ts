/**
 * `tell` and `seek` of text streams. A position is an opaque int that packs where in the binary stream to start, the decoder's state
 * there, how many bytes to feed it and how many characters to skip then (CPython's layout, so that the ints are the same).
 */
import { raise, raiseObject, raiseValueError, takeException } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { intOf, isInt } from '../../objspace/types/int/int.ts';
import { indexAt, type Text } from '../../objspace/types/str/text.ts';
import { call, compareTrue, toInt } from '../../objspace/operations.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { LT } from '../../objspace/slots.ts';
import type { DecoderState, TextDecoding } from './decoders.ts';
import { intResult, invoke, raiseUnsupported } from './support.ts';
import { type PyTextIOWrapper, raiseNotTelling } from './text-io.ts';

interface Cookie {
  /** Position in the binary stream. */
  readonly start: number;
  readonly flags: number;
  /** Bytes to feed the decoder from there. */
  readonly feed: number;
  /** Characters to skip of what it gives then. */
  readonly skip: number;
  readonly needsEnd: boolean;
}

const MASK_64 = (1n << 64n) - 1n;
const MASK_32 = 0xffffffffn;

function pack({ start, flags, feed, skip, needsEnd }: Cookie): Value {
  if (flags === 0 && feed === 0 && skip === 0 && !needsEnd) return start;
  const high =
    (BigInt(needsEnd ? 1 : 0) << 160n) | (BigInt(skip) << 128n) | (BigInt(feed) << 96n) | (BigInt(flags) << 64n);
  const packed = high | BigInt(start);
  return packed <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(packed) : packed;
}

function unpack(packed: bigint): Cookie | Exit {
  if (packed >= 1n << 168n) return raise('OverflowError', 'int too big to convert');
  const part = (shift: bigint): number => Number((packed >> shift) & MASK_32);
  return {
    start: Number(packed & MASK_64),
    flags: part(64n),
    feed: part(96n),
    skip: part(128n),
    needsEnd: packed >> 160n !== 0n,
  };
}

// ── tell ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A place near a position: bytes before it, the decoder's state there, and the characters that are left. */
interface Near {
  readonly consumed: number;
  readonly flags: number;
  readonly skip: number;
}

/** What must be decoded again to get to `skip` characters behind the snapshot. */
class PositionFinder {
  private readonly decoder: TextDecoding;
  private readonly input: Uint8Array;

  constructor(decoder: TextDecoding, input: Uint8Array) {
    this.decoder = decoder;
    this.input = input;
  }

  /** Looks near where the characters should be, then goes on byte by byte. */
  find(flags: number, start: number, skip: number, bytesPerCharacter: number): Cookie | Exit {
    const near = this.jump(flags, skip, Math.floor(bytesPerCharacter * skip));
    if (near === EXIT) return EXIT;
    const { consumed, flags: nearFlags, skip: left } = near as Near;
    const cookie = { start: start + consumed, flags: nearFlags, feed: 0, skip: left, needsEnd: false };
    return left === 0 ? cookie : this.walk(cookie, consumed);
  }

  private setFlags(flags: number): true | Exit {
    return this.decoder.setState({ buffered: new Uint8Array(0), flags });
  }

  /** A place before the position at which the decoder holds nothing back: tried at `guess` bytes and further back. */
  private jump(flags: number, skip: number, guess: number): Near | Exit {
    let consumed = Math.min(guess, this.input.length);
    let step = 1;
    while (consumed > 0) {
      if (this.setFlags(flags) === EXIT) return EXIT;
      const text = this.decoder.decode(this.input.subarray(0, consumed), false);
      if (text === EXIT) return EXIT;
      const count = (text as Text).length;
      if (count > skip) {
        consumed -= step;
        step *= 2;
        continue;
      }
      const state = this.decoder.getState();
      if (state === EXIT) return EXIT;
      const { buffered, flags: now } = state as DecoderState;
      if (buffered.length === 0) return { consumed, flags: now, skip: skip - count };
      consumed -= buffered.length;
      step = 1;
    }
    return this.setFlags(flags) === EXIT ? EXIT : { consumed: 0, flags, skip };
  }

  /** Goes on byte by byte, and remembers the last place where the decoder held nothing back. */
  private walk(from: Cookie, consumed: number): Cookie | Exit {
    let cookie = from;
    let decoded = 0;
    for (let index = consumed; index < this.input.length; index++) {
      cookie = { ...cookie, feed: cookie.feed + 1 };
      const text = this.decoder.decode(this.input.subarray(index, index + 1), false);
      if (text === EXIT) return EXIT;
      decoded += (text as Text).length;
      const state = this.decoder.getState();
      if (state === EXIT) return EXIT;
      const { buffered, flags } = state as DecoderState;
      if (buffered.length === 0 && decoded <= cookie.skip) {
        cookie = { start: cookie.start + cookie.feed, flags, feed: 0, skip: cookie.skip - decoded, needsEnd: false };
        decoded = 0;
      }
      if (decoded >= cookie.skip) return cookie;
    }
    return this.atEnd(cookie, decoded);
  }

  /** Not enough came: the rest comes when the decoder is told that the input ends. */
  private atEnd(cookie: Cookie, decoded: number): Cookie | Exit {
    const text = this.decoder.decode(new Uint8Array(0), true);
    if (text === EXIT) return EXIT;
    if (decoded + (text as Text).length < cookie.skip)
      return raise('OSError', "can't reconstruct logical file position");
    return { ...cookie, needsEnd: true };
  }
}

/** The position of the binary stream, and of the text stream in it. */
export function tellText(self: PyTextIOWrapper): Result {
  if (!self.isSeekable) return raiseUnsupported('underlying stream is not seekable');
  if (!self.isTelling) return raiseNotTelling();
  if (self.writePending() === EXIT || invoke(self, 'flush') === EXIT) return EXIT;
  const position = intResult(invoke(self.buffer!, 'tell'));
  if (position === EXIT) return EXIT;
  const { decoder, snapshot } = self;
  if (decoder === undefined || snapshot === undefined) return position as number;
  const skip = indexAt(self.decoded, self.used);
  const start = (position as number) - snapshot.input.length;
  if (self.used === 0) return pack({ start, flags: snapshot.flags, feed: 0, skip: 0, needsEnd: false });
  return tellWithin(self, decoder, start, skip);
}

function tellWithin(self: PyTextIOWrapper, decoder: TextDecoding, start: number, skip: number): Result {
  const { flags, input } = self.snapshot!;
  const saved = decoder.getState();
  if (saved === EXIT) return EXIT;
  const found = new PositionFinder(decoder, input).find(flags, start, skip, self.bytesPerCharacter);
  if (found === EXIT) {
    const failure = takeException();
    if (decoder.setState(saved as DecoderState) === EXIT) takeException();
    return raiseObject(failure);
  }
  return decoder.setState(saved as DecoderState) === EXIT ? EXIT : pack(found as Cookie);
}

// ── seek ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function resetDecoder(self: PyTextIOWrapper, { start, flags }: Cookie): true | Exit {
  const { decoder } = self;
  if (decoder === undefined) return true;
  if (start === 0 && flags === 0) return decoder.reset();
  return decoder.setState({ buffered: new Uint8Array(0), flags });
}

/** At the beginning of a stream an encoder may write a byte order mark, elsewhere it must not. */
function resetEncoder(self: PyTextIOWrapper, isAtStart: boolean): true | Exit {
  return self.encoder === undefined ? true : self.encoder.setAtStart(isAtStart);
}

function seekToEnd(self: PyTextIOWrapper): Result {
  if (invoke(self, 'flush') === EXIT) return EXIT;
  self.setDecoded('');
  self.snapshot = undefined;
  if (self.decoder !== undefined && self.decoder.reset() === EXIT) return EXIT;
  const position = invoke(self.buffer!, 'seek', [0, 2]);
  if (position === EXIT) return EXIT;
  return resetEncoder(self, position === 0) === EXIT ? EXIT : position;
}

/** The bytes that the cookie says to decode, and how many characters to leave out. */
function restore(self: PyTextIOWrapper, cookie: Cookie): true | Exit {
  const method = getAttribute(self.buffer!, 'read');
  if (method === EXIT) return EXIT;
  const bytes = call(method as Value, [cookie.feed]);
  if (bytes === EXIT) return EXIT;
  const input = bytes as unknown as { data: Uint8Array };
  if (!(input?.data instanceof Uint8Array))
    return raise('TypeError', 'underlying read() should have returned a bytes object');
  self.snapshot = { flags: cookie.flags, input: input.data };
  const text = self.decoder!.decode(input.data, cookie.needsEnd);
  if (text === EXIT) return EXIT;
  self.setDecoded(text as Text);
  if ((text as Text).length < cookie.skip) return raise('OSError', "can't restore logical file position");
  self.takeDecoded(cookie.skip);
  return true;
}

export function seekText(self: PyTextIOWrapper, cookieValue: Value, whenceValue: Value): Result {
  const whence = toInt(whenceValue);
  if (whence === EXIT) return EXIT;
  if (!self.isSeekable) return raiseUnsupported('underlying stream is not seekable');
  const isZero = isInt(cookieValue) && Number(intOf(cookieValue as never)) === 0;
  if (whence === 1)
    return isZero ? seekTo(self, invoke(self, 'tell')) : raiseUnsupported("can't do nonzero cur-relative seeks");
  if (whence === 2) return isZero ? seekToEnd(self) : raiseUnsupported("can't do nonzero end-relative seeks");
  if (whence !== 0) return raiseValueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
  return seekTo(self, cookieValue);
}

function seekTo(self: PyTextIOWrapper, position: Result): Result {
  if (position === EXIT) return EXIT;
  const negative = compareTrue(position as Value, 0, LT);
  if (negative === EXIT) return EXIT;
  if (negative) return raiseValueError(`negative seek position ${String(intOf(position as never))}`);
  const packed = toInt(position as Value);
  if (packed === EXIT || invoke(self, 'flush') === EXIT) return EXIT;
  const cookie = unpack(BigInt(packed as number | bigint));
  if (cookie === EXIT) return EXIT;
  const target = cookie as Cookie;
  if (invoke(self.buffer!, 'seek', [target.start]) === EXIT) return EXIT;
  self.setDecoded('');
  self.snapshot = undefined;
  if (resetDecoder(self, target) === EXIT) return EXIT;
  if (target.skip > 0) {
    if (restore(self, target) === EXIT) return EXIT;
  } else if (self.decoder !== undefined) {
    self.snapshot = { flags: target.flags, input: new Uint8Array(0) };
  }
  return resetEncoder(self, target.start === 0 && target.flags === 0) === EXIT ? EXIT : (position as Value);
}
