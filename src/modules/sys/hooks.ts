/** The hooks of `sys`: what prints results and uncaught exceptions, `exit`, audit hooks, tracing. */
import { defineAuditHooks } from './audit-hooks.ts';
import { currentEnvironment } from '../posix/environment.ts';
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import {
  PyBaseException,
  exceptionTypes,
  newException,
  raise,
  raiseObject,
  raiseTypeError,
  swallow,
} from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, repr, typeName } from '../../objspace/operations.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { services } from '../../interpreter/services.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { typeOf } from '../../objspace/type.ts';

/** Set by vm/: writes the display of an exception to `sys.stderr`. */
export const exceptionDisplay = {
  print: (_exception: PyBaseException): void => undefined,
  message: (_text: string): void => undefined,
  unraisable: (_type: Value, _value: Value, _traceback: Value, _message: Value, _object: Value): void => undefined,
};

function displayHook(value: Value): Result {
  if (value === null) return null;
  const { builtins, sys } = services();
  builtins.setStr('_', null);
  const stdout = sys.getStr('stdout');
  if (stdout === undefined || stdout === null) return raise('RuntimeError', 'lost sys.stdout');
  const text = repr(value);
  if (text === EXIT) return EXIT;
  const write = getAttribute(stdout, 'write');
  if (write === EXIT || call(write as Value, [text as Value]) === EXIT || call(write as Value, ['\n']) === EXIT)
    return EXIT;
  builtins.setStr('_', value);
  return null;
}

function exceptHook(_type: Value, value: Value, traceback: Value): Result {
  if (!(value instanceof PyBaseException)) {
    exceptionDisplay.message(`TypeError: print_exception(): Exception expected for value, ${typeName(value)} found\n`);
    return null;
  }
  if (traceback !== null && value.traceback === null) value.traceback = traceback;
  exceptionDisplay.print(value);
  return null;
}

export const unraisableHookArgs = structSequence(
  'builtins.UnraisableHookArgs',
  'UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.',
  [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['err_msg', 'Error message'],
    ['object', 'Object causing the exception'],
  ],
);

function unraisableHook(info: Value): Result {
  if (!(info instanceof PyTuple) || typeOf(info) !== unraisableHookArgs.type)
    return raiseTypeError('sys.unraisablehook argument type must be UnraisableHookArgs');
  const [type, value, traceback, message, object] = info.items;
  exceptionDisplay.unraisable(type, value, traceback, message, object);
  return null;
}

/** As `raise SystemExit` with a value: an instance is raised itself, a tuple gives all arguments. */
function exit(status: Value): Result {
  if (status instanceof PyBaseException && status.shape.type.isSubtypeOf(exceptionTypes.SystemExit))
    return raiseObject(status);
  const args = status === null ? [] : status instanceof PyTuple ? status.items : [status];
  const exception = newException('SystemExit', ...args);
  const code = args.length > 1 ? (new PyTuple([...args]) as Value) : (args[0] ?? null);
  exception.fields = new Map<string, Value>([['code', code]]);
  return raiseObject(exception);
}

/** `breakpoint()`: what PYTHONBREAKPOINT names, `pdb.set_trace` if it is not set. */
function breakpointHook(args: Value[], keywords: ReadonlyMap<string, Value>): Result {
  const { options, builtins } = services();
  // A program may set it for itself.
  const wanted = options.ignoreEnvironment ? undefined : currentEnvironment().get('PYTHONBREAKPOINT');
  if (wanted === '0') return null;
  const path = wanted === undefined || wanted === '' ? 'pdb.set_trace' : wanted;
  const dot = path.lastIndexOf('.');
  if (dot === 0) return unimportable(path);
  const [moduleName, attribute] = dot < 0 ? ['builtins', path] : [path.slice(0, dot), path.slice(dot + 1)];
  const module = call(builtins.getStr('__import__') as Value, [
    moduleName,
    null,
    null,
    new PyTuple([attribute]) as Value,
  ]);
  const hook = module === EXIT ? EXIT : findAttribute(module as Value, attribute);
  if (hook === EXIT || hook === undefined) {
    if (hook === EXIT && !swallow('ImportError')) return EXIT;
    return unimportable(path);
  }
  const names = [...keywords.keys()];
  return call(hook as Value, [...args, ...keywords.values()], names.length === 0 ? null : names);
}

function unimportable(path: string): Result {
  const warned = services().warn(runtimeWarning(), `Ignoring unimportable $PYTHONBREAKPOINT: "${path}"`, 1);
  return warned ? null : EXIT;
}

function runtimeWarning(): Value {
  return services().builtins.getStr('RuntimeWarning') as Value;
}

export function defineHooks(module: ModuleBuilder): void {
  module.function(
    'displayhook(object, /)',
    'Print an object to sys.stdout and also save it in builtins._',
    displayHook,
  );
  module.function(
    'excepthook(exctype, value, traceback, /)',
    'Handle an exception by displaying it with a traceback on sys.stderr.',
    exceptHook,
  );
  module.function(
    'unraisablehook(unraisable, /)',
    'Handle an unraisable exception.\n\nThe unraisable argument has the following attributes:\n\n* exc_type: Exception type.\n* exc_value: Exception value, can be None.\n* exc_traceback: Exception traceback, can be None.\n* err_msg: Error message, can be None.\n* object: Object causing the exception, can be None.',
    unraisableHook,
  );
  module.function(
    'breakpointhook(*args, **kwargs)',
    'This hook function is called by built-in breakpoint().',
    breakpointHook,
  );
  for (const name of ['displayhook', 'excepthook', 'unraisablehook', 'breakpointhook'])
    module.constant(`__${name}__`, module.contents.get(name)!);
  module.function(
    'exit(status=None, /)',
    'Exit the interpreter by raising SystemExit(status).\n\nIf the status is omitted or None, it defaults to zero (i.e., success).\nIf the status is an integer, it will be used as the system exit status.\nIf it is another kind of object, it will be printed and the system\nexit status will be one (i.e., failure).',
    exit,
  );
  defineAuditHooks(module);
}
