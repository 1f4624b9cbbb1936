/** Encoding and decoding with a character set, in one go or piece by piece, and with error handlers. */
import { DecodeContext, type Decoded } from '../../objspace/codecs/decode-context.ts';
import { EncodeContext } from '../../objspace/codecs/encode-context.ts';
import { EXIT, type Exit } from '../../objspace/object.ts';
import { pointArray, type Text } from '../../objspace/types/str/text.ts';
import { worked } from '../../util/work.ts';
import { type CharacterSet, INCOMPLETE, UNDECIDED } from './character-set.ts';

const ILLEGAL = 'illegal multibyte sequence';
const UNFINISHED = 'incomplete multibyte sequence';

/** A decoding under way. */
export class Decoding {
  private readonly set: CharacterSet;
  private readonly context: DecodeContext;
  private at: number;

  constructor(set: CharacterSet, data: Uint8Array, errors: string) {
    this.set = set;
    this.context = new DecodeContext(set.name, data, errors);
    this.at = 0;
  }

  /** Decodes up to the end, or to an incomplete code. */
  feed(): true | Exit {
    const { context, set } = this;
    while (this.at < context.data.length) {
      worked(2);
      const length = set.decodeAt(context.data, this.at, context.sink);
      if (length === INCOMPLETE) return true;
      if (length > 0) this.at += length;
      else if (this.fail(this.at - length, ILLEGAL) === EXIT) return EXIT;
    }
    return true;
  }

  /** What is left is an error. */
  finish(): true | Exit {
    while (this.at < this.context.data.length) {
      if (this.fail(this.context.data.length, UNFINISHED) === EXIT || this.feed() === EXIT) return EXIT;
    }
    return true;
  }

  private fail(end: number, reason: string): true | Exit {
    const next = this.context.fail(this.at, end, reason);
    if (next === EXIT) return EXIT;
    this.at = next as number;
    return true;
  }

  get result(): Decoded {
    return this.context.finish(this.at);
  }
}

export interface Encoded {
  readonly bytes: Uint8Array;
  /** How many characters they are of. */
  readonly consumed: number;
}

/** Unless the input is final, a character at its end that may begin a pair is left. */
export function encodeMultibyte(set: CharacterSet, text: Text, errors: string, isFinal: boolean): Encoded | Exit {
  const context = new EncodeContext(set.name, text, errors, 1, 'str');
  const { points, sink } = context;
  const append = (replacement: Text): boolean | Exit => {
    const encoded = encodeMultibyte(set, replacement, 'strict', true);
    if (encoded === EXIT) return EXIT;
    sink.append((encoded as Encoded).bytes);
    return true;
  };
  let at = 0;
  while (at < points.length) {
    worked(2);
    const count = set.encodeAt(points, at, isFinal, sink);
    if (count === UNDECIDED) break;
    if (count > 0) {
      at += count;
      continue;
    }
    const next = context.fail(at, at + 1, ILLEGAL, append);
    if (next === EXIT) return EXIT;
    at = next as number;
  }
  return { bytes: sink.finish(), consumed: at };
}

export const lengthOf = (text: Text): number => pointArray(text).length;
