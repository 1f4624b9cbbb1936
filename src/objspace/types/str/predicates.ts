/** The predicates of `str`: methods that ask whether all characters are of a kind. */
import { isAscii } from '../../../util/code-points.ts';
import { ALPHA, ALPHANUMERIC, DECIMAL, DIGIT, NUMERIC, PRINTABLE, SPACE } from '../../../util/unicode-properties.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import { allHave, isIdentifierText, isLowerText, isTitleText, isUpperText } from './classify.ts';
import { type PyStr, unitsOf, unwrap } from './text.ts';

export function definePredicates(str: TypeBuilder<string | PyStr>): void {
  str.method('isalnum(self, /)', 'Return True if the string is an alpha-numeric string, False otherwise.', (self) =>
    allHave(unwrap(self), ALPHANUMERIC),
  );
  str.method('isalpha(self, /)', 'Return True if the string is an alphabetic string, False otherwise.', (self) =>
    allHave(unwrap(self), ALPHA),
  );
  str.method('isascii(self, /)', 'Return True if all characters in the string are ASCII, False otherwise.', (self) =>
    isAscii(unitsOf(unwrap(self))),
  );
  str.method('isdecimal(self, /)', 'Return True if the string is a decimal string, False otherwise.', (self) =>
    allHave(unwrap(self), DECIMAL),
  );
  str.method('isdigit(self, /)', 'Return True if the string is a digit string, False otherwise.', (self) =>
    allHave(unwrap(self), DIGIT),
  );
  str.method(
    'isidentifier(self, /)',
    'Return True if the string is a valid Python identifier, False otherwise.',
    (self) => isIdentifierText(unwrap(self)),
  );
  str.method('islower(self, /)', 'Return True if the string is a lowercase string, False otherwise.', (self) =>
    isLowerText(unwrap(self)),
  );
  str.method('isnumeric(self, /)', 'Return True if the string is a numeric string, False otherwise.', (self) =>
    allHave(unwrap(self), NUMERIC),
  );
  str.method(
    'isprintable(self, /)',
    'Return True if all characters in the string are printable, False otherwise.',
    (self) => {
      const text = unwrap(self);
      return text === '' || allHave(text, PRINTABLE);
    },
  );
  str.method('isspace(self, /)', 'Return True if the string is a whitespace string, False otherwise.', (self) =>
    allHave(unwrap(self), SPACE),
  );
  str.method('istitle(self, /)', 'Return True if the string is a title-cased string, False otherwise.', (self) =>
    isTitleText(unwrap(self)),
  );
  str.method('isupper(self, /)', 'Return True if the string is an uppercase string, False otherwise.', (self) =>
    isUpperText(unwrap(self)),
  );
}
