/** The charmap codec: single bytes to characters by a table, which may be a str, a mapping or an EncodingMap. */
import { raiseTypeError, swallow } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Value } from '../object.ts';
import { getItem, typeName } from '../operations.ts';
import { PyBytes } from '../types/bytes/bytes.ts';
import { PyDict } from '../types/dict/dict.ts';
import { objectType } from '../types/object-type.ts';
import { asText, pointArray, pointsOf, strOfPoint, type Text } from '../types/str/text.ts';
import { DecodeContext, type Decoded } from './decode-context.ts';
import { EncodeContext } from './encode-context.ts';
import { decodeLatin1, encodeLatin1 } from './single-byte.ts';
import { worked } from '../../util/work.ts';

const UNDEFINED = 'character maps to <undefined>';
const NO_CHARACTER = 0xfffe;
const MAX_POINT = 0x10ffff;

// ── Decoding ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a byte decodes to: `undefined` for nothing. */
type ByteDecoder = (byte: number) => Text | undefined | Exit;

function decoderOfText(table: Text): ByteDecoder {
  const points = pointsOf(table);
  return (byte) => (byte < points.length && points[byte] !== NO_CHARACTER ? strOfPoint(points[byte]) : undefined);
}

function decoderOfMapping(mapping: Value): ByteDecoder {
  return (byte) => {
    const value = getItem(mapping, byte);
    if (value === EXIT) return swallow('LookupError') ? undefined : EXIT;
    return characterOf(value as Value);
  };
}

function characterOf(value: Value): Text | undefined | Exit {
  if (value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    const point = Number(value);
    if (point < 0 || point > MAX_POINT) return raiseTypeError('character mapping must be in range(0x110000)');
    return point === NO_CHARACTER ? undefined : strOfPoint(point);
  }
  const text = asText(value);
  if (text === undefined) return raiseTypeError('character mapping must return integer, None or str');
  return text === '\ufffe' ? undefined : text;
}

export function decodeCharmap(data: Uint8Array, errors: string, mapping: Value): Decoded | Exit {
  if (mapping === null) return decodeLatin1(data);
  const table = asText(mapping);
  const decode = table === undefined ? decoderOfMapping(mapping) : decoderOfText(table);
  const context = new DecodeContext('charmap', data, errors);
  let position = 0;
  while (position < context.data.length) {
    worked(2);
    const text = decode(context.data[position]);
    if (text === EXIT) return EXIT;
    if (text !== undefined) {
      context.sink.append(text as Text);
      position++;
      continue;
    }
    const next = context.fail(position, position + 1, UNDEFINED);
    if (next === EXIT) return EXIT;
    position = next as number;
  }
  return context.finish(position);
}

// ── Encoding ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** What `charmap_build` makes of a decoding table: code points to bytes. */
export class PyEncodingMap extends PyObject {
  readonly bytes: ReadonlyMap<number, number>;

  constructor(bytes: ReadonlyMap<number, number>) {
    super();
    this.bytes = bytes;
  }
}

export const encodingMapType = builtinType<PyEncodingMap>('EncodingMap', {
  base: objectType,
  layout: PyEncodingMap,
  isBaseType: false,
  define(type) {
    type.method('size(self, /)', 'Return the size (in bytes) of this object.', (self) => self.bytes.size * 2 + 32);
  },
});

const TABLE_SIZE = 256;

/** Whether the table has the form for which CPython makes an EncodingMap: all characters in the BMP, NUL first and only there. */
function fitsEncodingMap(points: readonly number[]): boolean {
  return points[0] === 0 && points.every((point, index) => point <= 0xffff && (point !== 0 || index === 0));
}

export function buildCharmap(table: Text): Value {
  const points = pointsOf(table).slice(0, TABLE_SIZE);
  if (fitsEncodingMap(points)) {
    const bytes = new Map<number, number>();
    for (const [byte, point] of points.entries()) if (point !== NO_CHARACTER) bytes.set(point, byte);
    return new PyEncodingMap(bytes);
  }
  const dict = new PyDict();
  for (const [byte, point] of points.entries()) dict.set(point, byte);
  return dict;
}

/** The bytes of a character, `undefined` where it has none. */
type PointEncoder = (point: number) => number | Uint8Array | undefined | Exit;

function encoderOfMapping(mapping: Value): PointEncoder {
  if (mapping instanceof PyEncodingMap) return (point) => mapping.bytes.get(point);
  return (point) => {
    const value = getItem(mapping, point);
    if (value === EXIT) return swallow('LookupError') ? undefined : EXIT;
    if (value === null) return undefined;
    if (value instanceof PyBytes) return value.data;
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
      const byte = Number(value);
      return byte >= 0 && byte < TABLE_SIZE ? byte : raiseTypeError('character mapping must be in range(256)');
    }
    return raiseTypeError(`character mapping must return integer, bytes or None, not ${typeName(value as Value)}`);
  };
}

class CharmapEncoder {
  private readonly context: EncodeContext;
  private readonly encode: PointEncoder;

  constructor(text: Text, errors: string, mapping: Value) {
    this.context = new EncodeContext('charmap', text, errors);
    this.encode = encoderOfMapping(mapping);
  }

  /** Writes a character; false if it has no bytes. */
  private put(point: number): boolean | Exit {
    const bytes = this.encode(point);
    if (bytes === EXIT) return EXIT;
    if (bytes === undefined) return false;
    if (typeof bytes === 'number') this.context.sink.push(bytes);
    else this.context.sink.append(bytes as Uint8Array);
    return true;
  }

  private putAll(text: Text): boolean | Exit {
    for (const point of pointArray(text)) {
      const done = this.put(point);
      if (done !== true) return done;
    }
    return true;
  }

  /** End of the characters from `start` on that cannot be encoded. */
  private endOfProblem(start: number): number | Exit {
    let end = start + 1;
    for (; end < this.context.points.length; end++) {
      const bytes = this.encode(this.context.points[end]);
      if (bytes === EXIT) return EXIT;
      if (bytes !== undefined) break;
    }
    return end;
  }

  run(): Uint8Array | Exit {
    const { context } = this;
    let position = 0;
    while (position < context.points.length) {
      worked(2);
      const done = this.put(context.points[position]);
      if (done === EXIT) return EXIT;
      if (done === true) {
        position++;
        continue;
      }
      const end = this.endOfProblem(position);
      if (end === EXIT) return EXIT;
      const next = context.fail(position, end as number, UNDEFINED, (text) => this.putAll(text));
      if (next === EXIT) return EXIT;
      position = next as number;
    }
    return context.sink.finish();
  }
}

export function encodeCharmap(text: Text, errors: string, mapping: Value): Uint8Array | Exit {
  if (mapping === null) return encodeLatin1(text, errors);
  return new CharmapEncoder(text, errors, mapping).run();
}
