/** `MultibyteIncrementalEncoder` and `MultibyteIncrementalDecoder`: what comes in pieces. */
import { raise, raiseObject, raiseTypeError } from '../../objspace/exception.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { builtinType, newSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import type { Decoded } from '../../objspace/codecs/decode-context.ts';
import { newUnicodeError } from '../../objspace/codecs/unicode-error.ts';
import { decodeUtf8, encodeUtf8 } from '../../objspace/codecs/utf8.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { argumentName, isTrue } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { normalize } from '../../objspace/types/int/arithmetic.ts';
import { type Int, intOperand } from '../../objspace/types/int/int-object.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import {
  concatAll,
  isText,
  pointArray,
  sliceUnits,
  type Text,
  textOf,
  unitsOf,
} from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { Decoding, encodeMultibyte, type Encoded } from './codec.ts';
import type { CharacterSet } from './character-set.ts';
import { dataToDecode, PyMultibyteCodec, textToEncode } from './multibyte-codec.ts';

/** How many bytes may wait. */
const MAX_PENDING = 8;
/** Of the state of a codec, which these have none of. */
const STATE_BYTES = 8;
const EMPTY = new Uint8Array(0);

/** What all four classes have: the character set of the class, and how errors are treated. */
export abstract class PyPiecewise extends PyObject {
  readonly set: CharacterSet;
  errors: string;
  constructor(set: CharacterSet, errors: string) {
    super();
    this.set = set;
    this.errors = errors;
  }
}

/** The set of the codec that the class names. */
function setOf(cls: PyType): CharacterSet | Exit {
  const codec = getAttribute(cls as unknown as Value, 'codec');
  if (codec === EXIT) return EXIT;
  return codec instanceof PyMultibyteCodec ? codec.set : raiseTypeError('codec is unexpected type');
}

/** The errors of a class of which `encodings` makes its own, under another name. */
function errorsArgument(name: string, position: number, errors: Value): string | Exit {
  if (isText(errors)) return textOf(errors);
  return raiseTypeError(`${name}() argument ${position} must be str, not ${argumentName(errors)}`);
}

/** An object of the class for its set of characters; `errors` is the argument at `position`. */
export function construct(
  cls: PyType,
  name: string,
  position: number,
  errors: Value,
  make: (set: CharacterSet, handler: string) => object,
): Result {
  const set = setOf(cls);
  const handler = errorsArgument(name, position, errors);
  if (set === EXIT || handler === EXIT) return EXIT;
  const object = make(set as CharacterSet, handler as string);
  return (cls.isHeapType ? adopt(object, cls) : object) as Value;
}

export function defineErrors<T extends PyPiecewise>(type: TypeBuilder<T>): void {
  type.getset(
    'errors',
    'how to treat errors',
    (self) => self.errors,
    (self, value) => {
      if (value === undefined) return raise('AttributeError', 'cannot delete attribute');
      if (!isText(value)) return raiseTypeError('errors must be a string');
      self.errors = textOf(value);
      return true;
    },
  );
}

// ── Encoding ───────────────────────────────────────────────────────────────────────────────────────────────────────

export class PendingText {
  text: Text = '';

  /** The bytes of what waited and `input`. */
  encode(set: CharacterSet, input: Text, errors: string, isFinal: boolean): Value | Exit {
    const text = unitsOf(this.text) === '' ? input : concatAll([this.text, input]);
    const encoded = encodeMultibyte(set, text, errors, isFinal);
    if (encoded === EXIT) return EXIT;
    const { bytes, consumed } = encoded as Encoded;
    // What waits is at most one character, of the basic plane.
    const length = unitsOf(text).length;
    this.text = consumed === pointArray(text).length ? '' : sliceUnits(text, length - 1, length);
    return new PyBytes(bytes) as Value;
  }
}

class PyIncrementalEncoder extends PyPiecewise {
  readonly pending = new PendingText();
  state: Uint8Array = new Uint8Array(STATE_BYTES);
}

function fromBytes(bytes: Uint8Array): Int {
  return normalize(bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n));
}

/** As bytes, the lowest first. */
function toBytes(value: Int, length: number): Uint8Array | Exit {
  let rest = BigInt(value);
  if (rest < 0n) return raise('OverflowError', "can't convert negative int to unsigned");
  const bytes = Uint8Array.from({ length }, () => {
    const byte = Number(rest & 255n);
    rest >>= 8n;
    return byte;
  });
  return rest === 0n ? bytes : raise('OverflowError', 'int too big to convert');
}

/** The length of what waits, it in UTF-8, and the state, as one number. */
function encoderState({ pending, state }: PyIncrementalEncoder): Result {
  const waiting = encodeUtf8(pending.text, 'strict');
  if (waiting === EXIT) return EXIT;
  const bytes = waiting as Uint8Array;
  return fromBytes(Uint8Array.of(bytes.length, ...bytes, ...state));
}

function setEncoderState(self: PyIncrementalEncoder, given: Value): Result {
  const value = intOperand(given);
  if (value === undefined) return raiseTypeError(`setstate() argument must be int, not ${argumentName(given)}`);
  const bytes = toBytes(value, 1 + MAX_PENDING + STATE_BYTES);
  if (bytes === EXIT) return EXIT;
  const data = bytes as Uint8Array;
  if (data[0] > MAX_PENDING) return raise('UnicodeError', 'pending buffer too large');
  const end = 1 + data[0];
  const waiting = decodeUtf8(data.slice(1, end), 'strict', true);
  if (waiting === EXIT) return EXIT;
  self.pending.text = (waiting as Decoded).text;
  self.state = data.slice(end, end + STATE_BYTES);
  return null;
}

export const incrementalEncoderType: PyType = builtinType<PyIncrementalEncoder>('MultibyteIncrementalEncoder', {
  base: objectType,
  layout: PyIncrementalEncoder,
  module: '_multibytecodec',
  slots: {
    new: newSlot("IncrementalEncoder(cls, errors='strict')", (cls, errors) =>
      construct(cls, 'IncrementalEncoder', 1, errors, (set, handler) => new PyIncrementalEncoder(set, handler)),
    ),
    init: () => true,
  },
  define(type) {
    type.method('encode(self, /, input, final=False)', null, (self, input, final) => {
      const isFinal = isTrue(final);
      const text = isFinal === EXIT ? EXIT : textToEncode(input);
      return text === EXIT ? EXIT : self.pending.encode(self.set, text as Text, self.errors, isFinal as boolean);
    });
    type.method('getstate(self, /)', null, encoderState);
    type.method('setstate(self, state, /)', null, setEncoderState);
    type.method('reset(self, /)', null, (self) => {
      self.pending.text = '';
      return null;
    });
    defineErrors(type);
  },
});

// ── Decoding ───────────────────────────────────────────────────────────────────────────────────────────────────────

export class PendingBytes {
  bytes: Uint8Array = EMPTY;

  /** What waited, and `data`. */
  before(data: Uint8Array): Uint8Array {
    if (this.bytes.length === 0) return data;
    const joined = new Uint8Array(this.bytes.length + data.length);
    joined.set(this.bytes);
    joined.set(data, this.bytes.length);
    return joined;
  }

  decode(set: CharacterSet, input: Uint8Array, errors: string, isFinal: boolean): Text | Exit {
    const data = this.before(input);
    const decoding = new Decoding(set, data, errors);
    const waiting = this.bytes;
    this.bytes = EMPTY;
    if (decoding.feed() === EXIT) return EXIT;
    if (isFinal && decoding.finish() === EXIT) {
      // What could not be decoded is gone; what may still be completed is not.
      this.bytes = waiting;
      return EXIT;
    }
    const { text, consumed } = decoding.result;
    this.bytes = data.slice(consumed);
    return text;
  }
}

class PyIncrementalDecoder extends PyPiecewise {
  readonly pending = new PendingBytes();
  state: Uint8Array = new Uint8Array(STATE_BYTES);
}

function setDecoderState(self: PyIncrementalDecoder, given: Value): Result {
  if (!(given instanceof PyTuple))
    return raiseTypeError(`setstate() argument must be tuple, not ${argumentName(given)}`);
  const [waiting, number] = given.items;
  const value = given.items.length === 2 ? intOperand(number) : undefined;
  if (value === undefined || !(waiting instanceof PyBytes)) return raiseTypeError('setstate(): illegal state argument');
  const state = toBytes(value, STATE_BYTES);
  if (state === EXIT) return EXIT;
  const { data } = waiting;
  if (data.length > MAX_PENDING) {
    const reason = 'pending buffer too large';
    return raiseObject(newUnicodeError('UnicodeDecodeError', self.set.name, waiting, 0, data.length, reason));
  }
  self.pending.bytes = data;
  self.state = state as Uint8Array;
  return null;
}

export const incrementalDecoderType: PyType = builtinType<PyIncrementalDecoder>('MultibyteIncrementalDecoder', {
  base: objectType,
  layout: PyIncrementalDecoder,
  module: '_multibytecodec',
  slots: {
    new: newSlot("IncrementalDecoder(cls, errors='strict')", (cls, errors) =>
      construct(cls, 'IncrementalDecoder', 1, errors, (set, handler) => new PyIncrementalDecoder(set, handler)),
    ),
    init: () => true,
  },
  define(type) {
    type.method('decode(self, /, input, final=False)', null, (self, input, final) => {
      const isFinal = isTrue(final);
      if (isFinal === EXIT) return EXIT;
      return self.pending.decode(self.set, dataToDecode(input), self.errors, isFinal as boolean) as Result;
    });
    type.method(
      'getstate(self, /)',
      null,
      ({ pending, state }) => new PyTuple([new PyBytes(pending.bytes) as Value, fromBytes(state)]) as Value,
    );
    type.method('setstate(self, state, /)', null, setDecoderState);
    type.method('reset(self, /)', null, (self) => {
      self.pending.bytes = EMPTY;
      return null;
    });
    defineErrors(type);
  },
});
