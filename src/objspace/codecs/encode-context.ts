/** What an encoder works with when it meets characters that it cannot encode: the code points, the sink, and the error handler. */
import { type PyBaseException, raise, raiseObject, raiseTypeError } from '../exception.ts';
import { EXIT, type Exit, type Value } from '../object.ts';
import { call, toIndex } from '../operations.ts';
import { PyBytes } from '../types/bytes/bytes.ts';
import { asText, pointArray, type Text } from '../types/str/text.ts';
import { PyTuple } from '../types/tuple.ts';
import { ByteSink } from './byte-sink.ts';
import { findHandler } from './find-handler.ts';
import { BUILTIN_HANDLERS, type EncodeReplacement, encodeReplacement } from './handlers.ts';
import { newUnicodeError, unicodeErrorFields } from './unicode-error.ts';

export class EncodeContext {
  readonly encoding: string;
  readonly text: Text;
  readonly points: Uint32Array;
  readonly errors: string;
  readonly sink: ByteSink;
  /** Bytes that a handler gives must be a multiple of it. */
  private readonly unitSize: number;
  /** What a handler must give, as errors say it. */
  private readonly expected: string;
  private exception: PyBaseException | undefined;

  constructor(encoding: string, text: Text, errors: string, unitSize = 1, expected = 'str/bytes') {
    this.encoding = encoding;
    this.text = text;
    this.points = pointArray(text);
    this.errors = errors;
    this.sink = new ByteSink(this.points.length * unitSize);
    this.unitSize = unitSize;
    this.expected = expected;
    this.exception = undefined;
  }

  private error(start: number, end: number, reason: string): PyBaseException {
    if (this.exception === undefined) {
      this.exception = newUnicodeError('UnicodeEncodeError', this.encoding, this.text, start, end, reason);
    } else {
      unicodeErrorFields(this.exception).set('start', start).set('end', end).set('reason', reason);
    }
    return this.exception;
  }

  raise(start: number, end: number, reason: string): Exit {
    return raiseObject(this.error(start, end, reason));
  }

  /** What stands for the characters start..end, which cannot be encoded. */
  replacement(start: number, end: number, reason: string): EncodeReplacement | Exit {
    if (this.errors === 'strict') return this.raise(start, end, reason);
    if (BUILTIN_HANDLERS.has(this.errors)) {
      const found = encodeReplacement(this.errors, this.encoding, Array.from(this.points.subarray(start, end)), end);
      if (found !== undefined) return found;
    }
    return this.callHandler(start, end, reason);
  }

  private callHandler(start: number, end: number, reason: string): EncodeReplacement | Exit {
    const handler = findHandler(this.errors);
    if (handler === EXIT) return EXIT;
    const result = call(handler as Value, [this.error(start, end, reason)]);
    if (result === EXIT) return EXIT;
    const wrong = `encoding error handler must return (${this.expected}, int) tuple`;
    if (!(result instanceof PyTuple) || result.items.length !== 2) return raiseTypeError(wrong);
    const [replacement, index] = result.items;
    const text = asText(replacement);
    const bytes = replacement instanceof PyBytes ? replacement.data : undefined;
    if (text === undefined && bytes === undefined) return raiseTypeError(wrong);
    const given = toIndex(index);
    if (given === EXIT) return raiseTypeError(wrong);
    const position = (given as number) < 0 ? (given as number) + this.points.length : (given as number);
    if (position < 0 || position > this.points.length) {
      return raise('IndexError', `position ${given} from error handler out of bounds`);
    }
    return { text, bytes, position };
  }

  /**
   * Handles the characters start..end; `encodeText` appends replacing text and says whether it could. Answers where to go on.
   */
  fail(start: number, end: number, reason: string, encodeText: (text: Text) => boolean | Exit): number | Exit {
    const found = this.replacement(start, end, reason);
    if (found === EXIT) return EXIT;
    const { text, bytes, position } = found as EncodeReplacement;
    if (bytes !== undefined) {
      if (bytes.length % this.unitSize !== 0) return this.raise(start, end, reason);
      this.sink.append(bytes);
      return position;
    }
    const done = encodeText(text!);
    if (done === EXIT) return EXIT;
    return done ? position : this.raise(start, end, reason);
  }
}
