/** What TypeVar, ParamSpec and TypeVarTuple share: a name, a default that may be evaluated lazily (PEP 696), attributes. */
import { raiseTypeError } from '../../exception.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../object.ts';
import { call, isTrue, repr, argumentName } from '../../operations.ts';
import { callerModule } from '../class-creation.ts';
import { PyDict } from '../dict/dict.ts';
import { callTyping } from './module.ts';
import { isText, textOf } from '../str/str.ts';
import { ConstantEvaluator } from './constant-evaluator.ts';
import { NoDefault } from './no-default.ts';

export abstract class PyTypeParameter extends PyObject {
  readonly name: string;
  isCovariant: boolean;
  isContravariant: boolean;
  infersVariance: boolean;
  /** The default, once known; `undefined` while there is none or it is not evaluated. */
  defaultValue: Value | undefined;
  /** A function of the annotation format that gives the default; null if there is none. */
  evaluateDefault: Value;
  attributes: PyDict | null;

  /** As the syntax `[T]` makes one; the constructors of the types change what differs. */
  constructor(name: string) {
    super();
    this.name = name;
    this.isCovariant = false;
    this.isContravariant = false;
    this.infersVariance = true;
    this.defaultValue = undefined;
    this.evaluateDefault = null;
    this.attributes = null;
  }
}

/** `type_param = default` in brackets. */
export function setDefault(parameter: Value, evaluator: Value): Result {
  (parameter as PyTypeParameter).evaluateDefault = evaluator;
  return parameter;
}

export function parameterDictionary(self: PyTypeParameter, create: boolean): PyDict | null {
  if (self.attributes === null && create) self.attributes = new PyDict();
  return self.attributes;
}

/** Gives a parameter made by a call the module of its caller, as classes have it. */
export function setCallerModule(parameter: { attributes: PyDict | null }): void {
  const module = callerModule.of();
  parameter.attributes ??= new PyDict();
  parameter.attributes.setStr('__module__', module === undefined ? null : module);
}

// ── Evaluation ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Format VALUE of annotations: the evaluators' argument when a value is wanted. */
const VALUE_FORMAT = 1;

/** A lazily evaluated part: its value, the evaluator's result, or what stands for "none". */
export function evaluated(
  known: Value | undefined,
  evaluator: Value,
  none: Value,
  keep: (value: Value) => void,
): Result {
  if (known !== undefined) return known;
  if (evaluator === null) return none;
  const value = call(evaluator, [VALUE_FORMAT]);
  if (value !== EXIT) keep(value as Value);
  return value;
}

/** `evaluate_*`: the function that the compiler made, or one that gives the value known. */
export function evaluatorOf(known: Value | undefined, evaluator: Value): Value {
  if (evaluator !== null) return evaluator;
  return known === undefined ? null : new ConstantEvaluator(known);
}

export function defaultOf(self: PyTypeParameter): Result {
  return evaluated(self.defaultValue, self.evaluateDefault, NoDefault, (value) => {
    self.defaultValue = value;
  });
}

function hasDefault(self: PyTypeParameter): boolean {
  return self.evaluateDefault !== null || (self.defaultValue !== undefined && self.defaultValue !== NoDefault);
}

// ── Construction ─────────────────────────────────────────────────────────────────────────────────────────────────

/** A value that must be a type, as `typing` checks it; None stands for its type. */
export function checkedType(value: Value, message: string): Result {
  return callTyping('_type_check', [value, message]);
}

export function parameterName(value: Value, callName: string): string | Exit {
  if (isText(value)) return textOf(value);
  return raiseTypeError(`${callName}() argument 'name' must be str, not ${argumentName(value)}`);
}

export interface Variance {
  readonly covariant: boolean;
  readonly contravariant: boolean;
  readonly infer: boolean;
}

export function truth(value: Value | undefined): boolean | Exit {
  return value === undefined ? false : isTrue(value);
}

// ── Members ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** `~T`, `+T`, `-T`; without a sign where variance is inferred. */
export function parameterRepr(self: PyTypeParameter): string {
  if (self.infersVariance) return self.name;
  return `${self.isCovariant ? '+' : self.isContravariant ? '-' : '~'}${self.name}`;
}

export function defineVariance(type: TypeBuilder<PyTypeParameter>): void {
  type.member('__covariant__', null, (self) => self.isCovariant);
  type.member('__contravariant__', null, (self) => self.isContravariant);
  type.member('__infer_variance__', null, (self) => self.infersVariance);
}

export function defineCommon(
  type: TypeBuilder<PyTypeParameter>,
  typeNameText: string,
  defaultDoc: string | null,
): void {
  type.member('__name__', null, (self) => self.name);
  type.getset('__default__', defaultDoc, defaultOf);
  type.getset('evaluate_default', null, (self) => evaluatorOf(self.defaultValue, self.evaluateDefault));
  type.method('has_default(self, /)', null, hasDefault);
  type.method('__reduce__(self, /)', null, (self) => self.name);
  type.method('__mro_entries__(self, object, /)', null, () =>
    raiseTypeError(`Cannot subclass an instance of ${typeNameText}`),
  );
}

/** Too few arguments for an alias: the text counts those without a default. */
export function tooFewArguments(alias: Value, given: number, expected: number): Exit {
  const text = repr(alias);
  if (text === EXIT) return EXIT;
  return raiseTypeError(
    `Too few arguments for ${textOf(text as Value)}; actual ${given}, expected at least ${expected}`,
  );
}
