/**
 * Incremental decoders as text streams use them: those of the encodings that need no Python code, those that Python code provides,
 * and the universal newline decoder on top of either.
 */
import { getAttribute } from '../../objspace/attributes.ts';
import { encodeText } from '../../objspace/codecs.ts';
import type { Decoded } from '../../objspace/codecs/decode-context.ts';
import { decodeAscii, decodeLatin1 } from '../../objspace/codecs/single-byte.ts';
import { decodeUtf8 } from '../../objspace/codecs/utf8.ts';
import { lookupCodec } from '../../objspace/codecs/registry.ts';
import { type PyBaseException, raiseTypeError, takeException } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { call, typeName } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { concatBytes } from '../../objspace/types/bytes/search.ts';
import { concatAll, isText, sliceUnits, type Text, unitsOf, unwrap } from '../../objspace/types/str/text.ts';
import { state } from '../../objspace/state.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { isAscii } from '../../util/code-points.ts';
import { seenIn, translated } from './newlines.ts';
import { intResult, invoke } from './support.ts';

export interface DecoderState {
  readonly buffered: Uint8Array;
  readonly flags: number;
}

export interface TextDecoding {
  decode(bytes: Uint8Array, isFinal: boolean): Text | Exit;
  getState(): DecoderState | Exit;
  setState(state: DecoderState): true | Exit;
  reset(): true | Exit;
}

const NOTHING = new Uint8Array(0);

type Decode = (data: Uint8Array, errors: string, isFinal: boolean) => Decoded | Exit;

/** Decoders of encodings that need no Python code, by the names that text streams may be given. */
const DIRECT: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['utf-8', decodeUtf8],
  ['ascii', decodeAscii],
  ['latin-1', decodeLatin1],
]);

const ALIASES: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  ascii: 'ascii',
  'us-ascii': 'ascii',
  'latin-1': 'latin-1',
  latin1: 'latin-1',
  'iso-8859-1': 'latin-1',
  'iso8859-1': 'latin-1',
};

/** The canonical name of an encoding that is decoded and encoded without Python code; undefined for all others. */
export function directEncoding(name: string): string | undefined {
  return ALIASES[name.toLowerCase().replaceAll('_', '-')];
}

/** A decoder in host code: keeps back the bytes of a character that is not complete. */
export class DirectDecoder implements TextDecoding {
  private readonly encoding: string;
  private readonly decodeAll: Decode;
  private readonly errors: string;
  private buffered: Uint8Array;

  constructor(encoding: string, errors: string) {
    this.encoding = encoding;
    this.decodeAll = DIRECT.get(encoding)!;
    this.errors = errors;
    this.buffered = NOTHING;
  }

  decode(bytes: Uint8Array, isFinal: boolean): Text | Exit {
    const input = this.buffered.length === 0 ? bytes : concatBytes([this.buffered, bytes]);
    const decoded = this.decodeAll(input, this.errors, isFinal);
    if (decoded === EXIT) return this.errors === 'strict' ? this.refused(input, isFinal) : EXIT;
    const { text, consumed } = decoded as Decoded;
    this.buffered = consumed < input.length ? input.slice(consumed) : NOTHING;
    return text;
  }

  /** With an exception in flight: the library's decoder raises the same, with the frame that CPython's tracebacks show. */
  private refused(input: Uint8Array, isFinal: boolean): Exit {
    const raised = takeException();
    const codec = lookupCodec(this.encoding);
    const factory = codec === EXIT ? EXIT : getAttribute(codec as Value, 'incrementaldecoder');
    const decoder = factory === EXIT ? EXIT : call(factory as Value, []);
    if (decoder !== EXIT) invoke(decoder as Value, 'decode', [new PyBytes(input), isFinal]);
    const again = state.exception as PyBaseException | null;
    if (again?.shape.type !== raised.shape.type) state.exception = raised;
    return EXIT;
  }

  getState(): DecoderState {
    return { buffered: this.buffered, flags: 0 };
  }

  setState({ buffered }: DecoderState): true {
    this.buffered = buffered;
    return true;
  }

  reset(): true {
    this.buffered = NOTHING;
    return true;
  }
}

/** A decoder that Python code provides (`codecs.IncrementalDecoder` or anything like it). */
export class PythonDecoder implements TextDecoding {
  readonly decoder: Value;

  constructor(decoder: Value) {
    this.decoder = decoder;
  }

  decode(bytes: Uint8Array, isFinal: boolean): Text | Exit {
    return this.decodeValue(new PyBytes(bytes.slice()), isFinal);
  }

  decodeValue(input: Value, isFinal: boolean): Text | Exit {
    const method = getAttribute(this.decoder, 'decode');
    if (method === EXIT) return EXIT;
    const text = call(method as Value, [input, isFinal]);
    if (text === EXIT) return EXIT;
    if (!isText(text)) return raiseTypeError(`decoder should return a string result, not '${typeName(text as Value)}'`);
    return unwrap(text);
  }

  getState(): DecoderState | Exit {
    const state = invoke(this.decoder, 'getstate');
    if (state === EXIT) return EXIT;
    if (!(state instanceof PyTuple) || state.items.length !== 2) return raiseTypeError('illegal decoder state');
    const [buffered, flagsValue] = state.items;
    if (!(buffered instanceof PyBytes)) {
      return raiseTypeError(
        `illegal decoder state: the first item should be a bytes object, not '${typeName(buffered)}'`,
      );
    }
    const flags = intResult(flagsValue);
    return flags === EXIT ? EXIT : { buffered: buffered.data, flags: flags as number };
  }

  setState({ buffered, flags }: DecoderState): true | Exit {
    return invoke(this.decoder, 'setstate', [new PyTuple([new PyBytes(buffered), flags])]) === EXIT ? EXIT : true;
  }

  reset(): true | Exit {
    return invoke(this.decoder, 'reset') === EXIT ? EXIT : true;
  }
}

/** Translates line ends on top of another decoder: keeps a final `\r` back until it is known what follows. */
export class NewlineDecoding implements TextDecoding {
  readonly inner: TextDecoding | null;
  readonly isTranslating: boolean;
  seen: number;
  private hasCarriage: boolean;

  constructor(inner: TextDecoding | null, isTranslating: boolean) {
    this.inner = inner;
    this.isTranslating = isTranslating;
    this.seen = 0;
    this.hasCarriage = false;
  }

  decode(bytes: Uint8Array, isFinal: boolean): Text | Exit {
    const text = this.inner!.decode(bytes, isFinal);
    return text === EXIT ? EXIT : this.translate(text as Text, isFinal);
  }

  /** What the stream gives for decoded text. */
  translate(decoded: Text, isFinal: boolean): Text {
    let text = decoded;
    if (this.hasCarriage && (text !== '' || isFinal)) {
      text = concatAll(['\r', text]);
      this.hasCarriage = false;
    }
    const units = unitsOf(text);
    if (!isFinal && units.endsWith('\r')) {
      text = sliceUnits(text, 0, units.length - 1);
      this.hasCarriage = true;
    }
    this.seen |= seenIn(unitsOf(text));
    return this.isTranslating ? translated(text) : text;
  }

  getState(): DecoderState | Exit {
    const state = this.inner === null ? { buffered: NOTHING, flags: 0 } : this.inner.getState();
    if (state === EXIT) return EXIT;
    const { buffered, flags } = state as DecoderState;
    return { buffered, flags: flags * 2 + (this.hasCarriage ? 1 : 0) };
  }

  setState({ buffered, flags }: DecoderState): true | Exit {
    this.hasCarriage = flags % 2 !== 0;
    return this.inner === null ? true : this.inner.setState({ buffered, flags: Math.floor(flags / 2) });
  }

  reset(): true | Exit {
    this.seen = 0;
    this.hasCarriage = false;
    return this.inner === null ? true : this.inner.reset();
  }
}

// ── Encoders ───────────────────────────────────────────────────────────────────────────────────────────────────────

export interface TextEncoding {
  /** The text as one whose UTF-8 is what the encoder would give; undefined if it has to be encoded. */
  asClean(text: Text): string | undefined;
  encode(text: Text): Uint8Array | Exit;
  /** The next text is at the beginning of the stream (a byte order mark is due), or is not. */
  setAtStart(isAtStart: boolean): true | Exit;
  /** Whether a byte order mark is due only where the stream is known to be at its beginning. */
  readonly marksKnownStarts: boolean;
}

export class DirectEncoder implements TextEncoding {
  private readonly encoding: string;
  private readonly errors: string;
  readonly marksKnownStarts: boolean;

  constructor(encoding: string, errors: string) {
    this.encoding = encoding;
    this.errors = errors;
    this.marksKnownStarts = false;
  }

  asClean(text: Text): string | undefined {
    return typeof text === 'string' && (this.encoding === 'utf-8' || isAscii(text)) ? text : undefined;
  }

  encode(text: Text): Uint8Array | Exit {
    return encodeText(text, this.encoding, this.errors);
  }

  setAtStart(): true {
    return true;
  }
}

export class PythonEncoder implements TextEncoding {
  readonly encoder: Value;
  readonly marksKnownStarts: boolean;

  constructor(encoder: Value, marksKnownStarts: boolean) {
    this.encoder = encoder;
    this.marksKnownStarts = marksKnownStarts;
  }

  asClean(): undefined {
    return undefined;
  }

  encode(text: Text): Uint8Array | Exit {
    const bytes = invoke(this.encoder, 'encode', [text]);
    if (bytes === EXIT) return EXIT;
    if (bytes instanceof PyBytes) return bytes.data;
    return raiseTypeError(`encoder should return a bytes object, not '${typeName(bytes as Value)}'`);
  }

  setAtStart(isAtStart: boolean): true | Exit {
    const done = isAtStart ? invoke(this.encoder, 'reset') : invoke(this.encoder, 'setstate', [0]);
    return done === EXIT ? EXIT : true;
  }
}
