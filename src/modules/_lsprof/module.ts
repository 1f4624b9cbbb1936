/** `_lsprof`: the profiler of `cProfile`, a tool of `sys.monitoring`. https://docs.python.org/3.14/library/profile.html */
import { EVENT, type EventName, TOOLS, updateMask } from '../../interpreter/monitors.ts';
import { updateObservers } from '../../interpreter/observers.ts';
import type { PyCode } from '../../interpreter/py-code.ts';
import { services } from '../../interpreter/services.ts';
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { BuiltinDefinition, PyBuiltinFunction, PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { builtinType, initSlot } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { type Callee, type Entry, Profiler, type Times } from './profiler.ts';

const TOOL = 2;
const TOOL_NAME = 'cProfile';

class PyProfiler extends PyObject {
  readonly profiler = new Profiler();
  timer: Value = null;
  /** Seconds of a unit of an own timer that counts in ints; 0 if it gives seconds. */
  unit = 0;
  builtins = true;
  isEnabled = false;
}

const SUBENTRY_FIELDS: [string, string][] = [
  ['code', 'called code object or built-in function name'],
  ['callcount', 'how many times this is called'],
  ['reccallcount', 'how many times this is called recursively'],
  ['totaltime', 'total time spent in this call'],
  ['inlinetime', 'inline time (not in further subcalls)'],
];
const profilerSubentry = structSequence('_lsprof.profiler_subentry', null, SUBENTRY_FIELDS);
const profilerEntry = structSequence('_lsprof.profiler_entry', null, [
  ...SUBENTRY_FIELDS,
  ['calls', 'details of the calls'],
]);

/** Now, in seconds; an own timer that gives no number counts as 0. */
function now(self: PyProfiler): number {
  if (self.timer === null) return Number(services().host.clock.monotonicNs()) / 1e9;
  const time = call(self.timer, []);
  if (time instanceof PyFloat) return time.value;
  return typeof time === 'number' ? time * (self.unit === 0 ? 1 : self.unit) : 0;
}

/** What stands for a builtin: `undefined` for what is none. */
function builtinText(callable: Value): string | undefined {
  if (callable instanceof PyMethodDescriptor)
    return `<method '${callable.definition.name}' of '${callable.owner.name}' objects>`;
  if (!(callable instanceof PyBuiltinFunction)) return undefined;
  const { self, owner, definition } = callable;
  if (self !== undefined) return `<method '${definition.name}' of '${typeName(self)}' objects>`;
  return owner === null ? `<built-in method ${definition.name}>` : `<built-in method ${owner}.${definition.name}>`;
}

function callbacksOf(self: PyProfiler): [EventName, PyBuiltinFunction][] {
  const begin = (callee: Callee | undefined): null => {
    if (callee !== undefined) self.profiler.begin(callee, now(self));
    return null;
  };
  const end = (callee: Callee | undefined): null => {
    if (callee !== undefined) self.profiler.end(callee, now(self));
    return null;
  };
  const two = '_pystart_callback(code, instruction_offset, /)';
  const three = '_pyreturn_callback(code, instruction_offset, value, /)';
  const four = '_ccall_callback(code, instruction_offset, callable, self_arg, /)';
  const callback = (signature: string, body: (...args: never[]) => Value): PyBuiltinFunction =>
    new PyBuiltinFunction(new BuiltinDefinition(signature, null, body as never), undefined, null);
  const started = callback(two, (code: PyCode) => begin(code));
  const thrown = callback(three, (code: PyCode) => begin(code));
  const left = callback(three, (code: PyCode) => end(code));
  const called = callback(four, (_code: Value, _offset: Value, fn: Value) => begin(builtinText(fn)));
  const returned = callback(four, (_code: Value, _offset: Value, fn: Value) => end(builtinText(fn)));
  const python: [EventName, PyBuiltinFunction][] = [
    ['PY_START', started],
    ['PY_RESUME', started],
    ['PY_THROW', thrown],
    ['PY_RETURN', left],
    ['PY_YIELD', left],
    ['PY_UNWIND', left],
  ];
  if (!self.builtins) return python;
  return [...python, ['CALL', called], ['C_RETURN', returned], ['C_RAISE', returned]];
}

function enable(self: PyProfiler, subcalls: boolean, builtins: boolean): Result {
  if (self.isEnabled) return null;
  const tool = TOOLS[TOOL];
  if (tool.name !== null) return raiseValueError(`tool ${TOOL} is already in use`);
  tool.name = TOOL_NAME;
  self.profiler.recordsCalls = subcalls;
  self.builtins = builtins;
  self.isEnabled = true;
  for (const [name, callback] of callbacksOf(self)) {
    tool.callbacks[EVENT[name]] = callback as Value;
    if (name !== 'C_RETURN' && name !== 'C_RAISE') tool.events |= 1 << EVENT[name];
  }
  return update();
}

function disable(self: PyProfiler): Result {
  if (!self.isEnabled) return null;
  self.isEnabled = false;
  TOOLS[TOOL].clear();
  TOOLS[TOOL].name = null;
  self.profiler.endAll(now(self));
  return update();
}

function update(): null {
  updateMask();
  updateObservers();
  return null;
}

function fieldsOf(callee: Callee, times: Times): Value[] {
  const { calls, recursiveCalls, total, own } = times;
  return [callee as Value, calls, recursiveCalls, new PyFloat(total) as Value, new PyFloat(own) as Value];
}

function entryOf(entry: Entry): Value {
  const calls = [...entry.called]
    .filter(([, times]) => times.calls > 0)
    .map(([callee, times]) => profilerSubentry.make(fieldsOf(callee, times)) as Value);
  const list = calls.length === 0 ? null : (PyList.of(calls) as Value);
  return profilerEntry.make([...fieldsOf(entry.callee, entry), list]) as Value;
}

/** What else is given to the constructor is given to `enable` again, which is what counts. */
function init(self: PyProfiler, timer: Value, unit: number): true | Exit {
  if (self.isEnabled) return raiseTypeError('profiler is enabled');
  self.timer = timer;
  self.unit = unit;
  return true;
}

const profilerType: PyType = builtinType<PyProfiler>('Profiler', {
  base: objectType,
  layout: PyProfiler,
  signature: '(timer=None, timeunit=0.0, subcalls=True, builtins=True)',
  module: '_lsprof',
  doc: "Build a profiler object using the specified timer function.\n\nThe default timer is a fast built-in one based on real time.\nFor custom timer functions returning integers, 'timeunit' can\nbe a float specifying a scale (that is, how long each integer unit\nis, in seconds).",
  slots: {
    new: (cls: PyType) => (cls === profilerType ? new PyProfiler() : adopt(new PyProfiler(), cls)),
    init: initSlot(
      'Profiler(self, timer=None, timeunit: float = 0.0, subcalls: bool = True, builtins: bool = True)',
      (self: PyProfiler, timer, unit) => init(self, timer, unit),
    ),
  },
  define(type) {
    type.method(
      'enable(self, /, subcalls: bool = True, builtins: bool = True)',
      'Start collecting profiling information.\n\n  subcalls\n    If True, also records for each function\n    statistics separated according to its current caller.\n  builtins\n    If True, records the time spent in\n    built-in functions separately from their caller.',
      enable,
    );
    type.method('disable(self, /)', 'Stop collecting profiling information.', disable);
    type.method('clear(self, /)', 'Clear all profiling information collected so far.', (self) => {
      self.profiler.clear();
      return null;
    });
    type.method(
      'getstats(self, /)',
      'list of profiler_entry objects.\n\ngetstats() -> list of profiler_entry objects\n\nReturn all information collected by the profiler.\nEach profiler_entry is a tuple-like object with the\nfollowing attributes:\n\n    code          code object\n    callcount     how many times this was called\n    reccallcount  how many times called recursively\n    totaltime     total time in this entry\n    inlinetime    inline time in this entry (not in subcalls)\n    calls         details of the calls\n\nThe calls attribute is either None or a list of\nprofiler_subentry objects:\n\n    code          called code object\n    callcount     how many times this is called\n    reccallcount  how many times this is called recursively\n    totaltime     total time spent in this call\n    inlinetime    inline time (not in further subcalls)',
      (self) => PyList.of([...self.profiler.entries.values()].filter(({ calls }) => calls > 0).map(entryOf)) as Value,
    );
  },
});

export const _lsprof = builtinModule('_lsprof', 'Fast profiler', (module) => {
  module.types(profilerType);
  module.constant('profiler_entry', profilerEntry.type);
  module.constant('profiler_subentry', profilerSubentry.type);
});
