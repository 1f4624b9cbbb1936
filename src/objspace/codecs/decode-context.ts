/**
 * What a decoder works with when the input is not clean: the sink for its output, and the error handler.
 *
 * A handler may replace the bytes that are being decoded (`exception.object`): decoders read `data` again after each error.
 */
import { type PyBaseException, raise, raiseObject, raiseTypeError } from '../exception.ts';
import { EXIT, type Exit, type Value } from '../object.ts';
import { call, toIndex } from '../operations.ts';
import { PyBytes } from '../types/bytes/bytes.ts';
import { asText, type Text } from '../types/str/text.ts';
import { PyTuple } from '../types/tuple.ts';
import { findHandler } from './find-handler.ts';
import { BUILTIN_HANDLERS, decodeReplacement } from './handlers.ts';
import { PointSink } from './point-sink.ts';
import { newUnicodeError, unicodeErrorFields } from './unicode-error.ts';

/** What a decoder gives: the text, and how many bytes it is made of. */
export interface Decoded {
  readonly text: Text;
  readonly consumed: number;
}

export class DecodeContext {
  /** Name of the encoding in messages. */
  encoding: string;
  data: Uint8Array;
  readonly errors: string;
  readonly sink: PointSink;
  private exception: PyBaseException | undefined;

  constructor(encoding: string, data: Uint8Array, errors: string) {
    this.encoding = encoding;
    this.data = data;
    this.errors = errors;
    this.sink = new PointSink(data.length);
    this.exception = undefined;
  }

  private error(start: number, end: number, reason: string): PyBaseException {
    if (this.exception === undefined) {
      const object = new PyBytes(this.data.slice());
      this.exception = newUnicodeError('UnicodeDecodeError', this.encoding, object, start, end, reason);
    } else {
      const fields = unicodeErrorFields(this.exception);
      fields.set('start', start).set('end', end).set('reason', reason);
    }
    return this.exception;
  }

  /** Handles data[start:end], which cannot be decoded: writes what stands for it, answers where to go on. */
  fail(start: number, end: number, reason: string): number | Exit {
    if (this.errors === 'strict') return raiseObject(this.error(start, end, reason));
    if (BUILTIN_HANDLERS.has(this.errors)) {
      const replacement = decodeReplacement(this.errors, this.encoding, this.data, start, end);
      if (replacement !== undefined) {
        this.sink.append(replacement.text);
        return replacement.position;
      }
    }
    return this.callHandler(start, end, reason);
  }

  private callHandler(start: number, end: number, reason: string): number | Exit {
    const handler = findHandler(this.errors);
    if (handler === EXIT) return EXIT;
    const exception = this.error(start, end, reason);
    const result = call(handler as Value, [exception]);
    if (result === EXIT) return EXIT;
    const wrong = 'decoding error handler must return (str, int) tuple';
    if (!(result instanceof PyTuple) || result.items.length !== 2) return raiseTypeError(wrong);
    const text = asText(result.items[0]);
    if (text === undefined) return raiseTypeError(wrong);
    const position = toIndex(result.items[1]);
    if (position === EXIT) return raiseTypeError(wrong);
    return this.accept(exception, text, position as number);
  }

  private accept(exception: PyBaseException, text: Text, given: number): number | Exit {
    const object = unicodeErrorFields(exception).get('object');
    if (!(object instanceof PyBytes)) return raiseTypeError('object attribute must be bytes');
    this.data = object.data;
    const position = given < 0 ? given + this.data.length : given;
    if (position < 0 || position > this.data.length) {
      return raise('IndexError', `position ${given} from error handler out of bounds`);
    }
    this.sink.append(text);
    return position;
  }

  finish(consumed: number): Decoded {
    return { text: this.sink.finish(), consumed };
  }
}
