/** The categories of locales, and what `nl_langinfo` knows: numbers of Linux, texts of the locale C. */
import { MONTHS, WEEKDAYS } from '../time/strftime.ts';

export const LC_ALL = 6;
/** What stands for "not given" in `localeconv()`. */
export const CHAR_MAX = 127;

export const CATEGORIES: ReadonlyMap<number, string> = new Map([
  [0, 'LC_CTYPE'],
  [1, 'LC_NUMERIC'],
  [2, 'LC_TIME'],
  [3, 'LC_COLLATE'],
  [4, 'LC_MONETARY'],
  [5, 'LC_MESSAGES'],
  [7, 'LC_PAPER'],
  [8, 'LC_NAME'],
  [9, 'LC_ADDRESS'],
  [10, 'LC_TELEPHONE'],
  [11, 'LC_MEASUREMENT'],
  [12, 'LC_IDENTIFICATION'],
]);

/** The week of the system's tables begins with Sunday. */
const DAYS = [WEEKDAYS[6], ...WEEKDAYS.slice(0, 6)];

/** Names `prefix1`, `prefix2` ... with numbers that follow each other. */
function numbered(prefix: string, first: number, texts: readonly string[]): [string, readonly [number, string]][] {
  return texts.map((text, index) => [`${prefix}${index + 1}`, [first + index, text]]);
}

/** Numbers from here on are those of LC_TIME. */
const TIME = 0x20000;

/** name -> number, text. */
export const LANGINFO: ReadonlyMap<string, readonly [number, string]> = new Map<string, readonly [number, string]>([
  ...numbered('DAY_', TIME + 7, DAYS),
  ...numbered(
    'ABDAY_',
    TIME,
    DAYS.map((day) => day.slice(0, 3)),
  ),
  ...numbered('MON_', TIME + 26, MONTHS),
  ...numbered(
    'ABMON_',
    TIME + 14,
    MONTHS.map((month) => month.slice(0, 3)),
  ),
  ['RADIXCHAR', [0x10000, '.']],
  ['THOUSEP', [0x10001, '']],
  ['CRNCYSTR', [0x4000f, '-']],
  ['D_FMT', [TIME + 41, '%m/%d/%y']],
  ['D_T_FMT', [TIME + 40, '%a %b %e %H:%M:%S %Y']],
  ['T_FMT', [TIME + 42, '%H:%M:%S']],
  ['AM_STR', [TIME + 38, 'AM']],
  ['PM_STR', [TIME + 39, 'PM']],
  ['CODESET', [14, 'UTF-8']],
  ['T_FMT_AMPM', [TIME + 43, '%I:%M:%S %p']],
  ['ERA', [TIME + 44, '']],
  ['ERA_D_FMT', [TIME + 46, '']],
  ['ERA_D_T_FMT', [TIME + 48, '']],
  ['ERA_T_FMT', [TIME + 49, '']],
  ['ALT_DIGITS', [TIME + 47, '']],
  ['YESEXPR', [0x50000, '^[yY]']],
  ['NOEXPR', [0x50001, '^[nN]']],
  ['_DATE_FMT', [TIME + 108, '%a %b %e %H:%M:%S %Z %Y']],
]);
