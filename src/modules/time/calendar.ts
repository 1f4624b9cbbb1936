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

export interface Zone {
  /** IANA's name. */
  readonly id: string;
  /** Whether it is that of the platform, of which dates know without being asked for a name. */
  readonly isPlatforms: boolean;
  /** Seconds west of UTC, without and with daylight saving time. */
  readonly timezone: number;
  readonly altzone: number;
  readonly hasDst: boolean;
  readonly names: readonly [string, string];
}

/** The last second of dates in JavaScript. */
const LAST = 8.64e12;

/** Seconds east of UTC at a moment. Outside the range of dates, at the nearest one. */
function offsetAt(seconds: number | bigint, { id, isPlatforms }: Pick<Zone, 'id' | 'isPlatforms'>): number {
  const date = new Date(Math.min(Math.max(Number(seconds), -LAST), LAST) * 1000);
  return isPlatforms ? -date.getTimezoneOffset() * 60 : offsetOf(zoneText(date, id, 'longOffset'));
}

/** The seconds of `GMT`, `GMT-05:00`, `GMT+09:18:59`. */
function offsetOf(text: string): number {
  const [, sign, hours, minutes, seconds] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(text) ?? ['', '+', '0', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) + 0;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function zoneText(date: Date, id: string, timeZoneName: 'short' | 'longOffset'): string {
  const key = `${timeZoneName} ${id}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName });
  formats.set(key, format);
  return format.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
}

/** What is known of zones, by their names and years: programs ask for the local time often. */
const zones = new Map<string, Zone>();

/** A zone's rules in the year of a moment. */
export function zoneOf(nowSeconds: number, id = 'UTC'): Zone {
  const year = utcMoment(Math.floor(nowSeconds)).year;
  const key = `${year} ${id}`;
  const known = zones.get(key);
  if (known !== undefined) return known;
  const made = judgedZone(year, id);
  zones.set(key, made);
  return made;
}

/** Judged from the middles of the winter and the summer of a year, as C libraries do. */
function judgedZone(year: number, id: string): Zone {
  const zone = { id, isPlatforms: id === new Intl.DateTimeFormat().resolvedOptions().timeZone };
  const january = daysFromDate(year, 1, 1) * DAY;
  const july = daysFromDate(year, 7, 1) * DAY;
  const isNorthern = offsetAt(january, zone) <= offsetAt(july, zone);
  const [winter, summer] = isNorthern ? [january, july] : [july, january];
  const hasDst = offsetAt(winter, zone) !== offsetAt(summer, zone);
  const nameAt = (seconds: number): string => zoneText(new Date(seconds * 1000), id, 'short');
  const names: [string, string] = [nameAt(winter), nameAt(hasDst ? summer : winter)];
  return { ...zone, timezone: 0 - offsetAt(winter, zone), altzone: 0 - offsetAt(summer, zone), hasDst, names };
}

export function localMoment(seconds: number | bigint, zone: Zone): Moment {
  const offset = offsetAt(seconds, zone);
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
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
}
