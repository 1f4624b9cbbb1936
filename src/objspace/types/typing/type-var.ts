/** `typing.TypeVar`, made by a call or by the syntax `[T: bound = default]` (PEP 484, 695, 696). */
import { raiseTypeError, raiseValueError } from '../../exception.ts';
import { builtinType, newSlot } from '../../gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { itemsOf } from '../../operations.ts';
import { getAttribute } from '../../attributes.ts';
import type { PyType } from '../../type.ts';
import { callTyping } from './module.ts';
import { objectType } from '../object.ts';
import { PyTuple } from '../tuple.ts';
import { checkedUnion } from '../union.ts';
import { NoDefault } from './no-default.ts';
import * as shared from './type-parameter.ts';

export class PyTypeVar extends shared.PyTypeParameter {
  bound: Value | undefined;
  evaluateBound: Value;
  /** A tuple. */
  constraints: Value | undefined;
  evaluateConstraints: Value;

  constructor(name: string) {
    super(name);
    this.bound = undefined;
    this.evaluateBound = null;
    this.constraints = undefined;
    this.evaluateConstraints = null;
  }
}

const ALLOWED_KEYWORDS = ['name', 'bound', 'default', 'covariant', 'contravariant', 'infer_variance'];

/** `TypeVar(name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)`. */
function typeVarNew(_cls: PyType, args: Value[], named: ReadonlyMap<string, Value>): Result {
  for (const keyword of named.keys()) {
    if (!ALLOWED_KEYWORDS.includes(keyword))
      return raiseTypeError(`typevar() got an unexpected keyword argument '${keyword}'`);
  }
  const nameValue = args.length > 0 ? args[0] : named.get('name');
  if (args.length > 0 && named.has('name'))
    return raiseTypeError("argument for typevar() given by name ('name') and position (1)");
  if (nameValue === undefined) return raiseTypeError("typevar() missing required argument 'name' (pos 1)");
  const name = shared.parameterName(nameValue, 'typevar');
  if (name === EXIT) return EXIT;
  const variable = new PyTypeVar(name as string);
  if (setVariance(variable, named) === EXIT || setLimits(variable, args.slice(1), named.get('bound')) === EXIT)
    return EXIT;
  const given = named.get('default');
  variable.defaultValue = given === undefined ? NoDefault : given;
  shared.setCallerModule(variable);
  return variable;
}

/** The variance of a parameter made by a call: none unless said. */
export function setVariance(parameter: shared.PyTypeParameter, named: ReadonlyMap<string, Value>): true | Exit {
  const covariant = shared.truth(named.get('covariant'));
  const contravariant = covariant === EXIT ? EXIT : shared.truth(named.get('contravariant'));
  const infer = contravariant === EXIT ? EXIT : shared.truth(named.get('infer_variance'));
  if (infer === EXIT) return EXIT;
  if (covariant && contravariant) return raiseValueError('Bivariant types are not supported.');
  if (infer && (covariant || contravariant))
    return raiseValueError('Variance cannot be specified with infer_variance.');
  parameter.isCovariant = covariant as boolean;
  parameter.isContravariant = contravariant as boolean;
  parameter.infersVariance = infer as boolean;
  return true;
}

function setLimits(variable: PyTypeVar, constraints: Value[], bound: Value | undefined): true | Exit {
  if (bound !== undefined && bound !== null) {
    const checked = shared.checkedType(bound, 'Bound must be a type.');
    if (checked === EXIT) return EXIT;
    variable.bound = checked as Value;
  }
  if (constraints.length === 0) return true;
  if (constraints.length === 1) return raiseTypeError('A single constraint is not allowed');
  if (variable.bound !== undefined) return raiseTypeError('Constraints cannot be combined with bound=...');
  variable.constraints = new PyTuple(constraints) as Value;
  return true;
}

/** `__typing_prepare_subst__`: adds the default where the arguments end before this parameter. */
export function prepareWithDefault(self: shared.PyTypeParameter, alias: Value, args: Value): Result {
  const parameters = getAttribute(alias, '__parameters__');
  const list = parameters === EXIT ? EXIT : itemsOf(parameters as Value);
  const given = list === EXIT ? EXIT : itemsOf(args);
  if (given === EXIT) return EXIT;
  const items = given as Value[];
  const index = (list as Value[]).indexOf(self);
  if (index >= 0 && index < items.length) return args;
  if (index === items.length) {
    const value = shared.defaultOf(self);
    if (value === EXIT) return EXIT;
    if (value !== NoDefault) return new PyTuple([...items, value as Value]) as Value;
  }
  return shared.tooFewArguments(alias, items.length, index + 1);
}

export const typeVarType: PyType = builtinType<PyTypeVar>('TypeVar', {
  base: objectType,
  layout: PyTypeVar,
  module: 'typing',
  isBaseType: false,
  dictionary: shared.parameterDictionary,
  doc: `
    Type variable.

    The preferred way to construct a type variable is via the dedicated
    syntax for generic functions, classes, and type aliases::

        class Sequence[T]:  # T is a TypeVar
            ...

    This syntax can also be used to create bound and constrained type
    variables::

        # S is a TypeVar bound to str
        class StrSequence[S: str]:
            ...

        # A is a TypeVar constrained to str or bytes
        class StrOrBytesSequence[A: (str, bytes)]:
            ...

    Type variables can also have defaults:

        class IntDefault[T = int]:
            ...

    However, if desired, reusable type variables can also be constructed
    manually, like so::

       T = TypeVar('T')  # Can be anything
       S = TypeVar('S', bound=str)  # Can be any subtype of str
       A = TypeVar('A', str, bytes)  # Must be exactly str or bytes
       D = TypeVar('D', default=int)  # Defaults to int

    Type variables exist primarily for the benefit of static type
    checkers.  They serve as the parameters for generic types as well
    as for generic function and type alias definitions.

    The variance of type variables is inferred by type checkers when they
    are created through the type parameter syntax and when
    \`\`infer_variance=True\`\` is passed.  Manually created type variables may
    be explicitly marked covariant or contravariant by passing
    \`\`covariant=True\`\` or \`\`contravariant=True\`\`.  By default, manually
    created type variables are invariant.  See PEP 484 and PEP 695 for more
    details.
  `,
  slots: {
    new: newSlot('typevar(cls, *args, **keywords)', typeVarNew as never),
    repr: shared.parameterRepr,
    bitOr: (self: PyTypeVar, other) => checkedUnion(self, other),
    rbitOr: (self: PyTypeVar, other) => checkedUnion(other, self),
  },
  define(type) {
    type.getset('__bound__', null, (self) =>
      shared.evaluated(self.bound, self.evaluateBound, null, (value) => {
        self.bound = value;
      }),
    );
    type.getset('evaluate_bound', null, (self) => shared.evaluatorOf(self.bound, self.evaluateBound));
    type.getset('__constraints__', null, (self) =>
      shared.evaluated(self.constraints, self.evaluateConstraints, new PyTuple([]) as Value, (value) => {
        self.constraints = value;
      }),
    );
    type.getset('evaluate_constraints', null, (self) => shared.evaluatorOf(self.constraints, self.evaluateConstraints));
    shared.defineVariance(type as never);
    shared.defineCommon(type as never, 'TypeVar', null);
    type.method('__typing_subst__(self, arg, /)', null, (self, arg) => callTyping('_typevar_subst', [self, arg]));
    type.method('__typing_prepare_subst__(self, alias, args, /)', null, prepareWithDefault);
  },
});
