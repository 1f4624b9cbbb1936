/** What the options of the public functions have to be. */
import { expectMoment, expectTimeZone, VIRTUAL_HOST_CHECKS } from '../host/virtual/option-checks.ts';
import {
  expectBytes,
  expectFunction,
  expectInteger,
  expectPositive,
  expectRecord,
  expectString,
  expectStrings,
  optionsCheck,
  wrongType,
} from '../util/arguments.ts';
import { isGlobals } from './globals.ts';

function expectFlag(value: unknown, what: string): void {
  if (!(value instanceof Int32Array)) throw wrongType(what, 'an Int32Array', value);
  if (value.length === 0) throw new RangeError(`${what} must have an element`);
}

const HOST_OBJECTS = ['files', 'sockets', 'clock', 'system', 'environment'] as const;
const HOST_METHODS = ['entropy', 'pendingSignal', 'heapUsed'] as const;

function expectHost(value: unknown, what: string): void {
  if (typeof value !== 'object' || value === null) throw wrongType(what, 'a Host', value);
  const host = value as Record<string, unknown>;
  for (const name of HOST_OBJECTS) expectRecordOrMap(host[name], `${what}.${name}`);
  for (const name of HOST_METHODS) expectFunction(host[name], `${what}.${name}`);
}

function expectRecordOrMap(value: unknown, what: string): void {
  if (!(value instanceof Map)) expectRecord(value, what);
}

function expectGlobals(value: unknown, what: string): void {
  if (!isGlobals(value)) throw wrongType(what, 'a namespace made by newGlobals()', value);
}

const checkCreation = optionsCheck({
  ...VIRTUAL_HOST_CHECKS,
  library: expectBytes,
  argv: expectStrings,
  globals: expectRecord,
  clock: expectMoment,
  timeZone: expectTimeZone,
  seed: expectInteger,
  interruptFlag: expectFlag,
  limits: optionsCheck({
    time: expectPositive,
    cpuTime: expectPositive,
    steps: expectPositive,
    memory: expectPositive,
    recursion: expectPositive,
  }),
  host: expectHost,
});

/** What a host of one's own has in place of the options. */
const OF_THE_HOST = [...Object.keys(VIRTUAL_HOST_CHECKS), 'clock', 'timeZone', 'seed'];

export function checkTyphonOptions(options: unknown): void {
  checkCreation(options, 'options');
  const given = options as Record<string, unknown>;
  if (given['host'] === undefined) return;
  for (const name of OF_THE_HOST)
    if (given[name] !== undefined)
      throw new TypeError(`options.${name} cannot be given beside options.host, which has its own`);
}

const checkRun = optionsCheck({ filename: expectString, globals: expectGlobals });

export function checkProgram(source: unknown, options: unknown): void {
  expectString(source, 'source');
  checkRun(options, 'options');
}
