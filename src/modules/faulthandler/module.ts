/**
 * `faulthandler`: shows where a program is. Crashes of the process have no handler in JavaScript, so that `enable` only remembers that it
 * was called; what a time-out shows is looked at when the program passes a safepoint.
 */
import { services } from '../../interpreter/services.ts';
import { watchers } from '../../interpreter/safepoint.ts';
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { error, orThrow, raise, swallow } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, toInt } from '../../objspace/operations.ts';
import { isInt } from '../../objspace/types/int/int.ts';
import { dumpStack, threadName } from './dump.ts';
import { spanArgument } from '../../objspace/gateway/time-arguments.ts';

/** What is switched on, per interpreter. */
interface Faults {
  isEnabled: boolean;
  alarm: Alarm | undefined;
}

interface Alarm {
  readonly fd: number;
  readonly seconds: number;
  readonly isRepeated: boolean;
  readonly exits: boolean;
  /** On the monotonic clock, in nanoseconds. */
  due: bigint;
}

const faults = new WeakMap<object, Faults>();

function current(): Faults {
  let found = faults.get(services());
  if (found === undefined) {
    found = { isEnabled: false, alarm: undefined };
    faults.set(services(), found);
  }
  return found;
}

/** The descriptor to write to: a file's, which is flushed first, or one given as it is. */
function outputOf(file: Value | undefined): number {
  let target = file;
  if (target === undefined || target === null) {
    target = services().sys.getStr('stderr');
    if (target === undefined) throw error('RuntimeError', 'unable to get sys.stderr');
    if (target === null) throw error('RuntimeError', 'sys.stderr is None');
  } else if (isInt(target)) {
    const fd = orThrow(toInt(target)) as number | bigint;
    if (fd < 0) throw error('ValueError', 'file is not a valid file descriptor');
    return Number(fd);
  }
  const number = orThrow(call(orThrow(getAttribute(target, 'fileno')) as Value, [])) as Value;
  if (!isInt(number) || (orThrow(toInt(number)) as number) < 0)
    throw error('RuntimeError', 'file.fileno() is not a valid file descriptor');
  flush(target);
  return Number(orThrow(toInt(number)));
}

function flush(file: Value): void {
  const method = findAttribute(file, 'flush');
  if (method === undefined || method === EXIT || call(method as Value, []) === EXIT) swallow('Exception');
}

// ── Time-outs ────────────────────────────────────────────────────────────────────────────────────────────────────

function secondsArgument(value: Value): number {
  const seconds = spanArgument(value);
  if (seconds <= 0) throw error('ValueError', 'timeout must be greater than 0');
  return seconds;
}

/** As `str(timedelta(seconds=...))`, hours without an end. */
function shownSeconds(seconds: number): string {
  const whole = Math.floor(seconds);
  const microseconds = Math.round((seconds - whole) * 1e6);
  const two = (number: number) => String(number).padStart(2, '0');
  const fraction = microseconds === 0 ? '' : `.${String(microseconds).padStart(6, '0')}`;
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${fraction}`;
}

function now(): bigint {
  return services().host.clock.monotonicNs();
}

function schedule(alarm: Omit<Alarm, 'due'>): Alarm {
  return { ...alarm, due: now() + BigInt(Math.round(alarm.seconds * 1e9)) };
}

/** At safepoints: shows the stack when the time is up. */
function checkAlarm(): true | typeof EXIT {
  const found = faults.get(services());
  const alarm = found?.alarm;
  if (found === undefined || alarm === undefined || now() < alarm.due) return true;
  found.alarm = alarm.isRepeated ? schedule(alarm) : undefined;
  services().host.files.write(alarm.fd, new TextEncoder().encode(`Timeout (${shownSeconds(alarm.seconds)})!\n`));
  dumpStack(alarm.fd, `Thread ${threadName()}`);
  if (alarm.exits) return raise('SystemExit', 1);
  return true;
}

function dumpLater(timeout: Value, isRepeated: boolean, file: Value, exits: boolean): Result {
  const seconds = secondsArgument(timeout);
  const fd = outputOf(file);
  current().alarm = schedule({ fd, seconds, isRepeated, exits });
  if (!watchers.includes(checkAlarm)) watchers.push(checkAlarm);
  return null;
}

function defineLater(module: ModuleBuilder): void {
  module.function(
    'dump_traceback_later(timeout, repeat: bool = False, file=<absent sys.stderr>, exit: bool = False)',
    'Dump the traceback of all threads in timeout seconds,\nor each timeout seconds if repeat is True. If exit is True,\ncall _exit(1) which is not safe.',
    dumpLater as never,
  );
  module.function('cancel_dump_traceback_later()', 'Cancel the previous call to dump_traceback_later().', () => {
    current().alarm = undefined;
    return null;
  });
}

export const faulthandler = builtinModule('faulthandler', 'faulthandler module.', (module) => {
  current().isEnabled = services().options.faulthandler || services().options.devMode;
  module.function('enable(file=<absent sys.stderr>, all_threads: bool = True)', 'Enable the fault handler.', (file) => {
    outputOf(file);
    current().isEnabled = true;
    return null;
  });
  module.function('disable()', 'Disable the fault handler.', () => {
    const was = current().isEnabled;
    current().isEnabled = false;
    return was;
  });
  module.function('is_enabled()', 'Check if the handler is enabled.', () => current().isEnabled);
  module.function(
    'dump_traceback(file=<absent sys.stderr>, all_threads: bool = True)',
    'Dump the traceback of the current thread, or of all threads if all_threads is True, into file.',
    (file, allThreads) => {
      dumpStack(outputOf(file), allThreads ? `Current thread ${threadName()}` : 'Stack');
      return null;
    },
  );
  defineLater(module);
});
