/**
 * Which local time is meant: what TZ says, as the C library reads it (the name of a zone file, or rules in POSIX's notation), and without
 * TZ the zone of the host. Where there are no zone files the engine's own tables are asked, by `Intl`.
 */
import { HostError } from '../../host/host.ts';
import { services } from '../../interpreter/services.ts';
import { daysFromDate, utcMoment } from './calendar.ts';
import { posixZone } from './posix-zone.ts';
import { zoneOfFile } from './zone-file.ts';

export interface LocalTime {
  /** Seconds east of Greenwich. */
  readonly offset: number;
  readonly isDst: number;
  readonly name: string;
}

/** The local time at a moment, in seconds since the epoch. */
export type ZoneRules = (seconds: number) => LocalTime;

/** What `time` tells of a zone, judged from the beginning and the middle of a year. */
export interface Zone {
  readonly at: ZoneRules;
  /** Seconds west of Greenwich, without and with daylight saving time. */
  readonly timezone: number;
  readonly altzone: number;
  readonly hasDst: boolean;
  readonly names: readonly [string, string];
}

/** As CPython counts: with a quarter of a day. */
const YEAR = (365 * 24 + 6) * 3600;

export function judgedZone(at: ZoneRules, nowSeconds: number): Zone {
  const begin = Math.floor(nowSeconds / YEAR) * YEAR;
  const [january, july] = [at(begin), at(begin + YEAR / 2)];
  const isSouthern = january.offset > july.offset;
  const [winter, summer] = isSouthern ? [july, january] : [january, july];
  return {
    at,
    timezone: 0 - winter.offset,
    altzone: 0 - summer.offset,
    hasDst: winter.offset !== summer.offset,
    names: [winter.name, summer.name],
  };
}

const UTC: LocalTime = { offset: 0, isDst: 0, name: 'UTC' };

/** `setting` is TZ. */
export function zoneRules(setting: string | undefined): ZoneRules {
  if (setting === undefined) {
    const id = services().host.clock.timeZone() ?? 'UTC';
    return rulesOfFile(id) ?? rulesOfEngine(id) ?? (() => UTC);
  }
  const name = setting.replace(/^:/, '');
  if (name === '') return () => UTC;
  const known = rulesOfFile(name) ?? posixZone(name);
  if (known !== undefined) return known;
  const byEngine = hasZoneFiles() ? undefined : rulesOfEngine(name);
  return byEngine ?? rulesOfNameAlone(name);
}

/** The C library takes the letters in front for the name of a zone without an offset. */
function rulesOfNameAlone(text: string): ZoneRules {
  const name = /^[A-Za-z]{3,}/.exec(text)?.[0] ?? '';
  return () => ({ ...UTC, name });
}

// ── Zone files ───────────────────────────────────────────────────────────────────────────────────────────────────

const FOLDER = '/usr/share/zoneinfo';

function hasZoneFiles(): boolean {
  return readFile(`${FOLDER}/UTC`) !== undefined;
}

function rulesOfFile(name: string): ZoneRules | undefined {
  if (name.includes('\0') || name.split('/').includes('..')) return undefined;
  const data = readFile(name.startsWith('/') ? name : `${FOLDER}/${name}`);
  return data === undefined ? undefined : zoneOfFile(data);
}

function readFile(path: string): Uint8Array | undefined {
  const { files } = services().host;
  try {
    const fd = files.open(path, 0, 0);
    try {
      const data = new Uint8Array(files.fstat(fd).size);
      const count = files.read(fd, data);
      return typeof count === 'number' ? data.subarray(0, count) : undefined;
    } finally {
      files.close(fd);
    }
  } catch (thrown) {
    if (thrown instanceof HostError) return undefined;
    throw thrown;
  }
}

// ── The engine's tables ──────────────────────────────────────────────────────────────────────────────────────────

/** The last second of dates in JavaScript. */
const LAST = 8.64e12;
/** Each knows the names of zones of its own region. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'];

function dateOf(seconds: number): Date {
  return new Date(Math.min(Math.max(seconds, -LAST), LAST) * 1000);
}

function formatIn(id: string, locale: string, timeZoneName: 'short' | 'longOffset'): (seconds: number) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: id, timeZoneName });
  return (seconds) =>
    format.formatToParts(dateOf(seconds)).find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
}

/** The rules of a zone of IANA's database; undefined if the engine does not know it. */
function rulesOfEngine(id: string): ZoneRules | undefined {
  try {
    const isOwn = id === new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const shown = formatIn(id, 'en-US', 'longOffset');
    const offsetAt = isOwn
      ? (seconds: number) => 0 - dateOf(seconds).getTimezoneOffset() * 60
      : (seconds: number) => offsetOf(shown(seconds));
    return engineRules(id, offsetAt);
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** The seconds of `GMT`, `GMT-05:00`, `GMT+09:18:59`. */
function offsetOf(text: string): number {
  const [, sign, hours, minutes, seconds] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(text) ?? ['', '+', '0', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) + 0;
}

/** Daylight saving time is the greater of the offsets in the winter and the summer of a year. */
function engineRules(id: string, offsetAt: (seconds: number) => number): ZoneRules {
  const winters = new Map<number, number>();
  const names = new Map<string, string>();
  return (seconds) => {
    const offset = offsetAt(seconds);
    const { year } = utcMoment(Math.floor(seconds));
    let winter = winters.get(year);
    if (winter === undefined) {
      winter = Math.min(...[1, 7].map((month) => offsetAt(daysFromDate(year, month, 1) * 86400)));
      winters.set(year, winter);
    }
    const isDst = offset > winter ? 1 : 0;
    const key = `${isDst} ${offset}`;
    let name = names.get(key);
    if (name === undefined) {
      name = nameAt(id, seconds, offset);
      names.set(key, name);
    }
    return { offset, isDst, name };
  };
}

/** The abbreviation, or as in IANA's database the offset: `+0545`. */
function nameAt(id: string, seconds: number, offset: number): string {
  for (const locale of LOCALES) {
    const name = formatIn(id, locale, 'short')(seconds);
    if (!/^(?:GMT|UTC)[+-]/.test(name)) return name;
  }
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  const minutes = Math.floor(size / 60) % 60;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}${minutes === 0 ? '' : two(minutes)}`;
}
