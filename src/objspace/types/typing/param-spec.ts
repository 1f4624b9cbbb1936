/** `typing.ParamSpec` and what `P.args` and `P.kwargs` are (PEP 612). */
import { raiseTypeError } from '../../exception.ts';
import { builtinType, newSlot } from '../../gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../../object.ts';
import { equals, repr } from '../../operations.ts';
import { EQ, NE } from '../../slots.ts';
import type { PyType } from '../../type.ts';
import { callTyping } from './module.ts';
import { NotImplemented } from '../not-implemented.ts';
import { objectType } from '../object.ts';
import { textOf } from '../str/str.ts';
import { checkedUnion } from '../union.ts';
import { NoDefault } from './no-default.ts';
import * as shared from './type-parameter.ts';
import { setVariance } from './type-var.ts';

export class PyParamSpec extends shared.PyTypeParameter {
  bound: Value;
  constructor(name: string) {
    super(name);
    this.bound = null;
  }
}

/** `P.args` or `P.kwargs`. */
abstract class PyParamSpecPart extends PyObject {
  readonly origin: Value;
  constructor(origin: Value) {
    super();
    this.origin = origin;
  }
}
class PyParamSpecArgs extends PyParamSpecPart {}
class PyParamSpecKwargs extends PyParamSpecPart {}

function paramSpecNew(
  _cls: PyType,
  nameValue: Value,
  bound: Value,
  given: Value,
  covariant: Value,
  contravariant: Value,
  infer: Value,
): Result {
  const name = shared.parameterName(nameValue, 'paramspec');
  if (name === EXIT) return EXIT;
  const spec = new PyParamSpec(name as string);
  const named = new Map<string, Value>([
    ['covariant', covariant],
    ['contravariant', contravariant],
    ['infer_variance', infer],
  ]);
  if (setVariance(spec, named) === EXIT) return EXIT;
  spec.bound = bound;
  spec.defaultValue = given === undefined ? NoDefault : given;
  shared.setCallerModule(spec);
  return spec;
}

export const paramSpecType: PyType = builtinType<PyParamSpec>('ParamSpec', {
  base: objectType,
  layout: PyParamSpec,
  module: 'typing',
  isBaseType: false,
  dictionary: shared.parameterDictionary,
  doc: `
    Parameter specification variable.

    The preferred way to construct a parameter specification is via the
    dedicated syntax for generic functions, classes, and type aliases,
    where the use of '**' creates a parameter specification::

        type IntFunc[**P] = Callable[P, int]

    The following syntax creates a parameter specification that defaults
    to a callable accepting two positional-only arguments of types int
    and str:

        type IntFuncDefault[**P = (int, str)] = Callable[P, int]

    For compatibility with Python 3.11 and earlier, ParamSpec objects
    can also be created as follows::

        P = ParamSpec('P')
        DefaultP = ParamSpec('DefaultP', default=(int, str))

    Parameter specification variables exist primarily for the benefit of
    static type checkers.  They are used to forward the parameter types of
    one callable to another callable, a pattern commonly found in
    higher-order functions and decorators.  They are only valid when used
    in \`\`Concatenate\`\`, or as the first argument to \`\`Callable\`\`, or as
    parameters for user-defined Generics. See class Generic for more
    information on generic types.

    An example for annotating a decorator::

        def add_logging[**P, T](f: Callable[P, T]) -> Callable[P, T]:
            '''A type-safe decorator to add logging to a function.'''
            def inner(*args: P.args, **kwargs: P.kwargs) -> T:
                logging.info(f'{f.__name__} was called')
                return f(*args, **kwargs)
            return inner

        @add_logging
        def add_two(x: float, y: float) -> float:
            '''Add two numbers together.'''
            return x + y

    Parameter specification variables can be introspected. e.g.::

        >>> P = ParamSpec("P")
        >>> P.__name__
        'P'

    Note that parameter specification variables defined in the global
    scope can be pickled.
  `,
  slots: {
    new: newSlot(
      'paramspec(cls, name, *, bound=None, default=<absent>, covariant=False, contravariant=False, infer_variance=False)',
      paramSpecNew as never,
    ),
    repr: shared.parameterRepr,
    bitOr: (self: PyParamSpec, other) => checkedUnion(self, other),
    rbitOr: (self: PyParamSpec, other) => checkedUnion(other, self),
  },
  define(type) {
    type.member('__bound__', null, (self) => self.bound);
    shared.defineVariance(type as never);
    shared.defineCommon(type as never, 'ParamSpec', 'The default value for this ParamSpec.');
    type.getset('args', 'Represents positional arguments.', (self) => new PyParamSpecArgs(self));
    type.getset('kwargs', 'Represents keyword arguments.', (self) => new PyParamSpecKwargs(self));
    type.method('__typing_subst__(self, arg, /)', null, (self, arg) => callTyping('_paramspec_subst', [self, arg]));
    type.method('__typing_prepare_subst__(self, alias, args, /)', null, (self, alias, args) =>
      callTyping('_paramspec_prepare_subst', [self, alias, args]),
    );
  },
});

function declarePart(
  name: string,
  layout: typeof PyParamSpecArgs,
  attribute: string,
  callName: string,
  doc: string,
): PyType {
  return builtinType<PyParamSpecPart>(name, {
    base: objectType,
    layout,
    module: 'typing',
    isBaseType: false,
    doc,
    slots: {
      new: newSlot(`${callName}(cls, origin)`, ((_cls: PyType, origin: Value) => new layout(origin)) as never),
      repr: (self: PyParamSpecPart) => {
        if (self.origin instanceof PyParamSpec) return `${self.origin.name}.${attribute}`;
        const text = repr(self.origin);
        return text === EXIT ? EXIT : `${textOf(text as Value)}.${attribute}`;
      },
      compare: (self: PyParamSpecPart, other, operator) => {
        if (!(other instanceof layout) || (operator !== EQ && operator !== NE)) return NotImplemented;
        const same = equals(self.origin, other.origin);
        return same === EXIT ? EXIT : same === (operator === EQ);
      },
    },
    define(type) {
      type.member('__origin__', null, (self) => self.origin);
      type.method('__mro_entries__(self, object, /)', null, () =>
        raiseTypeError(`Cannot subclass an instance of ${name}`),
      );
    },
  });
}

export const paramSpecArgsType = declarePart(
  'ParamSpecArgs',
  PyParamSpecArgs,
  'args',
  'paramspecargs',
  `
  The args for a ParamSpec object.

  Given a ParamSpec object P, P.args returns an instance of ParamSpecArgs.

  ParamSpecArgs objects have a reference back to their ParamSpec::

      >>> P = ParamSpec("P")
      >>> P.args.__origin__ is P
      True

  This type is meant for runtime introspection and has no special meaning
  to static type checkers.
`,
);
export const paramSpecKwargsType = declarePart(
  'ParamSpecKwargs',
  PyParamSpecKwargs,
  'kwargs',
  'paramspeckwargs',
  `
  The kwargs for a ParamSpec object.

  Given a ParamSpec object P, P.kwargs returns an instance of ParamSpecKwargs.

  ParamSpecKwargs objects have a reference back to their ParamSpec::

      >>> P = ParamSpec("P")
      >>> P.kwargs.__origin__ is P
      True

  This type is meant for runtime introspection and has no special meaning
  to static type checkers.
`,
);
