/** The exceptions of decimal arithmetic, and which conditions (conditions.ts) each stands for. */
import { raise, raiseObject } from '../../objspace/exception.ts';
import { ModuleException } from '../../objspace/module-exception.ts';
import type { Exit, Value } from '../../objspace/object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import {
  ANY_INVALID,
  CLAMPED,
  CONVERSION_SYNTAX,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  FLOAT_OPERATION,
  INEXACT,
  INVALID_CONTEXT,
  INVALID_OPERATION,
  OVERFLOW,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
} from './conditions.ts';

const signal = (name: string, ...bases: (string | ModuleException)[]): ModuleException =>
  new ModuleException('decimal', name, bases);

export const decimalException = signal('DecimalException', 'ArithmeticError');
const invalidOperation = signal('InvalidOperation', decimalException);
const inexact = signal('Inexact', decimalException);
const rounded = signal('Rounded', decimalException);
const subnormal = signal('Subnormal', decimalException);

export interface Signal {
  readonly name: string;
  readonly exception: ModuleException;
  /** Its conditions; the first one is set where only the signal is named. */
  readonly conditions: number;
  readonly condition: number;
}

const row = (name: string, exception: ModuleException, condition: number, conditions: number = condition): Signal => ({
  name,
  exception,
  condition,
  conditions,
});

/** In the order of a context's signal dictionaries, which is also the one in which trapped signals are looked for. */
export const SIGNALS: readonly Signal[] = [
  row('InvalidOperation', invalidOperation, INVALID_OPERATION, ANY_INVALID),
  row('FloatOperation', signal('FloatOperation', decimalException, 'TypeError'), FLOAT_OPERATION),
  row('DivisionByZero', signal('DivisionByZero', decimalException, 'ZeroDivisionError'), DIVISION_BY_ZERO),
  row('Overflow', signal('Overflow', inexact, rounded), OVERFLOW),
  row('Underflow', signal('Underflow', inexact, rounded, subnormal), UNDERFLOW),
  row('Subnormal', subnormal, SUBNORMAL),
  row('Inexact', inexact, INEXACT),
  row('Rounded', rounded, ROUNDED),
  row('Clamped', signal('Clamped', decimalException), CLAMPED),
];

/** The conditions of InvalidOperation that have exceptions of their own, which are never raised but named. */
export const CONDITIONS: readonly Signal[] = [
  row('InvalidOperation', invalidOperation, INVALID_OPERATION),
  row('ConversionSyntax', signal('ConversionSyntax', invalidOperation), CONVERSION_SYNTAX),
  row('DivisionImpossible', signal('DivisionImpossible', invalidOperation), DIVISION_IMPOSSIBLE),
  row('DivisionUndefined', signal('DivisionUndefined', invalidOperation, 'ZeroDivisionError'), DIVISION_UNDEFINED),
  row('InvalidContext', signal('InvalidContext', invalidOperation), INVALID_CONTEXT),
];

/** Names of the signals in a set of conditions, in the order of the bits; InvalidOperation where its first condition is. */
export function signalNames(conditions: number): string {
  const names: string[] = [];
  let rest = conditions;
  while (rest !== 0) {
    const bit = rest & -rest;
    const found = SIGNALS.find((entry) => (entry.conditions & bit) !== 0)!;
    names.push(found.name);
    rest &= ~found.conditions;
  }
  return names.join(', ');
}

/** The exception classes of the signals in a set of conditions. */
export function signalList(conditions: number): Value[] {
  return SIGNALS.filter((entry) => (entry.conditions & conditions) !== 0).map((entry) => entry.exception.type);
}

/** Raises the first signal among trapped conditions; the exception's argument lists what happened. */
export function raiseSignal(conditions: number): Exit {
  const first = SIGNALS.find((entry) => (entry.conditions & conditions) !== 0)!;
  const named = CONDITIONS.filter((entry) => (entry.conditions & conditions) !== 0);
  const others = SIGNALS.slice(1).filter((entry) => (entry.conditions & conditions) !== 0);
  const classes = [...named, ...others].map((entry) => entry.exception.type as Value);
  return raiseObject(first.exception.error(PyList.of(classes) as Value));
}

export const SIGNAL_HINT =
  'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]';

/** The signal whose exception class this is; KeyError if it is none. */
export function signalOf(value: Value): Signal | Exit {
  const found = SIGNALS.find((entry) => entry.exception.type === value);
  return found ?? raise('KeyError', SIGNAL_HINT);
}
