/** Time zones in the notation of POSIX: `CET-1CEST,M3.5.0,M10.5.0/3`. Offsets count west of Greenwich. */
import { daysFromDate, utcMoment } from './calendar.ts';
import type { LocalTime, ZoneRules } from './zones.ts';

const EPOCH_YEAR = 1970;
const HOUR = 3600;
const DAY = 86400;

/** What the C library takes where no dates are given. */
const DEFAULT_DATES = ',M3.2.0,M11.1.0';
const DEFAULT_TIME = 2 * HOUR;

const NAME = /^(?:<([A-Za-z0-9+-]{3,})>|([A-Za-z]{3,}))/;
const TIME = /^([+-]?)(\d{1,3})(?::(\d{1,2}))?(?::(\d{1,2}))?/;
const DATE = /^,(?:M(\d{1,2})\.([1-5])\.([0-6])|J(\d{1,3})|(\d{1,3}))(?:\/([^,]+))?/;

/** Seconds of local time since the beginning of a year. */
type YearDate = (year: number) => number;

/** Reads the notation piece by piece. */
class Reader {
  rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.rest) ?? undefined;
    if (match !== undefined) this.rest = this.rest.slice(match[0].length);
    return match;
  }

  name(): string | undefined {
    const match = this.take(NAME);
    return match === undefined ? undefined : (match[1] ?? match[2]);
  }

  seconds(): number | undefined {
    const match = this.take(TIME);
    if (match === undefined) return undefined;
    const [, sign, hours, minutes, seconds] = match;
    const size = Number(hours) * HOUR + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    return sign === '-' ? 0 - size : size;
  }

  date(): YearDate | undefined {
    const match = this.take(DATE);
    if (match === undefined) return undefined;
    const [, month, week, weekday, julian, day, time] = match;
    const within = time === undefined ? DEFAULT_TIME : new Reader(time).seconds();
    if (within === undefined) return undefined;
    if (month !== undefined)
      return (year) => dayOfMonth(year, Number(month), Number(week), Number(weekday)) * DAY + within;
    if (julian !== undefined) return (year) => (Number(julian) - 1 + leapDay(year, Number(julian))) * DAY + within;
    return () => Number(day) * DAY + within;
  }
}

/** 29 February is not counted by `J` days. */
function leapDay(year: number, julian: number): number {
  return julian >= 60 && daysFromDate(year, 3, 1) - daysFromDate(year, 2, 28) === 2 ? 1 : 0;
}

/** The day of the year of the n-th weekday of a month; the fifth is the last. */
function dayOfMonth(year: number, month: number, week: number, weekday: number): number {
  const first = daysFromDate(year, month, 1);
  // 1 January 1970 was a Thursday.
  const offset = (((weekday - first - 4) % 7) + 7) % 7;
  const next = month === 12 ? daysFromDate(year + 1, 1, 1) : daysFromDate(year, month + 1, 1);
  let day = first + offset + 7 * (week - 1);
  if (day >= next) day -= 7;
  return day - daysFromDate(year, 1, 1);
}

/** The rules that a text means; undefined if it is not in the notation. */
export function posixZone(text: string): ZoneRules | undefined {
  const reader = new Reader(text);
  const name = reader.name();
  const west = name === undefined ? undefined : reader.seconds();
  if (name === undefined || west === undefined) return undefined;
  const standard: LocalTime = { offset: 0 - west, isDst: 0, name };
  const summerName = reader.name();
  if (summerName === undefined) return () => standard;
  const summerWest = reader.seconds() ?? west - HOUR;
  if (reader.rest === '') reader.rest = DEFAULT_DATES;
  const start = reader.date();
  const end = reader.date();
  if (start === undefined || end === undefined) return undefined;
  return seasons(standard, { offset: 0 - summerWest, isDst: 1, name: summerName }, start, end);
}

function seasons(standard: LocalTime, summer: LocalTime, start: YearDate, end: YearDate): ZoneRules {
  return (seconds) => {
    const { year } = utcMoment(Math.floor(seconds + standard.offset));
    const newYear = daysFromDate(year, 1, 1) * DAY;
    const from = newYear + start(year) - standard.offset;
    const to = newYear + end(year) - summer.offset;
    // The C library compares moments before 1970 with the dates of 1970.
    if (year < EPOCH_YEAR) return from < to ? standard : summer;
    const isSummer = from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
    return isSummer ? summer : standard;
  };
}
