/** Contexts as objects: settings, traps and flags, and how an operation under a context ends. The type is in context-type.ts. */
import { currentContext as currentVariables, PyContextVar } from '../_contextvars/context.ts';
import { caught, error } from '../../objspace/exception.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import { DIVISION_BY_ZERO, ANY_INVALID, CLAMPED, OVERFLOW, UNDERFLOW } from './conditions.ts';
import { raiseSignal } from './signals.ts';
import { ROUND_HALF_EVEN, ROUND_HALF_UP, Settings } from './settings.ts';
import type { PyDecimal } from './value.ts';

const DEFAULT_PRECISION = 28;
const TEMPLATE_PRECISION = 9;
const DEFAULT_EXPONENT = 999999;

export class PyDecimalContext extends PyObject {
  settings: Settings;
  capitals: boolean;
  /** Conditions that raise. */
  traps: number;
  /** Conditions that have happened. */
  flags: number;
  /** The objects `flags` and `traps`, once they have been asked for. */
  flagsView: Value;
  trapsView: Value;

  constructor(settings: Settings, capitals: boolean, traps: number) {
    super();
    this.settings = settings;
    this.capitals = capitals;
    this.traps = traps;
    this.flags = 0;
    this.flagsView = null;
    this.trapsView = null;
  }

  /** Takes over everything but the views. */
  assign(other: PyDecimalContext): void {
    this.settings = other.settings.copy();
    this.capitals = other.capitals;
    this.traps = other.traps;
    this.flags = other.flags;
  }

  copy(): PyDecimalContext {
    const copy = new PyDecimalContext(this.settings.copy(), this.capitals, this.traps);
    copy.flags = this.flags;
    return copy;
  }
}

// ── What each interpreter has ────────────────────────────────────────────────────────────────────────────────────

/** The templates and the context variable of one interpreter. */
class Contexts {
  readonly interpreter: object;
  readonly variable: PyContextVar;
  readonly standard: PyDecimalContext;
  readonly basic: PyDecimalContext;
  readonly extended: PyDecimalContext;

  constructor(interpreter: object) {
    this.interpreter = interpreter;
    this.variable = new PyContextVar('decimal_context', undefined);
    const errors = ANY_INVALID | DIVISION_BY_ZERO | OVERFLOW;
    this.standard = template(DEFAULT_PRECISION, ROUND_HALF_EVEN, errors);
    this.basic = template(TEMPLATE_PRECISION, ROUND_HALF_UP, errors | UNDERFLOW | CLAMPED);
    this.extended = template(TEMPLATE_PRECISION, ROUND_HALF_EVEN, 0);
  }
}

function template(precision: number, rounding: 4 | 6, traps: number): PyDecimalContext {
  return new PyDecimalContext(new Settings(precision, -DEFAULT_EXPONENT, DEFAULT_EXPONENT, rounding, 0), true, traps);
}

const byInterpreter = new WeakMap<object, Contexts>();
let last: Contexts | undefined;

export function contexts(): Contexts {
  if (last !== undefined && last.interpreter === state.interpreter) return last;
  let found = byInterpreter.get(state.interpreter);
  if (found === undefined) {
    found = new Contexts(state.interpreter);
    byInterpreter.set(state.interpreter, found);
  }
  last = found;
  return found;
}

/** A new context with the values of DefaultContext and no flags. */
export function newContext(): PyDecimalContext {
  const copy = contexts().standard.copy();
  copy.flags = 0;
  return copy;
}

/** The current context of the running thread or task. */
export function getContext(): PyDecimalContext {
  const { variable } = contexts();
  const known = currentVariables().get(variable);
  if (known !== undefined) return known as PyDecimalContext;
  const made = newContext();
  currentVariables().set(variable, made);
  return made;
}

/** Makes the context current; of a template a copy, which nobody else changes. */
export function setContext(context: PyDecimalContext): void {
  const { variable, standard, basic, extended } = contexts();
  let chosen = context;
  if (context === standard || context === basic || context === extended) {
    chosen = context.copy();
    chosen.flags = 0;
  }
  currentVariables().set(variable, chosen);
}

/** The argument `context=None` of a method. */
export function contextArgument(value: Value): PyDecimalContext {
  if (value === null) return getContext();
  if (value instanceof PyDecimalContext) return value;
  throw error('TypeError', 'optional argument must be a context');
}

// ── Operations under a context ───────────────────────────────────────────────────────────────────────────────────

/** Keeps conditions as flags and raises those that are trapped. */
export function signalConditions(context: PyDecimalContext, conditions: number): true | Exit {
  context.flags |= conditions;
  const trapped = conditions & context.traps;
  return trapped === 0 ? true : raiseSignal(trapped);
}

/** The end of an operation: its conditions, then its result. */
export function conclude(context: PyDecimalContext, result: Value): Result {
  const { settings } = context;
  const { status } = settings;
  if (status === 0) return result;
  settings.status = 0;
  return signalConditions(context, status) === EXIT ? EXIT : result;
}

/** What a computation threw becomes the exception in flight, and its conditions are forgotten. */
export function abandon(context: PyDecimalContext, thrown: unknown): Exit {
  context.settings.status = 0;
  return caught(thrown);
}

export type UnaryOperation = (a: PyDecimal, settings: Settings) => PyDecimal;
export type BinaryOperation = (a: PyDecimal, b: PyDecimal, settings: Settings) => PyDecimal;

export function performUnary(context: PyDecimalContext, operation: UnaryOperation, a: PyDecimal): Result {
  try {
    return conclude(context, operation(a, context.settings) as Value);
  } catch (thrown) {
    return abandon(context, thrown);
  }
}

export function performBinary(
  context: PyDecimalContext,
  operation: BinaryOperation,
  a: PyDecimal,
  b: PyDecimal,
): Result {
  try {
    return conclude(context, operation(a, b, context.settings) as Value);
  } catch (thrown) {
    return abandon(context, thrown);
  }
}

/** Any computation under the context. */
export function perform(context: PyDecimalContext, compute: (settings: Settings) => Value | Exit): Result {
  try {
    const result = compute(context.settings);
    return result === EXIT ? abandonQuietly(context) : conclude(context, result as Value);
  } catch (thrown) {
    return abandon(context, thrown);
  }
}

function abandonQuietly(context: PyDecimalContext): Exit {
  context.settings.status = 0;
  return EXIT;
}
