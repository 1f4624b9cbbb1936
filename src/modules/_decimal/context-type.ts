/** The type `Context`. Its `flags` and `traps` are no descriptors: as in CPython, they are attributes of contexts only. */
import { caught, error, raise } from '../../objspace/exception.ts';
import { genericGetAttribute, genericSetAttribute, noAttribute } from '../../objspace/attributes.ts';
import { builtinType, initSlot, newSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt, isShaped } from '../../objspace/instance.ts';
import type { Exit, Result, Value } from '../../objspace/object.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { newContext, PyDecimalContext } from './context.ts';
import { ATTRIBUTES, setGiven, sizeArgument } from './context-attributes.ts';
import { defineOperations } from './context-methods.ts';
import { roundedDecimal, roundedFromFloat } from './conversion.ts';
import { ROUNDING_NAMES, Settings } from './settings.ts';
import { signalView } from './signal-dict.ts';
import { signalList, signalNames } from './signals.ts';

function contextRepr({ settings, capitals, flags, traps }: PyDecimalContext): string {
  const { precision, rounding, emin, emax, clamp } = settings;
  return `Context(prec=${precision}, rounding=${ROUNDING_NAMES[rounding]}, Emin=${emin}, Emax=${emax}, capitals=${capitals ? 1 : 0}, clamp=${clamp}, flags=[${signalNames(flags)}], traps=[${signalNames(traps)}])`;
}

function getAttribute(self: PyDecimalContext, name: string): Result {
  if (name !== 'flags' && name !== 'traps') return genericGetAttribute(self, name);
  try {
    return signalView(self, name === 'traps');
  } catch (thrown) {
    return caught(thrown);
  }
}

function setAttribute(self: PyDecimalContext, name: string, value: Value | undefined): true | Exit {
  if (value === undefined && !isShaped(self)) return raise('AttributeError', 'context attributes cannot be deleted');
  const set = ATTRIBUTES.get(name);
  if (set === undefined) {
    const isUnknown = !isShaped(self) && typeOf(self).lookup(name) === undefined;
    return isUnknown ? noAttribute(self, name) : genericSetAttribute(self, name, value);
  }
  if (value === undefined) return raise('AttributeError', 'context attributes cannot be deleted');
  try {
    set(self, value);
    return true;
  } catch (thrown) {
    return caught(thrown);
  }
}

function makeContext(cls: PyType): Value {
  const made = newContext();
  return cls === contextType ? made : adopt(made, cls);
}

function defineAttributes(type: TypeBuilder<PyDecimalContext>): void {
  const set = (name: string) => (self: PyDecimalContext, value: Value | undefined) => setAttribute(self, name, value);
  type.getset('prec', null, ({ settings }) => settings.precision, set('prec'));
  type.getset('Emax', null, ({ settings }) => settings.emax, set('Emax'));
  type.getset('Emin', null, ({ settings }) => settings.emin, set('Emin'));
  type.getset('rounding', null, ({ settings }) => ROUNDING_NAMES[settings.rounding], set('rounding'));
  type.getset('capitals', null, ({ capitals }) => (capitals ? 1 : 0), set('capitals'));
  type.getset('clamp', null, ({ settings }) => settings.clamp, set('clamp'));
}

function reduce(self: PyDecimalContext): Value {
  const { precision, rounding, emin, emax, clamp } = self.settings;
  const state = [
    precision,
    ROUNDING_NAMES[rounding],
    emin,
    emax,
    self.capitals ? 1 : 0,
    clamp,
    PyList.of(signalList(self.flags)) as Value,
    PyList.of(signalList(self.traps)) as Value,
  ];
  return new PyTuple([typeOf(self), new PyTuple(state) as Value]) as Value;
}

function defineManagement(type: TypeBuilder<PyDecimalContext>): void {
  type.method('Etiny(self, /)', 'Return the least exponent of a subnormal number.', ({ settings }) => settings.etiny);
  type.method(
    'Etop(self, /)',
    'Return the largest exponent of a number with all its digits.',
    ({ settings }) => settings.etop,
  );
  type.method('clear_flags(self, /)', 'Reset all flags.', (self) => {
    self.flags = 0;
    return null;
  });
  type.method('clear_traps(self, /)', 'Reset all traps.', (self) => {
    self.traps = 0;
    return null;
  });
  type.method('__copy__(self, /)', null, (self) => self.copy());
  type.method('copy(self, /)', 'Return a copy of the context.', (self) => self.copy());
  type.method('__reduce__(self, /)', null, reduce);
  type.method('__sizeof__(self, /)', 'How many bytes the context takes.', () => 104);
  type.method(
    'create_decimal(self, num="0", /)',
    'Return num as a Decimal, rounded as the context asks.',
    (self, num) => roundedDecimal(num, self),
  );
  type.method(
    'create_decimal_from_float(self, f, /)',
    'Return the float f as a Decimal, rounded as the context asks.',
    (self, f) => roundedFromFloat(f, self),
  );
}

export const contextType: PyType = builtinType<PyDecimalContext>('Context', {
  base: objectType,
  layout: PyDecimalContext,
  module: 'decimal',
  signature: '(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)',
  doc: `
    A context of decimal arithmetic: precision, rounding, bounds of the
    exponent, and which conditions raise exceptions. What is not given is
    as in DefaultContext.
  `,
  slots: {
    new: newSlot('Context(cls, *args, **kwargs)', (cls) => makeContext(cls)),
    init: initSlot(
      'Context(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)',
      (self: PyDecimalContext, ...values) => {
        setGiven(self, values as Value[]);
        return true;
      },
      true,
    ),
    repr: contextRepr,
    getAttribute,
    setAttribute,
  },
  define(type) {
    defineOperations(type);
    defineManagement(type);
    defineAttributes(type);
    type.nameless();
  },
});

// ── IEEE interchange formats ─────────────────────────────────────────────────────────────────────────────────────

export const IEEE_CONTEXT_MAX_BITS = 512;

/** The context of the interchange format of this many bits. */
export function ieeeContext(value: Value): Value {
  const bits = sizeArgument(value);
  if (bits <= 0 || bits > IEEE_CONTEXT_MAX_BITS || Number(bits) % 32 !== 0) {
    throw error('ValueError', `argument must be a multiple of 32, with a maximum of ${IEEE_CONTEXT_MAX_BITS}`);
  }
  const count = Number(bits);
  const emax = 3 * 2 ** (count / 16 + 3);
  return new PyDecimalContext(new Settings(9 * (count / 32) - 2, 1 - emax, emax, 6, 1), true, 0);
}
