/** `_json`: what `json` does in C. Reference: https://docs.python.org/3.14/library/json.html */
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { toSsize } from '../../objspace/types/sequences.ts';
import { isText, lengthOfText } from '../../objspace/types/str/str.ts';
import { indexAt, offsetAt, type Text, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { encodeBaseString, encodeBaseStringAscii } from './encode-string.ts';
import { encoderType } from './encoder.ts';
import { StringReader } from './scan-string.ts';
import { scannerType } from './scanner.ts';

function scanString(value: Value, endValue: Value, strict: Value): Result {
  if (typeOf(endValue).slots.index === undefined) {
    return raiseTypeError(`'${typeName(endValue)}' object cannot be interpreted as an integer`);
  }
  const size = toSsize(endValue);
  if (size === EXIT) return EXIT;
  const end = size as number;
  const isStrict = isTrue(strict);
  if (isStrict === EXIT) return EXIT;
  if (!isText(value)) return raiseTypeError(`first argument must be a string, not ${typeName(value)}`);
  if (end < 0 || end > lengthOfText(value)) return raiseValueError('end is out of bounds');
  const text = unwrap(value);
  const reader = new StringReader(text, isStrict as boolean);
  const result = reader.read(offsetAt(text, end));
  return result === EXIT ? EXIT : new PyTuple([result as Text, indexAt(text, reader.end)]);
}

const SCANSTRING_DOC =
  'scanstring(string, end, strict=True) -> (string, end)\n\nScan the string s for a JSON string. End is the index of the\n' +
  'character in s after the quote that started the JSON string.\nUnescapes all valid JSON string escape sequences and raises ValueError\n' +
  'on attempt to decode an invalid string. If strict is False then literal\ncontrol characters are allowed in the string.\n\n' +
  'Returns a tuple of the decoded string and the index of the character in s\nafter the end quote.';

export const _json = builtinModule('_json', 'json speedups\n', (module) => {
  module.constant('make_scanner', scannerType);
  module.constant('make_encoder', encoderType);
  module.function(
    '@encode_basestring_ascii(object, /)',
    'encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string',
    encodeBaseStringAscii,
  );
  module.function(
    '@encode_basestring(object, /)',
    'encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string',
    encodeBaseString,
  );
  module.function('@scanstring(string, end, strict=True, /)', SCANSTRING_DOC, scanString);
});
