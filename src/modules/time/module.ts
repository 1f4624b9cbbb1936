/** `time`: clocks of the host, and times as tuples. */
import { error, orThrow, raise, raiseTypeError, swallow } from '../../objspace/exception.ts';
import { audit } from '../../objspace/audit.ts';
import { waitUnderWay } from '../../interpreter/suspension.ts';
import { textForC } from '../../objspace/codecs.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { argumentName, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { newNamespace } from '../../objspace/types/namespace.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import type { PyModule } from '../../objspace/types/module.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { callImported } from '../../objspace/types/imported.ts';
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { waitUntil } from '../../interpreter/waiting.ts';
import { checkSignals } from '../../interpreter/safepoint.ts';
import { localMoment, type Moment, secondsOfLocal, utcMoment } from './calendar.ts';
import { currentEnvironment } from '../posix/environment.ts';
import { judgedZone, type Zone, zoneRules } from './zones.ts';
import { MONTHS, strftime, WEEKDAYS } from './strftime.ts';
import { spanArgument, momentArgument } from '../../objspace/gateway/time-arguments.ts';
import { intArgument, parsedIntArgument } from '../../objspace/types/bytes/allocate.ts';
import { state } from '../../objspace/state.ts';

const BILLION = 1_000_000_000n;

const structTime = structSequence(
  'time.struct_time',
  "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().  May be considered as a\n sequence of 9 integers.\n\n Note that several fields' values are not the same as those defined by\n the C language standard for struct tm.  For example, the value of the\n field tm_year is the actual year, not year - 1900.  See individual\n fields' descriptions for details.",
  [
    ['tm_year', 'year, for example, 1993'],
    ['tm_mon', 'month of year, range [1, 12]'],
    ['tm_mday', 'day of month, range [1, 31]'],
    ['tm_hour', 'hours, range [0, 23]'],
    ['tm_min', 'minutes, range [0, 59]'],
    ['tm_sec', 'seconds, range [0, 61])'],
    ['tm_wday', 'day of week, range [0, 6], Monday is 0'],
    ['tm_yday', 'day of year, range [1, 366]'],
    ['tm_isdst', '1 if summer time is in effect, 0 if not, and -1 if unknown'],
    ['tm_zone', 'abbreviation of timezone name'],
    ['tm_gmtoff', 'offset from UTC in seconds'],
  ],
  { items: 9 },
);

function tupleOf(m: Moment): Value {
  return structTime.make([
    m.year,
    m.month,
    m.day,
    m.hour,
    m.minute,
    m.second,
    m.weekday,
    m.yearDay,
    m.isDst,
    m.zone,
    m.offset,
  ]);
}

/** That of the start, or of the last `tzset()`. */
const local = perInterpreter(() => ({ zone: zoneNow(services().host.environment.get('TZ')) }));

function zoneNow(setting: string | undefined): Zone {
  return judgedZone(zoneRules(setting), Number(services().host.clock.wallTimeNs() / BILLION));
}

function currentZone(): Zone {
  return local().zone;
}

/** What the module tells of the zone. */
function zoneConstants(): [name: string, value: Value][] {
  const { timezone, altzone, hasDst, names } = currentZone();
  return [
    ['timezone', timezone],
    ['altzone', altzone],
    ['daylight', hasDst ? 1 : 0],
    ['tzname', new PyTuple([...names]) as Value],
  ];
}

/** The zone that TZ names now. */
function resetZone(): null {
  local().zone = zoneNow(currentEnvironment().get('TZ'));
  const { dict } = services().createBuiltinModule('time') as PyModule;
  for (const [name, value] of zoneConstants()) dict.setStr(name, value);
  return null;
}

// ── Seconds ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** A number of nanoseconds as a float of seconds, rounded once. */
function secondsOf(ns: bigint): Value {
  return new PyFloat(Number(ns / BILLION) + Number(ns % BILLION) / 1e9) as Value;
}

function intOf(value: bigint): Value {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Between these the year, counted from 1900, is a C `int`. */
const MIN_SECONDS = -67_768_040_609_740_800n;
const MAX_SECONDS = 67_768_036_191_676_799n;

/** The same: the smallest C `int`, and 1900. */
const MIN_YEAR = -(2 ** 31) + 1900;

/** Whole seconds of an argument of gmtime, localtime and ctime: None is the present time. */
function secondsArgument(value: Value | undefined): number | bigint {
  if (value === undefined || value === null) return Number(services().host.clock.wallTimeNs() / BILLION);
  const moment = momentArgument(value);
  const seconds = typeof moment === 'number' ? Math.floor(moment) : moment;
  if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) return orThrow(raiseErrno('EOVERFLOW')) as never;
  return Number.isSafeInteger(seconds) ? seconds : BigInt(seconds);
}

// ── Tuples ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** By way of C, which counts from Sunday and whose remainders may be negative: these are out of range. */
function weekdayOf(field: number): number {
  const fromSunday = (field + 1) % 7;
  return fromSunday < 0 ? fromSunday : (fromSunday + 6) % 7;
}

function momentOfTuple(value: Value, name: string): Moment {
  if (!(value instanceof PyTuple)) throw error('TypeError', 'Tuple or struct_time argument required');
  if (value.items.length !== 9) throw error('TypeError', `${name}(): illegal time tuple argument`);
  const [year, month, day, hour, minute, second, weekday, yearDay, isDst] = value.items.map(
    (field) => orThrow(parsedIntArgument(field)) as number,
  );
  if (year < MIN_YEAR) throw error('OverflowError', 'year out of range');
  const hidden = (value as unknown as { hidden?: readonly Value[] }).hidden;
  const zone = hidden?.[0] ?? null;
  const offset = hidden?.[1] ?? null;
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    yearDay,
    isDst,
    weekday: weekdayOf(weekday),
    zone: zone !== null && isText(zone) ? textOf(zone) : null,
    offset: typeof offset === 'number' ? offset : null,
  };
}

/** The ranges that asctime and strftime insist on; zeros stand for the smallest value. */
function checked(moment: Moment): Moment {
  const month = moment.month === 0 ? 1 : moment.month;
  const day = moment.day === 0 ? 1 : moment.day;
  const yearDay = moment.yearDay === 0 ? 1 : moment.yearDay;
  const inRange = (what: string, value: number, low: number, high: number): void => {
    if (value < low || value > high) throw error('ValueError', `${what} out of range`);
  };
  inRange('month', month, 1, 12);
  inRange('day of month', day, 1, 31);
  inRange('hour', moment.hour, 0, 23);
  inRange('minute', moment.minute, 0, 59);
  inRange('seconds', moment.second, 0, 61);
  if (moment.weekday < 0) throw error('ValueError', 'day of week out of range');
  inRange('day of year', yearDay, 1, 366);
  return { ...moment, month, day, yearDay };
}

/** A tuple without a zone gets the local one that its daylight flag says. */
function withZone(moment: Moment): Moment {
  if (moment.zone !== null) return moment;
  const zone = currentZone();
  const isDst = moment.isDst > 0 ? 1 : 0;
  return {
    ...moment,
    zone: moment.isDst < 0 ? '' : zone.names[isDst],
    offset: 0 - (isDst === 1 ? zone.altzone : zone.timezone),
  };
}

function nowMoment(): Moment {
  return localMoment(Number(services().host.clock.wallTimeNs() / BILLION), currentZone());
}

function asctime(m: Moment): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = String(m.day).padStart(2, ' ');
  return `${WEEKDAYS[m.weekday].slice(0, 3)} ${MONTHS[m.month - 1].slice(0, 3)} ${day} ${two(m.hour)}:${two(m.minute)}:${two(m.second)} ${m.year}`;
}

function defineTuples(module: ModuleBuilder): void {
  for (const [name, value] of zoneConstants()) module.constant(name, value);
  module.constant('_STRUCT_TM_ITEMS', 11);
  module.constant('struct_time', structTime.type);
  module.function(
    '@gmtime(seconds=None, /)',
    "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,\n                       tm_sec, tm_wday, tm_yday, tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing UTC (a.k.a.\nGMT).  When 'seconds' is not passed in, convert the current time instead.",
    (seconds) => tupleOf(utcMoment(secondsArgument(seconds))),
  );
  module.function(
    '@localtime(seconds=None, /)',
    "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,\n                          tm_sec,tm_wday,tm_yday,tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing local time.\nWhen 'seconds' is not passed in, convert the current time instead.",
    (seconds) => tupleOf(localMoment(secondsArgument(seconds), currentZone())),
  );
  module.function(
    '@mktime(tuple, /)',
    'mktime(tuple) -> floating-point number\n\nConvert a time tuple in local time to seconds since the Epoch.',
    (tuple) => new PyFloat(secondsOfLocal(momentOfTuple(tuple, 'mktime'), currentZone())) as Value,
  );
  module.function(
    '@asctime(tuple=<absent>, /)',
    "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.\nWhen the time tuple is not present, current time as returned by localtime()\nis used.",
    (tuple) => asctime(tuple === undefined ? nowMoment() : checked(momentOfTuple(tuple, 'asctime'))),
  );
  module.function(
    '@ctime(seconds=None, /)',
    'ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in local time.\nThis is equivalent to asctime(localtime(seconds)).',
    (seconds) => asctime(localMoment(secondsArgument(seconds), currentZone())),
  );
  module.function(
    '@strftime(format, tuple=<absent>, /)',
    'strftime(format[, tuple]) -> string\n\nConvert a time tuple to a string according to a format specification.\nSee the library reference manual for formatting codes. When the time tuple\nis not present, current time as returned by localtime() is used.',
    (format, tuple) => {
      if (!isText(format)) return raiseTypeError(`strftime() argument 1 must be str, not ${argumentName(format)}`);
      const moment = tuple === undefined ? nowMoment() : withZone(checked(momentOfTuple(tuple, 'strftime')));
      return strftime(textOf(format), moment, { secondsOf: (m) => secondsOfLocal(m, currentZone()) });
    },
  );
  module.function(
    '@strptime(*args)',
    'strptime(string, format) -> struct_time\n\nParse a string to a time tuple according to a format specification.\nSee the library reference manual for formatting codes (same as\nstrftime()).',
    (args) => callImported('_strptime', '_strptime_time', args),
  );
  module.function(
    '@tzset()',
    "tzset()\n\nInitialize, or reinitialize, the local timezone to the value stored in\nos.environ['TZ'].",
    resetZone,
  );
}

// ── Clocks ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface ClockRow {
  readonly read: () => bigint;
  readonly implementation: string;
  readonly isMonotonic: boolean;
  readonly isAdjustable: boolean;
}

const CLOCKS: Record<string, ClockRow> = {
  time: {
    read: () => services().host.clock.wallTimeNs(),
    implementation: 'clock_gettime(CLOCK_REALTIME)',
    isMonotonic: false,
    isAdjustable: true,
  },
  monotonic: {
    read: () => services().host.clock.monotonicNs(),
    implementation: 'clock_gettime(CLOCK_MONOTONIC)',
    isMonotonic: true,
    isAdjustable: false,
  },
  perf_counter: {
    read: () => services().host.clock.monotonicNs(),
    implementation: 'clock_gettime(CLOCK_MONOTONIC)',
    isMonotonic: true,
    isAdjustable: false,
  },
  process_time: {
    read: () => services().host.clock.cpuTimeNs(),
    implementation: 'clock_gettime(CLOCK_PROCESS_CPUTIME_ID)',
    isMonotonic: true,
    isAdjustable: false,
  },
  thread_time: {
    read: () => services().host.clock.cpuTimeNs(),
    implementation: 'clock_gettime(CLOCK_THREAD_CPUTIME_ID)',
    isMonotonic: true,
    isAdjustable: false,
  },
};

const CLOCK_IDS: readonly (readonly [name: string, id: number, clock: string])[] = [
  ['CLOCK_REALTIME', 0, 'time'],
  ['CLOCK_MONOTONIC', 1, 'monotonic'],
  ['CLOCK_PROCESS_CPUTIME_ID', 2, 'process_time'],
  ['CLOCK_THREAD_CPUTIME_ID', 3, 'thread_time'],
  ['CLOCK_MONOTONIC_RAW', 4, 'monotonic'],
  ['CLOCK_BOOTTIME', 7, 'monotonic'],
  ['CLOCK_TAI', 11, 'time'],
];

const CLOCK_DOCS: Record<string, string> = {
  time: 'Return the current time in seconds since the Epoch.\n\nFractions of a second may be present if the system clock provides them.',
  monotonic: 'Monotonic clock, cannot go backward.',
  perf_counter: 'Performance counter for benchmarking.',
  process_time: 'Process time for profiling: sum of the kernel and user-space CPU time.',
  thread_time: 'Thread time for profiling: sum of the kernel and user-space CPU time.',
};

function clockById(id: Value, use: (row: ClockRow) => Result): Result {
  // What does not fit into a C `int` is refused in the same words.
  const wanted = typeOf(id).slots.index === undefined ? EXIT : intArgument(id);
  if (wanted === EXIT) {
    if (state.exception !== null && !swallow('OverflowError')) return EXIT;
    return raiseTypeError(`clk_id should be integer, not ${typeName(id)}`);
  }
  const row = CLOCK_IDS.find(([, number]) => number === wanted);
  return row === undefined ? raiseErrno('EINVAL') : use(CLOCKS[row[2]]);
}

function defineClocks(module: ModuleBuilder): void {
  for (const [name, row] of Object.entries(CLOCKS)) {
    module.function(`@${name}()`, CLOCK_DOCS[name], () => secondsOf(row.read()));
    module.function(`@${name}_ns()`, `${CLOCK_DOCS[name].split('\n')[0].replace(/\.$/, '')} as nanoseconds.`, () =>
      intOf(row.read()),
    );
  }
  for (const [name, id] of CLOCK_IDS) module.constant(name, id);
  module.function('clock_gettime(clk_id, /)', 'Return the time of the specified clock clk_id as a float.', (id) =>
    clockById(id, (row) => secondsOf(row.read())),
  );
  module.function(
    'clock_gettime_ns(clk_id, /)',
    'Return the time of the specified clock clk_id as nanoseconds (int).',
    (id) => clockById(id, (row) => intOf(row.read())),
  );
  module.function(
    '@@clock_getres(clk_id, /)',
    'clock_getres(clk_id) -> floating-point number\n\nReturn the resolution (precision) of the specified clock clk_id.',
    (id) => clockById(id, () => new PyFloat(1e-9) as Value),
  );
  module.function(
    '@clock_settime(clk_id, time, /)',
    'clock_settime(clk_id, time)\n\nSet the time of the specified clock clk_id.',
    (_id, time) => raiseErrno(spanArgument(time) < 0 ? 'EINVAL' : 'EPERM'),
  );
  module.function(
    '@clock_settime_ns(clk_id, time, /)',
    'clock_settime_ns(clk_id, time)\n\nSet the time of the specified clock clk_id with nanoseconds.',
    () => raiseErrno('EPERM'),
  );
  module.function(
    '@@get_clock_info(name, /)',
    'get_clock_info(name: str) -> dict\n\nGet information of the specified clock.',
    (name) => {
      const clock = isText(name) ? orThrow(textForC(name)) : '';
      const row = Object.hasOwn(CLOCKS, clock) ? CLOCKS[clock] : undefined;
      if (row === undefined)
        return isText(name)
          ? raise('ValueError', 'unknown clock')
          : raiseTypeError(`get_clock_info() argument 1 must be str, not ${argumentName(name)}`);
      return newNamespace([
        ['implementation', row.implementation],
        ['monotonic', row.isMonotonic],
        ['adjustable', row.isAdjustable],
        ['resolution', new PyFloat(1e-9) as Value],
      ]);
    },
  );
}

/** Waits; a signal whose handler does not raise leaves the rest of the time to be waited for (PEP 475). */
function sleep(duration: Value): Result {
  // A call that has waited is done again.
  if (waitUnderWay() === undefined) audit('time.sleep', duration);
  const seconds = spanArgument(duration);
  if (seconds < 0) return raise('ValueError', 'sleep length must be non-negative');
  // The end of the wait has to be a time of the clock too.
  if (Number(services().host.clock.monotonicNs()) + seconds * 1e9 >= 2 ** 63) return raiseErrno('EINVAL');
  // A wait of no time looks at signals too.
  if (seconds === 0) return checkSignals() === EXIT ? EXIT : null;
  return waitUntil(() => false, seconds) === EXIT ? EXIT : null;
}

export const time = builtinModule(
  'time',
  'This module provides various functions to manipulate time values.\n\nThere are two standard representations of time.  One is the number\nof seconds since the Epoch, in UTC (a.k.a. GMT).  It may be an integer\nor a floating-point number (to represent fractions of seconds).\nThe epoch is the point where the time starts, the return value of time.gmtime(0).\nIt is January 1, 1970, 00:00:00 (UTC) on all platforms.\n\nThe other representation is a tuple of 9 integers giving local time.\nThe tuple items are:\n  year (including century, e.g. 1998)\n  month (1-12)\n  day (1-31)\n  hours (0-23)\n  minutes (0-59)\n  seconds (0-59)\n  weekday (0-6, Monday is 0)\n  Julian day (day in the year, 1-366)\n  DST (Daylight Savings Time) flag (-1, 0 or 1)\nIf the DST flag is 0, the time is given in the regular time zone;\nif it is 1, the time is given in the DST time zone;\nif it is -1, mktime() should guess based on the date and time.\n',
  (module) => {
    defineTuples(module);
    defineClocks(module);
    module.function(
      '@sleep(object, /)',
      'sleep(seconds)\n\nDelay execution for a given number of seconds.  The argument may be a\nfloating-point number for subsecond precision.',
      sleep,
    );
  },
);
