/** `_codecs`: the registry of codecs and error handlers, and the codecs that need no Python code. `codecs` and `encodings` stand on it. */
import { bytesOf, type PyBytesLike } from '../../objspace/buffer.ts';
import { escapeBytes, unescapeBytes } from '../../objspace/codecs/bytes-escape.ts';
import { buildCharmap, decodeCharmap, encodeCharmap } from '../../objspace/codecs/charmap.ts';
import type { Decoded } from '../../objspace/codecs/decode-context.ts';
import { findHandler } from '../../objspace/codecs/find-handler.ts';
import { BUILTIN_HANDLERS } from '../../objspace/codecs/handlers.ts';
import { decodeObject, encodeObject, lookupCodec } from '../../objspace/codecs/registry.ts';
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from '../../objspace/codecs/single-byte.ts';
import { codecState } from '../../objspace/codecs/state.ts';
import {
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from '../../objspace/codecs/unicode-escape.ts';
import { decodeUtf7, encodeUtf7 } from '../../objspace/codecs/utf7.ts';
import { decodeUtf8, encodeUtf8 } from '../../objspace/codecs/utf8.ts';
import {
  type ByteOrder,
  decodeUtf16,
  decodeUtf32,
  encodeUtf16,
  encodeUtf32,
  type WideDecoded,
} from '../../objspace/codecs/wide.ts';
import { error, orThrow, raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { toInt, argumentName, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { isText, type Text, textOf, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

// ── Arguments ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** `position` is undefined where the function has no other argument. */
function textArgument(value: Value, functionName: string, position?: number): Text {
  if (isText(value)) return unwrap(value);
  const argument = position === undefined ? 'argument' : `argument ${position}`;
  throw error('TypeError', `${functionName}() ${argument} must be str, not ${argumentName(value)}`);
}

/** A str without NUL, as C takes it. */
/** `which` is undefined where the function has no other argument. */
function nameArgument(value: Value, functionName: string, which?: string): string {
  if (!isText(value)) {
    const argument = which === undefined ? 'argument' : `argument ${which}`;
    throw error('TypeError', `${functionName}() ${argument} must be str, not ${argumentName(value)}`);
  }
  const text = textOf(value);
  if (text.includes('\0')) throw error('ValueError', 'embedded null character');
  return text;
}

/** `errors`: a str or None. */
function errorsArgument(value: Value, functionName: string): string {
  if (value === null) return 'strict';
  if (!isText(value))
    throw error('TypeError', `${functionName}() argument 2 must be str or None, not ${typeName(value)}`);
  return textOf(value);
}

function dataArgument(value: Value): Uint8Array {
  return (orThrow(bytesOf(value)) as PyBytesLike).data;
}

/** Bytes, or the UTF-8 of a str: what the escape decoders take. */
function dataOrText(value: Value): Uint8Array {
  if (isText(value)) return orThrow(encodeUtf8(unwrap(value), 'strict')) as Uint8Array;
  return dataArgument(value);
}

function orderArgument(value: Value): ByteOrder {
  const order = Number(orThrow(toInt(value)));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

const encoded = (bytes: Uint8Array | Exit, text: Text): Result =>
  bytes === EXIT ? EXIT : new PyTuple([new PyBytes(bytes as Uint8Array), text.length]);

/** `length`: that of the input where all of it counts as used, whatever an error handler put in its place. */
const decoded = (result: Decoded | Exit, length?: number): Result =>
  result === EXIT ? EXIT : new PyTuple([(result as Decoded).text, length ?? (result as Decoded).consumed]);

// ── Registry ───────────────────────────────────────────────────────────────────────────────────────────────────────

const isCallable = (value: Value): boolean => typeOf(value).slots.call !== undefined;

function register(search: Value): Result {
  if (!isCallable(search)) return raiseTypeError('argument must be callable');
  codecState().searchFunctions.push(search);
  return null;
}

function unregister(search: Value): Result {
  const codecs = codecState();
  const index = codecs.searchFunctions.indexOf(search);
  if (index < 0) return null;
  codecs.searchFunctions.splice(index, 1);
  // What it found may not be found again.
  codecs.found.clear();
  return null;
}

function defineRegistry(module: ModuleBuilder): void {
  module.function(
    'register(search_function, /)',
    'Register a codec search function.\n\nSearch functions are expected to take one argument, the encoding name in\nall lower case letters, and either return None, or a tuple of functions\n(encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object).',
    register,
  );
  module.function(
    'unregister(search_function, /)',
    "Unregister a codec search function and clear the registry's cache.\n\nIf the search function is not registered, do nothing.",
    unregister,
  );
  module.function(
    'lookup(encoding, /)',
    'Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.',
    (encoding) => lookupCodec(nameArgument(encoding, 'lookup')),
  );
  module.function(
    "encode(obj, encoding='utf-8', errors='strict')",
    "Encodes obj using the codec registered for encoding.\n\nThe default encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.",
    (object, encoding, errors) =>
      encodeObject(object, nameArgument(encoding, 'encode', "'encoding'"), nameArgument(errors, 'encode', "'errors'")),
  );
  module.function(
    "decode(obj, encoding='utf-8', errors='strict')",
    "Decodes obj using the codec registered for encoding.\n\nDefault encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.",
    (object, encoding, errors) =>
      decodeObject(object, nameArgument(encoding, 'decode', "'encoding'"), nameArgument(errors, 'decode', "'errors'")),
  );
  module.function(
    'register_error(errors, handler, /)',
    'Register the specified error handler under the name errors.\n\nhandler must be a callable object, that\nwill be called with an exception instance containing\ninformation about the location of the encoding/decoding\nerror and must return a (replacement, new position) tuple.',
    (name, handler) => {
      const key = nameArgument(name, 'register_error', '1');
      if (!isCallable(handler)) return raiseTypeError('handler must be callable');
      codecState().handlers.set(key, handler);
      return null;
    },
  );
  module.function(
    'lookup_error(name, /)',
    'lookup_error(errors) -> handler\n\nReturn the error handler for the specified error handling name or raise a\nLookupError, if no handler exists under this name.',
    (name) => findHandler(nameArgument(name, 'lookup_error')),
  );
  module.function(
    '_unregister_error(errors, /)',
    "Un-register the specified error handler for the error handling `errors'.\n\nOnly custom error handlers can be un-registered. An exception is raised\nif the error handling is a built-in one (e.g., 'strict'), or if an error\noccurs.\n\nOtherwise, this returns True if a custom handler has been successfully\nun-registered, and False if no custom handler for the specified error\nhandling exists.",
    (name) => {
      const key = nameArgument(name, '_unregister_error');
      if (BUILTIN_HANDLERS.has(key)) throw error('ValueError', `cannot un-register built-in error handler '${key}'`);
      return codecState().handlers.delete(key);
    },
  );
}

// ── Encoders and decoders ──────────────────────────────────────────────────────────────────────────────────────────

function defineEncoder(
  module: ModuleBuilder,
  name: string,
  encode: (text: Text, errors: string) => Uint8Array | Exit,
): void {
  module.function(`${name}(str, errors=None, /)` as 'x(str, errors=None, /)', '', (value, errors) => {
    const text = textArgument(value, name, 1);
    return encoded(encode(text, errorsArgument(errors, name)), text);
  });
}

type StatefulDecode = (data: Uint8Array, errors: string, isFinal: boolean) => Decoded | Exit;

/** A decoder that says how much it used of input that may go on. */
function defineStateful(module: ModuleBuilder, name: string, decode: StatefulDecode): void {
  module.function(
    `${name}(data, errors=None, final: bool = False, /)` as 'x(data, errors=None, final: bool = False, /)',
    '',
    (data, errors, isFinal) => {
      const bytes = dataArgument(data);
      return decoded(decode(bytes, errorsArgument(errors, name), isFinal), isFinal ? bytes.length : undefined);
    },
  );
}

function defineSimple(module: ModuleBuilder): void {
  defineEncoder(module, 'utf_8_encode', encodeUtf8);
  defineStateful(module, 'utf_8_decode', decodeUtf8);
  defineEncoder(module, 'utf_7_encode', (text) => encodeUtf7(text));
  defineStateful(module, 'utf_7_decode', decodeUtf7);
  defineEncoder(module, 'latin_1_encode', encodeLatin1);
  defineEncoder(module, 'ascii_encode', encodeAscii);
  module.function('latin_1_decode(data, errors=None, /)', '', (data, errors) => {
    errorsArgument(errors, 'latin_1_decode');
    return decoded(decodeLatin1(dataArgument(data)));
  });
  module.function('ascii_decode(data, errors=None, /)', '', (data, errors) => {
    const bytes = dataArgument(data);
    return decoded(decodeAscii(bytes, errorsArgument(errors, 'ascii_decode')), bytes.length);
  });
  module.function('readbuffer_encode(data, errors=None, /)', '', (data, errors) => {
    errorsArgument(errors, 'readbuffer_encode');
    const bytes = dataOrText(data);
    return new PyTuple([new PyBytes(bytes.slice()), bytes.length]);
  });
}

type WideEncode = (text: Text, errors: string, order: ByteOrder) => Uint8Array | Exit;
type WideDecode = (data: Uint8Array, errors: string, isFinal: boolean, order: ByteOrder) => WideDecoded | Exit;

function defineWide(module: ModuleBuilder, bits: 16 | 32, encode: WideEncode, decode: WideDecode): void {
  const name = `utf_${bits}`;
  module.function(
    `${name}_encode(str, errors=None, byteorder=0, /)` as 'x(str, errors=None, byteorder=0, /)',
    '',
    (value, errors, order) => {
      const text = textArgument(value, `${name}_encode`, 1);
      return encoded(encode(text, errorsArgument(errors, `${name}_encode`), orderArgument(order)), text);
    },
  );
  defineEncoder(module, `${name}_le_encode`, (text, errors) => encode(text, errors, -1));
  defineEncoder(module, `${name}_be_encode`, (text, errors) => encode(text, errors, 1));
  defineStateful(module, `${name}_decode`, (data, errors, isFinal) => decode(data, errors, isFinal, 0));
  defineStateful(module, `${name}_le_decode`, (data, errors, isFinal) => decode(data, errors, isFinal, -1));
  defineStateful(module, `${name}_be_decode`, (data, errors, isFinal) => decode(data, errors, isFinal, 1));
  module.function(
    `${name}_ex_decode(data, errors=None, byteorder=0, final: bool = False, /)` as 'x(data, errors=None, byteorder=0, final: bool = False, /)',
    '',
    (data, errors, order, isFinal) => {
      const result = decode(
        dataArgument(data),
        errorsArgument(errors, `${name}_ex_decode`),
        isFinal,
        orderArgument(order),
      );
      if (result === EXIT) return EXIT;
      const { text, consumed, order: found } = result as WideDecoded;
      return new PyTuple([text, consumed, found]);
    },
  );
}

function defineEscapes(module: ModuleBuilder): void {
  defineEncoder(module, 'unicode_escape_encode', (text) => encodeUnicodeEscape(text));
  defineEncoder(module, 'raw_unicode_escape_encode', (text) => encodeRawUnicodeEscape(text));
  module.function('unicode_escape_decode(data, errors=None, final: bool = True, /)', '', (data, errors, isFinal) => {
    const bytes = dataOrText(data);
    return decoded(
      decodeUnicodeEscape(bytes, errorsArgument(errors, 'unicode_escape_decode'), isFinal),
      isFinal ? bytes.length : undefined,
    );
  });
  module.function(
    'raw_unicode_escape_decode(data, errors=None, final: bool = True, /)',
    '',
    (data, errors, isFinal) => {
      const bytes = dataOrText(data);
      return decoded(
        decodeRawUnicodeEscape(bytes, errorsArgument(errors, 'raw_unicode_escape_decode'), isFinal),
        isFinal ? bytes.length : undefined,
      );
    },
  );
  module.function('escape_encode(data, errors=None, /)', '', (data) => {
    if (!(data instanceof PyBytes))
      throw error('TypeError', `escape_encode() argument 1 must be bytes, not ${argumentName(data)}`);
    return new PyTuple([new PyBytes(escapeBytes(data.data)), data.length]);
  });
  module.function('escape_decode(data, errors=None, /)', '', (data, errors) => {
    const bytes = dataOrText(data);
    const result = unescapeBytes(bytes, errorsArgument(errors, 'escape_decode'));
    return result === EXIT ? EXIT : new PyTuple([new PyBytes(result as Uint8Array), bytes.length]);
  });
}

function defineCharmap(module: ModuleBuilder): void {
  module.function('charmap_encode(str, errors=None, mapping=None, /)', '', (value, errors, mapping) => {
    const text = textArgument(value, 'charmap_encode', 1);
    return encoded(encodeCharmap(text, errorsArgument(errors, 'charmap_encode'), mapping), text);
  });
  module.function('charmap_decode(data, errors=None, mapping=None, /)', '', (data, errors, mapping) => {
    const bytes = dataArgument(data);
    return decoded(decodeCharmap(bytes, errorsArgument(errors, 'charmap_decode'), mapping), bytes.length);
  });
  module.function('charmap_build(map, /)', '', (map) => buildCharmap(textArgument(map, 'charmap_build')));
}

export const _codecs = builtinModule('_codecs', '', (module) => {
  defineRegistry(module);
  defineSimple(module);
  defineWide(module, 16, encodeUtf16, decodeUtf16);
  defineWide(module, 32, encodeUtf32, decodeUtf32);
  defineEscapes(module);
  defineCharmap(module);
});
