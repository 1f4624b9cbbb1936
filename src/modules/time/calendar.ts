/** Dates and seconds since the epoch, in UTC and in the host's time zone. Months and weekdays count as in struct_time. */

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

/** Seconds east of UTC at a moment: the host's zone. Outside the range of JS dates, that of the nearest one. */
function offsetAt(seconds: number | bigint): number {
  const limit = 8.64e12;
  const clamped = Math.min(Math.max(Number(seconds), -limit), limit);
  return -new Date(clamped * 1000).getTimezoneOffset() * 60;
}

export interface Zone {
  /** Seconds west of UTC, without and with daylight saving time. */
  readonly timezone: number;
  readonly altzone: number;
  readonly hasDst: boolean;
  readonly names: readonly [string, string];
}

function nameAt(seconds: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(new Date(seconds * 1000));
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
  return name;
}

/** The zone's rules, judged from the middles of the winter and the summer of a year, as C libraries do. */
export function zoneOf(nowSeconds: number): Zone {
  const year = utcMoment(Math.floor(nowSeconds)).year;
  const january = daysFromDate(year, 1, 1) * DAY;
  const july = daysFromDate(year, 7, 1) * DAY;
  const [winter, summer] = offsetAt(january) <= offsetAt(july) ? [january, july] : [july, january];
  const hasDst = offsetAt(winter) !== offsetAt(summer);
  const names: [string, string] = [nameAt(winter), nameAt(hasDst ? summer : winter)];
  return { timezone: 0 - offsetAt(winter), altzone: 0 - offsetAt(summer), hasDst, names };
}

export function localMoment(seconds: number | bigint, zone: Zone): Moment {
  const offset = offsetAt(seconds);
  const isDst = zone.hasDst && offset === 0 - zone.altzone ? 1 : 0;
  return momentAt(seconds, offset, isDst, zone.names[isDst]);
}

/** Seconds since the epoch of a local time; fields may be out of their ranges, as for C's mktime. */
export function secondsOfLocal(moment: Moment, zone: Zone): number {
  const monthIndex = moment.month - 1;
  const year = moment.year + Math.floor(monthIndex / 12);
  const month = (((monthIndex % 12) + 12) % 12) + 1;
  const local =
    daysFromDate(year, month, 1) * DAY +
    (moment.day - 1) * DAY +
    moment.hour * 3600 +
    moment.minute * 60 +
    moment.second;
  if (moment.isDst >= 0 && zone.hasDst) return local + (moment.isDst > 0 ? zone.altzone : zone.timezone);
  const guess = local - offsetAt(local);
  return local - offsetAt(guess);
}
