/**
 * `_locale`: locales. There are two here, C and C.UTF-8, which differ in their names only: text is UTF-8 everywhere, numbers and dates
 * are those of C. https://docs.python.org/3.14/library/locale.html
 */
import { services } from '../../interpreter/services.ts';
import { error, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { ModuleException } from '../../objspace/module-exception.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { compareTexts } from '../../objspace/types/str/order.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { CATEGORIES, CHAR_MAX, LANGINFO, LC_ALL } from './names.ts';
import { defineMessages } from './messages.ts';

export const localeError = new ModuleException('locale', 'Error', ['Exception']);

/** The locale of each category, per interpreter. */
const locales = new WeakMap<object, Map<number, string>>();

function currentLocales(): Map<number, string> {
  let current = locales.get(services());
  if (current === undefined) {
    current = new Map([...CATEGORIES.keys()].map((category) => [category, category === 0 ? 'C.UTF-8' : 'C']));
    locales.set(services(), current);
  }
  return current;
}

/** The name of a locale as it is remembered; `undefined` for those that there are not. */
function knownLocale(name: string): string | undefined {
  if (name === '') return 'C.UTF-8';
  if (name === 'C' || name === 'POSIX') return 'C';
  return /^C\.utf-?8$/i.test(name) ? name : undefined;
}

function query(category: number): string {
  const current = currentLocales();
  if (category !== LC_ALL) return current.get(category)!;
  const names = [...current.values()];
  if (names.every((name) => name === names[0])) return names[0];
  return [...current].map(([number, name]) => `${CATEGORIES.get(number)}=${name}`).join(';');
}

/** What `query(LC_ALL)` gives for different locales: category=name, of all of them. */
function parseComposite(text: string): Map<number, string> | undefined {
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]));
  const found = new Map<number, string>();
  for (const [number, category] of CATEGORIES) {
    const name = knownLocale(parts.get(category) ?? '?');
    if (name === undefined) return undefined;
    found.set(number, name);
  }
  return found;
}

function activate(category: number, name: string): boolean {
  const current = currentLocales();
  if (category === LC_ALL && name.includes(';')) {
    const found = parseComposite(name);
    found?.forEach((value, number) => current.set(number, value));
    return found !== undefined;
  }
  const known = knownLocale(name);
  if (known === undefined) return false;
  for (const number of category === LC_ALL ? CATEGORIES.keys() : [category]) current.set(number, known);
  return true;
}

function setlocale(category: number, locale: Value): Result {
  if (locale !== null && !isText(locale))
    throw error('TypeError', `setlocale() argument 2 must be str or None, not ${typeName(locale)}`);
  const name = locale === null ? undefined : textOf(locale);
  if (name?.includes('\0')) return raiseValueError('embedded null character');
  if (category !== LC_ALL && !CATEGORIES.has(category))
    return localeError.raise(name === undefined ? 'locale query failed' : 'unsupported locale setting');
  if (name !== undefined && !activate(category, name)) return localeError.raise('unsupported locale setting');
  return query(category);
}

function localeconv(): Value {
  const conventions = new PyDict();
  for (const name of ['int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep'])
    conventions.setStr(name, '');
  conventions.setStr('mon_grouping', PyList.of([]));
  for (const name of ['positive_sign', 'negative_sign']) conventions.setStr(name, '');
  for (const name of [
    'int_frac_digits',
    'frac_digits',
    'p_cs_precedes',
    'p_sep_by_space',
    'n_cs_precedes',
    'n_sep_by_space',
    'p_sign_posn',
    'n_sign_posn',
  ]) {
    conventions.setStr(name, CHAR_MAX);
  }
  conventions.setStr('decimal_point', '.');
  conventions.setStr('thousands_sep', '');
  conventions.setStr('grouping', PyList.of([]));
  return conventions;
}

function withoutNul(text: string): string {
  if (text.includes('\0')) throw error('ValueError', 'embedded null character');
  return text;
}

function defineComparison(module: ModuleBuilder): void {
  module.function('strcoll(os1: text, os2: text, /)', 'Compares two strings according to the locale.', (left, right) =>
    Math.sign(compareTexts(strFromText(withoutNul(left)) as string, strFromText(withoutNul(right)) as string)),
  );
  // Text compares by its characters in C, so that it is its own key.
  module.function(
    'strxfrm(string: text, /)',
    'Return a string that can be used as a key for locale-aware comparisons.',
    (text) => strFromText(withoutNul(text)),
  );
}

export const _locale = builtinModule('_locale', 'Support for POSIX locales.', (module) => {
  for (const [number, name] of CATEGORIES) if (number < LC_ALL) module.constant(name, number);
  module.constant('LC_ALL', LC_ALL);
  module.constant('CHAR_MAX', CHAR_MAX);
  for (const [name, [number]] of LANGINFO) module.constant(name, number);
  module.constant('Error', localeError.type);
  module.function('setlocale(category: cint, locale=None, /)', 'Activates/queries locale processing.', setlocale);
  module.function('localeconv()', 'Returns numeric and monetary locale-specific parameters.', localeconv);
  module.function(
    'nl_langinfo(key: cint, /)',
    'Return the value for the locale information associated with key.',
    (key) => {
      for (const [number, text] of LANGINFO.values()) if (number === key) return text;
      return raiseValueError('unsupported langinfo constant');
    },
  );
  module.function('getencoding()', 'Get the current locale encoding.', () => 'UTF-8');
  defineComparison(module);
  defineMessages(module, localeError);
});
