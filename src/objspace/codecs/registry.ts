/** Codecs that Python code registered (`codecs.register`, the package `encodings`): finding them and running them. */
import { findAttribute } from '../attributes.ts';
import { raise, raiseTypeError } from '../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { call, isTrue, typeName } from '../operations.ts';
import { noteInFlight } from '../types/exceptions/base.ts';
import { importModule } from '../types/imported.ts';
import { PyTuple } from '../types/tuple.ts';
import { codecState } from './state.ts';

/** The name as search functions get it: lower case, everything but letters, digits and points collapsed to underscores. */
export function normaliseCodecName(name: string): string {
  let result = '';
  let isGap = false;
  for (const character of name) {
    if (/[a-z0-9.]/i.test(character)) {
      if (isGap && result !== '') result += '_';
      isGap = false;
      result += character.toLowerCase();
    } else {
      isGap = true;
    }
  }
  return result;
}

/** The package `encodings` registers the search function for the codecs of the standard library. */
function importEncodings(): true | Exit {
  const codecs = codecState();
  if (codecs.isReady) return true;
  // The package looks codecs up itself while it is imported. Before there is an importer, it fails and is asked for again later.
  codecs.isReady = true;
  codecs.isReady = importModule('encodings') !== EXIT;
  return codecs.isReady ? true : EXIT;
}

/** `codecs.lookup(name)`: a CodecInfo, a tuple of four. */
export function lookupCodec(name: string): Value | Exit {
  const codecs = codecState();
  const normalised = normaliseCodecName(name);
  const cached = codecs.found.get(normalised);
  if (cached !== undefined) return cached;
  if (importEncodings() === EXIT) return EXIT;
  for (const search of [...codecs.searchFunctions]) {
    const info = call(search, [normalised]);
    if (info === EXIT) return EXIT;
    if (info === null) continue;
    if (!(info instanceof PyTuple) || info.items.length !== 4)
      return raiseTypeError('codec search functions must return 4-tuples');
    codecs.found.set(normalised, info);
    return info;
  }
  return raise('LookupError', `unknown encoding: ${name}`);
}

function lookupTextCodec(name: string, alternative: string): Value | Exit {
  const info = lookupCodec(name);
  if (info === EXIT || (info as PyTuple).shape.type.name === 'tuple') return info;
  const mark = findAttribute(info as Value, '_is_text_encoding');
  if (mark === EXIT) return EXIT;
  const isText = mark === undefined ? true : isTrue(mark as Value);
  if (isText === EXIT || isText) return isText === EXIT ? EXIT : info;
  return raise('LookupError', `'${name}' is not a text encoding; use ${alternative} to handle arbitrary codecs`);
}

const ENCODER = 0;
const DECODER = 1;

/** The exception in flight gets to know which codec raised it. */
export function noteCodecFailure(what: 'encoding' | 'decoding', name: string): void {
  noteInFlight(`${what} with '${name}' codec failed`);
}

/** Runs one half of a codec; the exception that it raises gets a note with the codec's name. */
function run(
  info: Value,
  half: typeof ENCODER | typeof DECODER,
  name: string,
  object: Value,
  errors: Value | undefined,
): Result {
  const args = errors === undefined ? [object] : [object, errors];
  const result = call((info as PyTuple).items[half], args);
  if (result === EXIT) {
    noteCodecFailure(half === ENCODER ? 'encoding' : 'decoding', name);
    return EXIT;
  }
  const what = half === ENCODER ? 'encoder' : 'decoder';
  if (!(result instanceof PyTuple) || result.items.length !== 2)
    return raiseTypeError(`${what} must return a tuple (object,integer)`);
  return result.items[0];
}

/** `codecs.encode(object, name, errors)`. */
export function encodeObject(object: Value, name: string, errors: Value | undefined): Result {
  const info = lookupCodec(name);
  return info === EXIT ? EXIT : run(info as Value, ENCODER, name, object, errors);
}

/** `codecs.decode(object, name, errors)`. */
export function decodeObject(object: Value, name: string, errors: Value | undefined): Result {
  const info = lookupCodec(name);
  return info === EXIT ? EXIT : run(info as Value, DECODER, name, object, errors);
}

/** As `str.encode` does it: only text encodings. */
export function encodeByCodec(text: Value, name: string, errors: Value | undefined): Result {
  const info = lookupTextCodec(name, 'codecs.encode()');
  return info === EXIT ? EXIT : run(info as Value, ENCODER, name, text, errors);
}

export function decodeByCodec(bytes: Value, name: string, errors: Value | undefined): Result {
  const info = lookupTextCodec(name, 'codecs.decode()');
  return info === EXIT ? EXIT : run(info as Value, DECODER, name, bytes, errors);
}

export function notBytes(name: string, result: Value): Exit {
  return raiseTypeError(
    `'${name}' encoder returned '${typeName(result)}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  );
}

export function notText(name: string, result: Value): Exit {
  return raiseTypeError(
    `'${name}' decoder returned '${typeName(result)}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
  );
}
