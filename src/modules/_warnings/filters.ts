/** Filters of warnings: which action a warning gets, and which were shown already. */
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { exceptionTypes, raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, repr, toInt, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { isSubclass } from '../../objspace/types/type.ts';

/** A warning on its way to the filters. */
export interface Warning {
  /** The Warning object. */
  readonly message: Value;
  readonly text: Value;
  readonly category: Value;
  readonly filename: Value;
  readonly lineno: number;
  readonly module: Value;
  readonly source: Value;
}

/** What one interpreter keeps: the module's own lists, then those that were last seen in `warnings`. */
export class WarningState {
  filters = defaultFilters();
  onceRegistry = new PyDict();
  defaultAction: Value = 'default';
  /** Counts changes of filters: what registries know holds for one version. */
  version = 0;
  /** `warnings_context`, the context variable with the filters of `catch_warnings`; `undefined` where there are none. */
  context: Value | undefined = undefined;
}

function defaultFilters(): PyList {
  const filter = (action: string, category: string, module: Value): Value =>
    new PyTuple([action, null, exceptionTypes[category], module, 0]) as Value;
  return PyList.of([
    filter('default', 'DeprecationWarning', '__main__'),
    filter('ignore', 'DeprecationWarning', null),
    filter('ignore', 'PendingDeprecationWarning', null),
    filter('ignore', 'ImportWarning', null),
    filter('ignore', 'ResourceWarning', null),
  ]);
}

/** An attribute of the `warnings` module, if that is imported: programs replace them. */
export function warningsAttribute(name: string): Result | undefined {
  const module = state.interpreter.modules.getStr('warnings');
  if (module === undefined || module === null) return undefined;
  const value = findAttribute(module, name);
  if (value !== EXIT) return value;
  state.exception = null;
  return undefined;
}

// ── Search ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** None matches all, a str what equals it, a pattern what it matches. */
function matches(pattern: Value, text: Value): boolean | Exit {
  if (pattern === null) return true;
  if (isText(pattern)) return isText(text) && textOf(pattern) === textOf(text);
  const method = getAttribute(pattern, 'match');
  const match = method === EXIT ? EXIT : call(method as Value, [text]);
  return match === EXIT ? EXIT : isTrue(match as Value);
}

function filterMatches(filter: PyTuple, warning: Warning): boolean | Exit {
  const [, message, category, module, line] = filter.items;
  for (const test of [
    () => matches(message, warning.text),
    () => isSubclass(warning.category, category),
    () => matches(module, warning.module),
  ]) {
    const result = test();
    if (result !== true) return result;
  }
  const lineno = toInt(line);
  return lineno === EXIT ? EXIT : lineno === 0 || lineno === warning.lineno;
}

interface Decision {
  readonly action: string;
  /** The filter that decided, None for the default. */
  readonly item: Value;
}

function searchFilters(filters: PyList, warning: Warning, name: string): Decision | undefined | Exit {
  for (let index = 0; index < filters.length; index++) {
    const filter = filters.get(index);
    if (!(filter instanceof PyTuple) || filter.items.length !== 5)
      return raiseValueError(`warnings.${name} item ${index} isn't a 5-tuple`);
    const action = filter.items[0];
    if (!isText(action)) return raiseTypeError(`action must be a string, not '${typeName(action)}'`);
    const result = filterMatches(filter, warning);
    if (result === EXIT) return EXIT;
    if (result) return { action: textOf(action), item: filter };
  }
  return undefined;
}

/** The filters of the current context, where the interpreter keeps them there. */
function contextFilters(own: WarningState): PyList | undefined | Exit {
  const flags = state.interpreter.modules.getStr('sys');
  const sysFlags = flags === undefined ? undefined : findAttribute(flags, 'flags');
  const isContextAware =
    sysFlags === undefined || sysFlags === EXIT
      ? undefined
      : findAttribute(sysFlags as Value, 'context_aware_warnings');
  if (!isContextAware || isContextAware === EXIT || own.context === undefined) return undefined;
  const get = getAttribute(own.context, 'get');
  const context = get === EXIT ? EXIT : call(get as Value, [null]);
  if (context === EXIT || context === null) return context === EXIT ? EXIT : undefined;
  const filters = getAttribute(context as Value, '_filters');
  if (filters === EXIT || filters instanceof PyList) return filters;
  return raiseValueError('_filters of warnings._warnings_context must be a list');
}

/** The action for a warning. */
export function decide(own: WarningState, warning: Warning): Decision | Exit {
  const fromContext = contextFilters(own);
  if (fromContext === EXIT) return EXIT;
  const replaced = fromContext ?? warningsAttribute('filters') ?? own.filters;
  if (!(replaced instanceof PyList)) return raiseValueError('warnings.filters must be a list');
  if (fromContext === undefined) own.filters = replaced;
  const found = searchFilters(replaced, warning, fromContext === undefined ? 'filters' : 'context');
  if (found !== undefined) return found;
  const fallback = warningsAttribute('defaultaction') ?? own.defaultAction;
  if (!isText(fallback as Value))
    return raiseTypeError(`warnings.defaultaction must be a string, not '${typeName(fallback as Value)}'`);
  own.defaultAction = fallback as Value;
  return { action: textOf(fallback as Value), item: null };
}

// ── Registries ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Brings a registry up to date with the filters. */
function refresh(own: WarningState, registry: PyDict): void {
  if (registry.getStr('version') === own.version) return;
  registry.clear();
  registry.setStr('version', own.version);
}

/** Whether the warning is in the registry; from now on it is, if `adds`. */
export function alreadyWarned(own: WarningState, registry: Value, key: Value, adds: boolean): boolean | Exit {
  if (!(registry instanceof PyDict))
    return registry === null ? false : raiseTypeError("'registry' must be a dict or None");
  refresh(own, registry);
  const known = registry.get(key);
  if (known === EXIT) return EXIT;
  const truth = known === undefined ? false : isTrue(known as Value);
  if (truth !== false) return truth;
  return adds && registry.set(key, true) === EXIT ? EXIT : false;
}

/** Whether the action lets the warning through now, recording it where the action is for once. */
export function passes(
  own: WarningState,
  decision: Decision,
  warning: Warning,
  registry: Value,
  key: Value,
): boolean | Exit {
  switch (decision.action) {
    case 'ignore':
      return false;
    case 'always':
    case 'all':
      return true;
    case 'default':
      return record(registry, key) === EXIT ? EXIT : true;
    case 'module':
      if (record(registry, key) === EXIT) return EXIT;
      return isFirst(own, registry, warning);
    case 'once':
      if (record(registry, key) === EXIT) return EXIT;
      return isFirst(own, registry === null ? onceRegistry(own) : registry, warning);
    default:
      return unknownAction(decision);
  }
}

function record(registry: Value, key: Value): true | Exit {
  return registry instanceof PyDict ? registry.set(key, true) : true;
}

function onceRegistry(own: WarningState): Result {
  const registry = warningsAttribute('onceregistry') ?? own.onceRegistry;
  if (!(registry instanceof PyDict))
    return raiseTypeError(`warnings.onceregistry must be a dict, not '${typeName(registry as Value)}'`);
  own.onceRegistry = registry;
  return registry;
}

/** Whether no such warning was shown yet on any line that the registry is for; from now on there is one. */
function isFirst(own: WarningState, registry: Result, { text, category }: Warning): boolean | Exit {
  if (registry === EXIT) return EXIT;
  const known = alreadyWarned(own, registry as Value, new PyTuple([text, category]) as Value, true);
  return known === EXIT ? EXIT : !known;
}

function unknownAction({ action, item }: Decision): Exit {
  const shown = repr(item);
  if (shown === EXIT) return EXIT;
  return raise('RuntimeError', `Unrecognized action ('${action}') in warnings.filters:\n ${textOf(shown as Value)}`);
}
