/**
 * What is searched: characters by position. A str without surrogates is read as it is, any other as its code points, bytes as they are.
 */
import { bytesOf, tryBytesOf, type PyBytesLike } from '../../objspace/buffer.ts';
import { orThrow, raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { isText, pointArray, type PyStr, type Text, unwrap } from '../../objspace/types/str/text.ts';
import { sliceText } from '../../objspace/types/str/slicing.ts';

export class Subject {
  /** The object that was given. */
  readonly source: Value;
  readonly isBytes: boolean;
  /** The characters, if `array` is null. */
  readonly text: string;
  readonly array: Uint8Array | Uint32Array | null;
  readonly length: number;
  private readonly whole: Text;

  constructor(source: Value, whole: Text, array: Uint8Array | Uint32Array | null, isBytes: boolean) {
    this.source = source;
    this.isBytes = isBytes;
    this.text = typeof whole === 'string' ? whole : '';
    this.array = array;
    this.length = array === null ? whole.length : array.length;
    this.whole = whole;
  }

  /** The part between two positions, as a str or bytes. */
  slice(start: number, end: number): Value {
    if (this.array === null) return this.text.slice(start, end);
    if (!this.isBytes) return sliceText(this.whole, start, 1, end - start);
    if (start === 0 && end === this.length && this.source instanceof PyBytes && this.source.data === this.array)
      return this.source;
    return new PyBytes(this.bytes.slice(start, end));
  }

  /** What the object holds now: a bytearray may have changed since it was searched. */
  private get bytes(): Uint8Array {
    if (this.source instanceof PyBytes) return this.array as Uint8Array;
    return orThrow(bytesOf(this.source)).data;
  }

  get empty(): Value {
    return this.isBytes ? new PyBytes(new Uint8Array(0)) : '';
  }
}

/** Code points of the texts that were searched last: tokenizers search the same one again and again. */
const pointsOfText = new WeakMap<PyStr, Uint32Array>();

function pointsOf(text: PyStr): Uint32Array {
  let points = pointsOfText.get(text);
  if (points === undefined) {
    points = pointArray(text);
    pointsOfText.set(text, points);
  }
  return points;
}

/** The subject that a pattern searches; TypeError if it is no str and has no buffer. */
export function subjectOf(value: Value): Subject | Exit {
  if (typeof value === 'string') return new Subject(value, value, null, false);
  if (isText(value)) {
    const text = unwrap(value);
    return new Subject(value, text, typeof text === 'string' ? null : pointsOf(text), false);
  }
  const bytes = tryBytesOf(value);
  if (bytes === EXIT) return EXIT;
  if (bytes === undefined) return raiseTypeError(`expected string or bytes-like object, got '${typeName(value)}'`);
  return new Subject(value, '', (bytes as PyBytesLike).data, true);
}
