/** `_warnings`: `warn` and `warn_explicit`, and the lists that `warnings` begins with. */
import type { Frame } from '../../interpreter/frame.ts';
import { positionAt } from '../../bytecode/position-table.ts';
import { services } from '../../interpreter/services.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { exceptionTypes, PyBaseException, raise, raiseObject, raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, str, argumentName, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { alreadyWarned, decide, passes, type Warning, WarningState } from './filters.ts';
import { show } from './show.ts';
import { lineByLoader } from './source-line.ts';

// ── warn_explicit ────────────────────────────────────────────────────────────────────────────────────────────────

/** The name of the module that a file holds. */
function moduleOfFile(filename: string): string {
  if (filename === '') return '<unknown>';
  return filename.endsWith('.py') ? filename.slice(0, -3) : filename;
}

function isWarning(value: Value): value is PyBaseException {
  return value instanceof PyBaseException && value.shape.type.isSubtypeOf(exceptionTypes['Warning']);
}

/** Text, Warning object and category of what was given as a message. */
function messageParts(given: Value, category: Value): { message: Value; text: Value; category: Value } | Exit {
  if (isWarning(given)) {
    const text = str(given);
    return text === EXIT ? EXIT : { message: given, text: text as Value, category: typeOf(given) };
  }
  const message = call(category, [given]);
  return message === EXIT ? EXIT : { message: message as Value, text: given, category };
}

function warnExplicitly(
  own: WarningState,
  given: Value,
  givenCategory: Value,
  filename: Value,
  lineno: number,
  givenModule: Value,
  registry: Value,
  source: Value,
  sourceLine?: string,
): Result {
  // Modules are None when the interpreter is shutting down.
  if (givenModule === null) return null;
  const parts = messageParts(given, givenCategory);
  if (parts === EXIT) return EXIT;
  const { message, text, category } = parts as { message: Value; text: Value; category: Value };
  const module = givenModule === undefined ? moduleOfFile(textOf(filename)) : givenModule;
  const warning: Warning = { message, text, category, filename, lineno, module, source };
  const key = new PyTuple([text, category, lineno]) as Value;
  const known = alreadyWarned(own, registry, key, false);
  if (known !== false) return known === EXIT ? EXIT : null;
  const decision = decide(own, warning);
  if (decision === EXIT) return EXIT;
  if ((decision as { action: string }).action === 'error') return raiseObject(message as PyBaseException);
  const isShown = passes(own, decision as { action: string; item: Value }, warning, registry, key);
  if (isShown === EXIT) return EXIT;
  return isShown ? show(warning, sourceLine) : null;
}

// ── warn ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function categoryOf(message: Value, category: Value): Value | Exit {
  if (isWarning(message)) return typeOf(message);
  if (category === null) return exceptionTypes['UserWarning'];
  if (category instanceof PyType && category.isSubtypeOf(exceptionTypes['Warning'])) return category;
  return raiseTypeError(`category must be a Warning subclass, not '${typeName(category)}'`);
}

/** Frames of the import system do not count as callers. */
function isInternal(frame: Frame): boolean {
  const { filename } = frame.code;
  return filename.includes('importlib') && filename.includes('_bootstrap');
}

function callerAt(level: number, prefixes: readonly string[]): Frame | null {
  let frame = state.frame as Frame | null;
  const skips = level > 0 && frame !== null && !isInternal(frame);
  for (let left = level; --left > 0 && frame !== null; ) {
    frame = frame.back;
    while (
      skips &&
      frame !== null &&
      (isInternal(frame) || prefixes.some((prefix) => frame!.code.filename.startsWith(prefix)))
    )
      frame = frame.back;
  }
  return frame;
}

interface Place {
  readonly filename: string;
  readonly lineno: number;
  readonly module: Value;
  readonly registry: Value;
}

function placeOf(frame: Frame | null): Place {
  const globals = frame === null ? services().sys : frame.globals;
  let registry = globals.getStr('__warningregistry__');
  if (registry === undefined || registry === null) {
    registry = new PyDict();
    globals.setStr('__warningregistry__', registry);
  }
  const name = globals.getStr('__name__');
  const module = name !== undefined && (name === null || isText(name)) ? name : '<string>';
  if (frame === null) return { filename: '<sys>', lineno: 0, module, registry };
  return { filename: frame.code.filename, lineno: positionAt(frame.code, frame.pc).line, module, registry };
}

function prefixesOf(value: Value): string[] | Exit {
  if (!(value instanceof PyTuple))
    return raiseTypeError(`warn() argument 'skip_file_prefixes' must be tuple, not ${argumentName(value)}`);
  const prefixes: string[] = [];
  for (const item of value.items) {
    if (!isText(item)) return raiseTypeError(`Found non-str '${typeName(item)}' in skip_file_prefixes.`);
    prefixes.push(textOf(item));
  }
  return prefixes;
}

function warn(own: WarningState, message: Value, given: Value, level: number, source: Value, skipped: Value): Result {
  const prefixes = prefixesOf(skipped);
  if (prefixes === EXIT) return EXIT;
  const category = categoryOf(message, given);
  if (category === EXIT) return EXIT;
  const skips = (prefixes as string[]).length > 0;
  const place = placeOf(callerAt(skips && level < 2 ? 2 : level, prefixes as string[]));
  return warnExplicitly(
    own,
    message,
    category as Value,
    place.filename,
    place.lineno,
    place.module,
    place.registry,
    source,
  );
}

// ── Module ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** `_contextvars.ContextVar('_warnings_context')`; `undefined` where there are no context variables. */
function contextVariable(): Value | undefined {
  const module = services().createBuiltinModule('_contextvars');
  if (module === undefined) return undefined;
  const make = getAttribute(module, 'ContextVar');
  const variable = make === EXIT ? EXIT : call(make as Value, ['_warnings_context']);
  if (variable !== EXIT) return variable as Value;
  state.exception = null;
  return undefined;
}

const WARN_DOC = `Issue a warning, or maybe ignore it or raise an exception.

  message
    Text of the warning message.
  category
    The Warning category subclass. Defaults to UserWarning.
  stacklevel
    How far up the call stack to make this warning appear. A value of 2 for
    example attributes the warning to the caller of the code calling warn().
  source
    If supplied, the destroyed object which emitted a ResourceWarning
  skip_file_prefixes
    An optional tuple of module filename prefixes indicating frames to skip
    during stacklevel computations for stack frame attribution.`;

export const _warnings = builtinModule(
  '_warnings',
  '_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.',
  (module) => {
    const own = new WarningState();
    own.context = contextVariable();
    let locks = 0;
    module.constant('filters', own.filters);
    module.constant('_onceregistry', own.onceRegistry);
    module.constant('_defaultaction', own.defaultAction);
    if (own.context !== undefined) module.constant('_warnings_context', own.context);
    module.function(
      'warn(message, category=None, stacklevel: index = 1, source=None, *, skip_file_prefixes=<absent ()>)',
      WARN_DOC,
      (message, category, level, source, skipped) =>
        warn(own, message, category, level, source, skipped === undefined ? (new PyTuple([]) as Value) : skipped),
    );
    module.function(
      'warn_explicit(message, category, filename: str, lineno: cint, module=<absent>, registry=None, module_globals=None, source=None)',
      'Issue a warning, or maybe ignore it or raise an exception.',
      (message, category, filename, lineno, moduleName, registry, globals, source) => {
        if (globals !== null && !(globals instanceof PyDict))
          return raiseTypeError(`module_globals must be a dict, not '${typeName(globals)}'`);
        const line = globals === null ? undefined : lineByLoader(globals as PyDict, lineno);
        if (line === EXIT) return EXIT;
        return warnExplicitly(
          own,
          message,
          category,
          filename,
          lineno,
          moduleName as Value,
          registry,
          source,
          line as string | undefined,
        );
      },
    );
    module.function('_filters_mutated_lock_held()', '', () => {
      if (locks === 0) return raise('RuntimeError', 'warnings lock is not held');
      own.version++;
      return null;
    });
    module.function('_acquire_lock()', '', () => {
      locks++;
      return null;
    });
    module.function('_release_lock()', '', () => {
      if (locks === 0) return raise('RuntimeError', 'cannot release un-acquired lock');
      locks--;
      return null;
    });
  },
);
