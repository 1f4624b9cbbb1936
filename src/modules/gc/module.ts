/**
 * `gc`: the engine collects garbage, cycles included, when it sees fit; this module keeps what programs set and answers what can be
 * answered. Nothing here can list the objects of the heap: `get_objects` and `get_referrers` give empty lists (docs/differences.md).
 */
import { intArgument, parsedIntArgument } from '../../objspace/types/bytes/allocate.ts';
import { audit } from '../../objspace/audit.ts';
import { raiseTypeError, raiseValueError, takeException } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { dedent } from '../../objspace/gateway/builtin-type.ts';
import { isShaped, ownAttribute, ownAttributeNames } from '../../objspace/instance.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, typeName, toSize } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyFrozenSet, PySet } from '../../objspace/types/set/set.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { runPendingCallbacks } from '../../objspace/types/weak-callbacks.ts';

const GENERATIONS = 3;

/** What one interpreter's programs have set. */
class Settings {
  isEnabled: boolean;
  debug: number;
  thresholds: readonly number[];
  readonly collections: number[];
  readonly callbacks: PyList;
  readonly garbage: PyList;

  constructor() {
    this.isEnabled = true;
    this.debug = 0;
    this.thresholds = [2000, 10, 10];
    this.collections = [0, 0, 0];
    this.callbacks = PyList.of([]);
    this.garbage = PyList.of([]);
  }
}

/** Asks the engine, where it lets itself be asked. Objects with weak references die at a turn of the event loop, not before. */
function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

function collect(settings: Settings, generation: Value): Result {
  const wanted = intArgument(generation);
  if (wanted === EXIT) return EXIT;
  if ((wanted as number) < 0 || (wanted as number) >= GENERATIONS) return raiseValueError('invalid generation');
  notify(settings, 'start', wanted as number);
  settings.collections[wanted as number]++;
  collectGarbage();
  runPendingCallbacks();
  notify(settings, 'stop', wanted as number);
  return 0;
}

/** Calls `gc.callbacks`; what they raise is reported and forgotten. */
function notify(settings: Settings, phase: string, generation: number): void {
  for (const callback of settings.callbacks.toArray()) {
    const info = new PyDict();
    info.setStr('generation', generation);
    info.setStr('collected', 0);
    info.setStr('uncollectable', 0);
    if (call(callback, [phase, info]) === EXIT) state.interpreter.unraisable(takeException(), callback);
  }
}

/** Whether CPython's collector would look at the object: containers, and objects that can have attributes. */
function isTracked(value: Value): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (value instanceof PyTuple) return value.items.some(isTracked);
  if (value instanceof PyList || value instanceof PyDict || value instanceof PySet || value instanceof PyFrozenSet)
    return true;
  if (value instanceof PyType) return value.isHeapType;
  return value instanceof PyFunction || typeOf(value).isHeapType || typeName(value) === 'module';
}

function referentsOf(value: Value): Value[] {
  const found: Value[] = [];
  if (value instanceof PyTuple) found.push(...value.items);
  else if (value instanceof PyList || value instanceof PySet || value instanceof PyFrozenSet)
    found.push(...value.toArray());
  else if (value instanceof PyDict) {
    for (let position = value.nextPosition(0); position >= 0; position = value.nextPosition(position + 1)) {
      found.push(value.keyAt(position), value.valueAt(position));
    }
  }
  if (isShaped(value)) {
    for (const name of ownAttributeNames(value)) found.push(ownAttribute(value, name)!);
    found.push(typeOf(value));
  }
  return found;
}

function statistics(settings: Settings): Value {
  return PyList.of(
    settings.collections.map((count) => {
      const row = new PyDict();
      row.setStr('collections', count);
      row.setStr('collected', 0);
      row.setStr('uncollectable', 0);
      return row;
    }),
  );
}

function setThresholds(settings: Settings, args: readonly Value[]): Result {
  if (args.length === 0 || args.length > GENERATIONS)
    return raiseTypeError('gc.set_threshold requires 1 to 3 arguments');
  const thresholds = [...settings.thresholds];
  for (let index = 0; index < args.length; index++) {
    const threshold = parsedIntArgument(args[index]);
    if (threshold === EXIT) return EXIT;
    thresholds[index] = Number(threshold);
  }
  settings.thresholds = thresholds;
  return null;
}

function getObjects(generation: Value): Result {
  if (generation === null) {
    audit('gc.get_objects', -1);
    return PyList.of([]);
  }
  if (typeOf(generation).slots.index === undefined) {
    return raiseTypeError(`argument should be integer or None, not '${typeName(generation)}'`);
  }
  const index = toSize(generation);
  if (index === EXIT) return EXIT;
  audit('gc.get_objects', index as number);
  if ((index as number) >= GENERATIONS) {
    return raiseValueError('generation parameter must be less than the number of available generations (3)');
  }
  // -1 stands for all of them.
  if ((index as number) < -1) return raiseValueError('generation parameter cannot be negative');
  return PyList.of([]);
}

const DOC = `
  This module provides access to the garbage collector for reference cycles.

  enable() -- Enable automatic garbage collection.
  disable() -- Disable automatic garbage collection.
  isenabled() -- Returns true if automatic collection is enabled.
  collect() -- Do a full collection right now.
  get_count() -- Return the current collection counts.
  get_stats() -- Return list of dictionaries containing per-generation stats.
  set_debug() -- Set debugging flags.
  get_debug() -- Get debugging flags.
  set_threshold() -- Set the collection thresholds.
  get_threshold() -- Return the current collection thresholds.
  get_objects() -- Return a list of all objects tracked by the collector.
  is_tracked() -- Returns true if a given object is tracked.
  is_finalized() -- Returns true if a given object has been already finalized.
  get_referrers() -- Return the list of objects that refer to an object.
  get_referents() -- Return the list of objects that an object refers to.
  freeze() -- Freeze all tracked objects and ignore them for future collections.
  unfreeze() -- Unfreeze all objects in the permanent generation.
  get_freeze_count() -- Return the number of objects in the permanent generation.
`;

export const gc = builtinModule('gc', `${dedent(DOC)}\n`, (module) => {
  const settings = new Settings();
  const enable = (isEnabled: boolean) => (): Value => {
    settings.isEnabled = isEnabled;
    return null;
  };
  module.function('enable()', 'Enable automatic garbage collection.', enable(true));
  module.function('disable()', 'Disable automatic garbage collection.', enable(false));
  module.function('isenabled()', 'Returns true if automatic garbage collection is enabled.', () => settings.isEnabled);
  module.function('set_debug(flags: cint, /)', 'Set the garbage collection debugging flags.', (flags) => {
    settings.debug = flags;
    return null;
  });
  module.function('get_debug()', 'Get the garbage collection debugging flags.', () => settings.debug);
  module.function(
    'get_count()',
    'Return a three-tuple of the current collection counts.',
    () => new PyTuple([0, 0, 0]),
  );
  module.function(
    '@set_threshold(*thresholds)',
    "set_threshold(threshold0, [threshold1, [threshold2]])\nSet the collection thresholds (the collection frequency).\n\nSetting 'threshold0' to zero disables collection.",
    (thresholds) => setThresholds(settings, thresholds),
  );
  module.function(
    'get_threshold()',
    'Return the current collection thresholds.',
    () => new PyTuple(settings.thresholds),
  );
  module.function(
    'collect(generation=2)',
    'Run the garbage collector.\n\nWith no arguments, run a full collection.  The optional argument\nmay be an integer specifying which generation to collect.  A ValueError\nis raised if the generation number is invalid.\n\nThe number of unreachable objects is returned.',
    (generation) => collect(settings, generation),
  );
  module.function(
    'get_objects(generation=None)',
    'Return a list of objects tracked by the collector (excluding the list returned).',
    getObjects,
  );
  module.function('get_stats()', 'Return a list of dictionaries containing per-generation statistics.', () =>
    statistics(settings),
  );
  module.function(
    'is_tracked(obj, /)',
    'Returns true if the object is tracked by the garbage collector.\n\nSimple atomic objects will return false.',
    isTracked,
  );
  module.function(
    'is_finalized(obj, /)',
    'Returns true if the object has been already finalized by the GC.',
    () => false,
  );
  module.function(
    'get_referrers(*objs)',
    "Return the list of objects that directly refer to any of 'objs'.",
    (objects) => {
      audit('gc.get_referrers', new PyTuple([...objects]) as Value);
      return PyList.of([]);
    },
  );
  module.function(
    'get_referents(*objs)',
    "Return the list of objects that are directly referred to by 'objs'.",
    (objects) => {
      audit('gc.get_referents', new PyTuple([...objects]) as Value);
      return PyList.of(objects.flatMap(referentsOf));
    },
  );
  module.function('freeze()', 'Freeze all current tracked objects and ignore them for future collections.', () => null);
  module.function('unfreeze()', 'Unfreeze all objects in the permanent generation.', () => null);
  module.function('get_freeze_count()', 'Return the number of objects in the permanent generation.', () => 0);
  module.constant('garbage', settings.garbage);
  module.constant('callbacks', settings.callbacks);
  module.constant('DEBUG_STATS', 1);
  module.constant('DEBUG_COLLECTABLE', 2);
  module.constant('DEBUG_UNCOLLECTABLE', 4);
  module.constant('DEBUG_SAVEALL', 32);
  module.constant('DEBUG_LEAK', 38);
});
