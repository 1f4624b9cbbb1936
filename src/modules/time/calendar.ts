/** Dates and seconds since the epoch, in UTC and in local time. Months and weekdays count as in struct_time. */
import type { Zone } from './zones.ts';

/** The fields of a struct_time; `zone` and `offset` are its two hidden ones. */
export interface Moment {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Monday is 0. */
  readonly weekday: number;
  /** 1..366 */
  readonly yearDay: number;
  /** 1, 0, or -1 for unknown. */
  readonly isDst: number;
  readonly zone: string | null;
  /** Seconds east of UTC. */
  readonly offset: number | null;
}

const DAY = 86400;

/** Days since 1970-01-01 of a date in the proleptic Gregorian calendar (https://howardhinnant.github.io/date_algorithms.html). */
export function daysFromDate(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function dateFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex + (monthIndex < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  };
}

/** Days since the epoch and seconds of the day, of seconds that may be more than a double can tell. */
function daysAndSeconds(seconds: number | bigint): readonly [days: number, inDay: number] {
  if (typeof seconds === 'number') return [Math.floor(seconds / DAY), ((seconds % DAY) + DAY) % DAY];
  const inDay = ((seconds % BigInt(DAY)) + BigInt(DAY)) % BigInt(DAY);
  return [Number((seconds - inDay) / BigInt(DAY)), Number(inDay)];
}

/** The moment of whole seconds since the epoch, shifted by an offset. */
function momentAt(seconds: number | bigint, offset: number, isDst: number, zone: string): Moment {
  const local = typeof seconds === 'number' ? seconds + offset : seconds + BigInt(offset);
  const [days, inDay] = daysAndSeconds(local);
  const { year, month, day } = dateFromDays(days);
  return {
    // C counts years from 1900, and adds that as an int.
    year: year | 0,
    month,
    day,
    hour: Math.floor(inDay / 3600),
    minute: Math.floor(inDay / 60) % 60,
    second: inDay % 60,
    weekday: (((days + 3) % 7) + 7) % 7,
    yearDay: days - daysFromDate(year, 1, 1) + 1,
    isDst,
    zone,
    offset,
  };
}

export const utcMoment = (seconds: number | bigint): Moment => momentAt(seconds, 0, 0, 'GMT');

export function localMoment(seconds: number | bigint, { at }: Zone): Moment {
  const { offset, isDst, name } = at(Number(seconds));
  return momentAt(seconds, offset, isDst, name);
}

/** How far, and in which steps, the C library looks for a moment with the daylight saving time that it is asked for. */
const FARTHEST = 268828200;
const STRIDE = 601200;

/** Seconds since the epoch of a local time; fields may be out of their ranges, as for C's mktime. */
export function secondsOfLocal(moment: Moment, { at }: Zone): number {
  const monthIndex = moment.month - 1;
  const year = moment.year + Math.floor(monthIndex / 12);
  const month = (((monthIndex % 12) + 12) % 12) + 1;
  const local =
    daysFromDate(year, month, 1) * DAY +
    (moment.day - 1) * DAY +
    moment.hour * 3600 +
    moment.minute * 60 +
    moment.second;
  const guess = local - at(local).offset;
  const seconds = local - at(guess).offset;
  const wanted = moment.isDst > 0 ? 1 : 0;
  if (moment.isDst < 0 || at(seconds).isDst === wanted) return seconds;
  for (let distance = STRIDE; distance < FARTHEST; distance += STRIDE) {
    for (const other of [at(seconds - distance), at(seconds + distance)])
      if (other.isDst === wanted) return local - other.offset;
  }
  return seconds + (wanted === 1 ? -3600 : 3600);
}
