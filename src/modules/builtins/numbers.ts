/** Built-in functions on numbers and text: `abs`, `divmod`, `pow`, `round`, `bin`, `chr` ... */
import { absolute, binary, DIVMOD, power } from '../../objspace/arithmetic.ts';
import { error, orThrow, raiseTypeError } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, findSpecial, repr, toInt, argumentName, typeName } from '../../objspace/operations.ts';
import { formatValue } from '../../objspace/format.ts';
import { PyByteArray } from '../../objspace/types/bytes/bytearray.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { prefixedText } from '../../objspace/types/int/text.ts';
import { asciiOf, isText, lengthOfText, strFromText, textOf } from '../../objspace/types/str/str.ts';

function inBase(number: Value, base: 2 | 8 | 16): Result {
  const int = toInt(number);
  return int === EXIT ? EXIT : prefixedText(int as Int, base);
}

function characterOf(number: Value): Result {
  const code = toInt(number);
  if (code === EXIT) return EXIT;
  if ((code as number) < 0 || (code as number) > 0x10ffff)
    throw error('ValueError', 'chr() arg not in range(0x110000)');
  return strFromText(String.fromCodePoint(Number(code)));
}

/** `ord`: of a str of one character, or of one byte. */
function ordinalOf(value: Value): Result {
  if (typeof value === 'string' && value.length === 1) return value.charCodeAt(0);
  if (isText(value)) {
    const length = lengthOfText(value);
    if (length === 1) return textOf(value).codePointAt(0)!;
    return raiseTypeError(`ord() expected a character, but string of length ${length} found`);
  }
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    const data = value.data;
    const length = value instanceof PyByteArray ? value.length : data.length;
    if (length === 1) return data[0];
    return raiseTypeError(`ord() expected a character, but string of length ${length} found`);
  }
  return raiseTypeError(`ord() expected string of length 1, but ${typeName(value)} found`);
}

function roundNumber(number: Value, digits: Value): Result {
  const method = findSpecial(number, '__round__');
  if (method === EXIT) return EXIT;
  if (method === undefined) return raiseTypeError(`type ${typeName(number)} doesn't define __round__ method`);
  return call(method as Value, digits === null ? [] : [digits]);
}

export function defineNumbers(module: ModuleBuilder): void {
  module.function('abs(x, /)', 'Return the absolute value of the argument.', absolute);
  module.function(
    'ascii(obj, /)',
    'Return an ASCII-only representation of an object.\n\nAs repr(), return a string containing a printable representation of an\nobject, but escape the non-ASCII characters in the string returned by\nrepr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar\nto that returned by repr() in Python 2.',
    (obj) => asciiOf(obj),
  );
  module.function(
    'bin(number, /)',
    "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'",
    (number) => inBase(number, 2),
  );
  module.function(
    'chr(i, /)',
    'Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.',
    characterOf,
  );
  module.function('divmod(x, y, /)', 'Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.', (x, y) =>
    binary(x, y, DIVMOD),
  );
  module.function(
    "format(value, format_spec='', /)",
    "Return type(value).__format__(value, format_spec)\n\nMany built-in types implement format_spec according to the\nFormat Specification Mini-language. See help('FORMATTING')\nfor more information.",
    (value, spec) => {
      if (!isText(spec)) throw error('TypeError', `format() argument 2 must be str, not ${argumentName(spec)}`);
      return formatValue(value, spec);
    },
  );
  module.function(
    'hex(number, /)',
    "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'",
    (number) => inBase(number, 16),
  );
  module.function(
    'oct(number, /)',
    "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'",
    (number) => inBase(number, 8),
  );
  module.function(
    'ord(character, /)',
    'Return the ordinal value of a character.\n\nIf the argument is a one-character string, return the Unicode code\npoint of that character.\n\nIf the argument is a bytes or bytearray object of length 1, return its\nsingle byte value.',
    ordinalOf,
  );
  module.function(
    'pow(base, exp, mod=None)',
    'Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.',
    power,
  );
  module.function(
    'repr(obj, /)',
    'Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval() will return an\nobject equal to the one that was passed to repr() as an argument, i.e.,\neval(repr(obj)) == obj.',
    (obj) => orThrow(repr(obj)),
  );
  module.function(
    'round(number, ndigits=None)',
    'Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.',
    roundNumber,
  );
}
