/** `MultibyteCodec`: a codec of one character set, which the modules `_codecs_cn` and their like give out. */
import { raiseTypeError, raise, orThrow } from '../../objspace/exception.ts';
import { bytesOf, type PyBytesLike } from '../../objspace/buffer.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { argumentName, str } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { isText, type Text, textOf, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { type CharacterSet, characterSet } from './character-set.ts';
import { Decoding, encodeMultibyte, type Encoded, lengthOf } from './codec.ts';

export class PyMultibyteCodec extends PyObject {
  readonly set: CharacterSet;

  constructor(set: CharacterSet) {
    super();
    this.set = set;
  }
}

/** What is no str is encoded as `str()` shows it. */
export function textToEncode(value: Value): Text | Exit {
  const text = isText(value) ? value : str(value);
  return text === EXIT ? EXIT : unwrap(text as Value);
}

export const dataToDecode = (value: Value): Uint8Array => (orThrow(bytesOf(value)) as PyBytesLike).data;

function errorsOf(method: string, value: Value): string | Exit {
  if (value === null) return 'strict';
  if (isText(value)) return textOf(value);
  return raiseTypeError(`${method}() argument 'errors' must be str or None, not ${argumentName(value)}`);
}

function encode(self: PyMultibyteCodec, input: Value, errors: Value): Result {
  const handler = errorsOf('encode', errors);
  const text = handler === EXIT ? EXIT : textToEncode(input);
  if (text === EXIT) return EXIT;
  const encoded = encodeMultibyte(self.set, text as Text, handler as string, true);
  if (encoded === EXIT) return EXIT;
  return new PyTuple([new PyBytes((encoded as Encoded).bytes) as Value, lengthOf(text as Text)]) as Value;
}

function decode(self: PyMultibyteCodec, input: Value, errors: Value): Result {
  const handler = errorsOf('decode', errors);
  if (handler === EXIT) return EXIT;
  const data = dataToDecode(input);
  const decoding = new Decoding(self.set, data, handler as string);
  if (decoding.feed() === EXIT || decoding.finish() === EXIT) return EXIT;
  return new PyTuple([decoding.result.text as Value, data.length]) as Value;
}

builtinType<PyMultibyteCodec>('MultibyteCodec', {
  base: objectType,
  layout: PyMultibyteCodec,
  module: '_multibytecodec',
  isBaseType: false,
  slots: { new: () => raiseTypeError("cannot create '_multibytecodec.MultibyteCodec' instances") },
  define(type) {
    type.method(
      'encode(self, /, input, errors=None)',
      "Return an encoded string version of 'input'.\n\n'errors' may be given to set a different error handling scheme.\nDefault is 'strict' meaning that encoding errors raise\na UnicodeEncodeError.  Other possible values are 'ignore', 'replace'\nand 'xmlcharrefreplace' as well as any other name registered with\ncodecs.register_error that can handle UnicodeEncodeErrors.",
      encode,
    );
    type.method(
      'decode(self, /, input, errors=None)',
      "Decodes 'input'.\n\n'errors' may be given to set a different error handling scheme.\nDefault is 'strict' meaning that encoding errors raise\na UnicodeDecodeError.  Other possible values are 'ignore' and\n'replace' as well as any other name registered with\ncodecs.register_error that is able to handle UnicodeDecodeErrors.\"",
      decode,
    );
  },
});

/** What a module has that gives out codecs by name. */
export function giveCodecs(module: ModuleBuilder, names: readonly string[]): void {
  module.function('getcodec(object, /)', '', (name) => {
    if (!isText(name)) return raiseTypeError('encoding name must be a string.');
    if (!names.includes(textOf(name))) return raise('LookupError', 'no such codec is supported.');
    return new PyMultibyteCodec(characterSet(textOf(name))) as Value;
  });
}
