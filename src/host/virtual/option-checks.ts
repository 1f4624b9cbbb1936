/** What the options of virtual hosts have to be. */
import {
  expectBoolean,
  expectEach,
  expectFunction,
  expectInteger,
  expectPositive,
  expectString,
  expectText,
  isBytes,
  wrongType,
} from '../../util/arguments.ts';

type Check = (value: unknown, what: string) => void;

function expectInput(value: unknown, what: string): void {
  if (typeof value !== 'function' && typeof value !== 'string' && !isBytes(value))
    throw wrongType(what, 'a string, a Uint8Array or a function', value);
}

function expectAbsolutePath(value: unknown, what: string): void {
  expectString(value, what);
  if (!(value as string).startsWith('/') || (value as string).includes('\0'))
    throw new RangeError(`${what} must be an absolute path, not ${JSON.stringify(value)}`);
}

const CLOCK_METHODS = ['wallTimeNs', 'monotonicNs', 'cpuTimeNs', 'sleep', 'timeZone'] as const;

export function expectClock(value: unknown, what: string): void {
  if (typeof value !== 'object' || value === null) throw wrongType(what, 'a Clock', value);
  for (const name of CLOCK_METHODS) expectFunction((value as Record<string, unknown>)[name], `${what}.${name}`);
}

export function expectMoment(value: unknown, what: string): void {
  if (!(value instanceof Date)) {
    if (typeof value !== 'object' || value === null) throw wrongType(what, 'a Date or a Clock', value);
    expectClock(value, what);
  } else if (Number.isNaN(value.getTime())) throw new RangeError(`${what} must be a valid date`);
}

export function expectTimeZone(value: unknown, what: string): void {
  expectString(value, what);
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: value as string });
  } catch {
    throw new RangeError(`${what} must be a time zone, not ${JSON.stringify(value)}`);
  }
}

/** By name: those that all virtual hosts have. */
export const VIRTUAL_HOST_CHECKS: Readonly<Record<string, Check>> = {
  stdin: expectInput,
  stdout: expectFunction,
  stderr: expectFunction,
  isTerminal: expectBoolean,
  environment: expectEach(expectString),
  cwd: expectAbsolutePath,
  capacity: expectPositive,
  files: expectEach(expectText),
};

/** Those that a page's host and one in memory have too. */
export const COMMON_CHECKS: Readonly<Record<string, Check>> = {
  ...VIRTUAL_HOST_CHECKS,
  seed: expectInteger,
  pendingSignal: expectFunction,
};
