/** `strftime` in the C locale (https://pubs.opengroup.org/onlinepubs/9699919799/functions/strftime.html), with glibc's extensions. */
import { daysFromDate, type Moment } from './calendar.ts';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

function daysInYear(year: number): number {
  return daysFromDate(year + 1, 1, 1) - daysFromDate(year, 1, 1);
}

/** ISO 8601's week, from the weekday and the day of the year as they stand. */
function isoWeek({ year, weekday, yearDay }: Moment): IsoWeek {
  const week = Math.floor((yearDay - 1 - weekday + 10) / 7);
  if (week < 1) {
    const previous = daysInYear(year - 1);
    return { year: year - 1, week: Math.floor((previous + yearDay - 1 - weekday + 10) / 7) };
  }
  const next = Math.floor((yearDay - daysInYear(year) - 1 - weekday + 10) / 7);
  return next >= 1 ? { year: year + 1, week: next } : { year, week };
}

/** A number with the padding that glibc gives it, and how to pad it instead. */
type Numeric = readonly [value: number, width: number, pad: '0' | ' '];

const hour12 = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12);
const modulo100 = (year: number): number => ((year % 100) + 100) % 100;

const NUMBERS: Record<string, (m: Moment) => Numeric> = {
  C: (m) => [Math.floor(m.year / 100), 2, '0'],
  d: (m) => [m.day, 2, '0'],
  e: (m) => [m.day, 2, ' '],
  g: (m) => [modulo100(isoWeek(m).year), 2, '0'],
  G: (m) => [isoWeek(m).year, 1, '0'],
  H: (m) => [m.hour, 2, '0'],
  I: (m) => [hour12(m.hour), 2, '0'],
  j: (m) => [m.yearDay, 3, '0'],
  k: (m) => [m.hour, 2, ' '],
  l: (m) => [hour12(m.hour), 2, ' '],
  m: (m) => [m.month, 2, '0'],
  M: (m) => [m.minute, 2, '0'],
  S: (m) => [m.second, 2, '0'],
  u: (m) => [m.weekday + 1, 1, '0'],
  U: (m) => [Math.floor((m.yearDay - 1 + 7 - ((m.weekday + 1) % 7)) / 7), 2, '0'],
  V: (m) => [isoWeek(m).week, 2, '0'],
  w: (m) => [(m.weekday + 1) % 7, 1, '0'],
  W: (m) => [Math.floor((m.yearDay - 1 + 7 - m.weekday) / 7), 2, '0'],
  y: (m) => [modulo100(m.year), 2, '0'],
  Y: (m) => [m.year, 1, '0'],
};

function offsetText(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
}

const TEXTS: Record<string, (m: Moment) => string> = {
  a: (m) => WEEKDAYS[m.weekday].slice(0, 3),
  A: (m) => WEEKDAYS[m.weekday],
  b: (m) => MONTHS[m.month - 1].slice(0, 3),
  B: (m) => MONTHS[m.month - 1],
  h: (m) => MONTHS[m.month - 1].slice(0, 3),
  n: () => '\n',
  p: (m) => (m.hour < 12 ? 'AM' : 'PM'),
  P: (m) => (m.hour < 12 ? 'am' : 'pm'),
  t: () => '\t',
  Z: (m) => m.zone ?? '',
  '%': () => '%',
};

/** Conversions that are short for others. */
const COMPOUND: Record<string, string> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
  '+': '%a %b %e %H:%M:%S %Z %Y',
};

const CONVERSION = /%([-_0^#]*)(\d*)([EO]?)([\s\S])/gu;

export interface Formatting {
  /** Seconds since the epoch of the moment, for %s. */
  secondsOf(moment: Moment): number;
}

export function strftime(format: string, moment: Moment, formatting: Formatting): string {
  return format.replace(CONVERSION, (all, flags: string, width: string, _modifier: string, letter: string) => {
    const text = convert(letter, flags, width, moment, formatting);
    return text === undefined ? all : text;
  });
}

function convert(
  letter: string,
  flags: string,
  width: string,
  moment: Moment,
  formatting: Formatting,
): string | undefined {
  const number = NUMBERS[letter];
  let text: string;
  let pad = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : '';
  if (number !== undefined) {
    const [value, ownWidth, ownPad] = number(moment);
    const digits = String(Math.abs(value));
    const sign = value < 0 ? '-' : '';
    const size = width === '' ? (flags.includes('-') ? 0 : ownWidth) : Number(width);
    return sign + digits.padStart(size - sign.length, pad === '' ? ownPad : pad);
  }
  if (letter === 's') text = String(formatting.secondsOf(moment));
  else if (letter === 'z') text = offsetText(moment.offset ?? 0);
  else if (TEXTS[letter] !== undefined) text = TEXTS[letter](moment);
  else if (COMPOUND[letter] !== undefined) text = strftime(COMPOUND[letter], moment, formatting);
  else return undefined;
  if (flags.includes('^')) text = text.toUpperCase();
  if (flags.includes('#')) text = text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
  if (pad === '') pad = ' ';
  return text.padStart(Number(width), pad);
}
