/**
 * `SignalDict`, the type of `context.flags` and `context.traps`: a mapping from the signals to truth values that shows a context's own
 * bits. As in CPython it is a class of `collections.abc.MutableMapping` with a builtin mixin, so that it has the whole protocol.
 */
import { error, orThrow, raiseValueError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, iter, repr } from '../../objspace/operations.ts';
import { type CompareOperator, EQ, NE } from '../../objspace/slots.ts';
import { state } from '../../objspace/state.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { imported } from '../../objspace/types/imported.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { objectType } from '../../objspace/types/object.ts';
import { textOf } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import type { PyDecimalContext } from './context.ts';
import { type Signal, signalOf, SIGNALS } from './signals.ts';

const INVALID = 'invalid signal dict';

export class PySignalDict extends PyObject {
  /** `null` of one that Python code made itself: it shows nothing. */
  context: PyDecimalContext | null;
  isTraps: boolean;

  constructor(context: PyDecimalContext | null, isTraps: boolean) {
    super();
    this.context = context;
    this.isTraps = isTraps;
  }

  get bits(): number {
    const { context } = this;
    if (context === null) throw error('ValueError', INVALID);
    return this.isTraps ? context.traps : context.flags;
  }

  set bits(bits: number) {
    if (this.isTraps) this.context!.traps = bits;
    else this.context!.flags = bits;
  }
}

const isSet = (bits: number, signal: Signal): boolean => (bits & signal.conditions) !== 0;

function withSignal(bits: number, signal: Signal, value: boolean): number {
  return value
    ? bits | (signal.name === 'InvalidOperation' ? signal.conditions : signal.condition)
    : bits & ~signal.conditions;
}

/** In slots, which no gateway guards: an invalid dictionary is an exception in flight. */
function bitsOf(self: PySignalDict): number | Exit {
  return self.context === null ? raiseValueError(INVALID) : self.bits;
}

function getItem(self: PySignalDict, key: Value): Result {
  const bits = bitsOf(self);
  if (bits === EXIT) return EXIT;
  const signal = signalOf(key);
  return signal === EXIT ? EXIT : isSet(bits as number, signal as Signal);
}

function setItem(self: PySignalDict, key: Value, value: Value | undefined): true | Exit {
  const bits = bitsOf(self);
  if (bits === EXIT) return EXIT;
  if (value === undefined) return raiseValueError('signal keys cannot be deleted');
  const signal = signalOf(key);
  if (signal === EXIT) return EXIT;
  const truth = isTrue(value);
  if (truth === EXIT) return EXIT;
  self.bits = withSignal(bits as number, signal as Signal, truth as boolean);
  return true;
}

function signalDictRepr(self: PySignalDict): Result {
  const bits = bitsOf(self);
  if (bits === EXIT) return EXIT;
  const parts: string[] = [];
  for (const signal of SIGNALS) {
    const name = repr(signal.exception.type);
    if (name === EXIT) return EXIT;
    parts.push(`${textOf(name as Value)}:${isSet(bits as number, signal) ? 'True' : 'False'}`);
  }
  return `{${parts.join(', ')}}`;
}

function compareSignals(self: PySignalDict, other: Value, operator: CompareOperator): Result {
  const bits = bitsOf(self);
  if (bits === EXIT) return EXIT;
  if (operator !== EQ && operator !== NE) return NotImplemented;
  let right: number;
  if (other instanceof PySignalDict) {
    const otherBits = bitsOf(other);
    if (otherBits === EXIT) return EXIT;
    right = otherBits as number;
  } else if (other instanceof PyDict) {
    if (other.size === 0) return raiseValueError(INVALID);
    const found = other.size === SIGNALS.length ? bitsOfDict(other) : undefined;
    if (found === undefined) return NotImplemented;
    if (found === EXIT) return EXIT;
    right = found as number;
  } else return NotImplemented;
  // As they are kept, condition by condition: of what an operation set, InvalidOperation is one of several.
  return (bits === right) === (operator === EQ);
}

/** The bits that a dictionary of all signals says; `undefined` if one is missing. */
function bitsOfDict(dict: PyDict): number | Exit | undefined {
  let bits = 0;
  for (const signal of SIGNALS) {
    const value = dict.get(signal.exception.type);
    if (value === undefined || value === EXIT) return value as Exit | undefined;
    const truth = isTrue(value as Value);
    if (truth === EXIT) return EXIT;
    bits = withSignal(bits, signal, truth as boolean);
  }
  return bits;
}

/** What `context.flags = value` takes: a signal dictionary, or a dictionary of exactly the signals. */
export function bitsOfMapping(value: Value): number {
  if (value instanceof PySignalDict) return value.bits;
  if (!(value instanceof PyDict)) throw error('TypeError', 'argument must be a signal dict');
  const bits = value.size === SIGNALS.length ? orThrow(bitsOfDict(value)) : undefined;
  if (bits === undefined) throw error('KeyError', INVALID);
  return bits as number;
}

/** What the constructor of contexts takes: a list of signals, too. */
export function bitsOfArgument(value: Value): number {
  if (!(value instanceof PyList)) return bitsOfMapping(value);
  let bits = 0;
  for (const item of value.toArray()) bits = withSignal(bits, orThrow(signalOf(item)) as Signal, true);
  return bits;
}

export const signalDictMixinType: PyType = builtinType<PySignalDict>('SignalDictMixin', {
  base: objectType,
  layout: PySignalDict,
  module: 'decimal',
  slots: {
    new: (cls: PyType) => {
      const made = new PySignalDict(null, false);
      return cls === signalDictMixinType ? made : adopt(made, cls);
    },
    init: () => true,
    repr: signalDictRepr,
    len: (self: PySignalDict) => (bitsOf(self) === EXIT ? EXIT : SIGNALS.length),
    iter: (self: PySignalDict) =>
      bitsOf(self) === EXIT ? EXIT : iter(new PyTuple(SIGNALS.map((signal) => signal.exception.type)) as Value),
    getItem,
    setItem,
    compare: compareSignals,
  },
  define(type) {
    type.method('copy(self, /)', 'Return the signals and their values as a dict.', (self) => {
      const { bits } = self;
      const copy = new PyDict();
      for (const signal of SIGNALS) orThrow(copy.set(signal.exception.type, isSet(bits, signal)));
      return copy as Value;
    });
  },
});

const types = new WeakMap<object, PyType>();

/** The class `SignalDict` of the current interpreter. */
export function signalDictType(): PyType {
  let type = types.get(state.interpreter);
  if (type === undefined) {
    const mapping = orThrow(imported('collections.abc', 'MutableMapping')) as Value;
    const namespace = new PyDict();
    namespace.setStr('__module__', 'abc');
    const bases = new PyTuple([signalDictMixinType, mapping]) as Value;
    type = orThrow(call(typeOf(mapping), ['SignalDict', bases, namespace])) as Value as PyType;
    types.set(state.interpreter, type);
  }
  return type;
}

/** The object `context.flags` or `context.traps`, made at the first look. */
export function signalView(context: PyDecimalContext, isTraps: boolean): Value {
  const known = isTraps ? context.trapsView : context.flagsView;
  if (known !== null) return known;
  const made = adopt(new PySignalDict(context, isTraps), signalDictType()) as Value;
  if (isTraps) context.trapsView = made;
  else context.flagsView = made;
  return made;
}
