/** `_thread._excepthook`: what is printed of an exception that ends a thread. */
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { exceptionTypes, PyBaseException } from '../../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, str } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { PyType } from '../../objspace/type.ts';
import { textOf } from '../../objspace/types/str/str.ts';
import type { PyTuple } from '../../objspace/types/tuple.ts';
import { services } from '../../interpreter/services.ts';
import { exceptionDisplay } from '../sys/hooks.ts';
import { MAIN_THREAD } from './lock.ts';

export function reportThreadException(args: Value): Result {
  const [type, value, , thread] = (args as unknown as PyTuple).items;
  if (type instanceof PyType && type.isSubtypeOf(exceptionTypes['SystemExit'])) return null;
  const stderr = services().sys.getStr('stderr');
  if (stderr === undefined || stderr === null) return null;
  const write = getAttribute(stderr, 'write');
  if (write === EXIT || call(write as Value, [`Exception in thread ${nameOf(thread)}:\n`]) === EXIT) return EXIT;
  if (value instanceof PyBaseException) exceptionDisplay.print(value);
  return null;
}

function nameOf(thread: Value): string {
  const name = thread === null ? undefined : findAttribute(thread, 'name');
  const text = name === undefined || name === EXIT ? undefined : str(name as Value);
  state.exception = null;
  return text === undefined || text === EXIT ? String(MAIN_THREAD) : textOf(text as Value);
}
