/** `_decimal`: decimal arithmetic as the General Decimal Arithmetic Specification has it. https://docs.python.org/3.14/library/decimal.html */
import { getAttribute } from '../../objspace/attributes.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { imported } from '../../objspace/types/imported.ts';
import { contexts, getContext, PyDecimalContext, setContext } from './context.ts';
import { contextType, IEEE_CONTEXT_MAX_BITS, ieeeContext } from './context-type.ts';
import { decimalTupleType } from './decimal-tuple.ts';
import { decimalType } from './decimal-type.ts';
import { localContext } from './local-context.ts';
import { MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUNDING_NAMES } from './settings.ts';
import { signalDictType } from './signal-dict.ts';
import { CONDITIONS, decimalException, SIGNALS } from './signals.ts';

function defineConstants(module: ModuleBuilder): void {
  module.constant('MAX_PREC', MAX_PREC);
  module.constant('MAX_EMAX', MAX_EMAX);
  module.constant('MIN_EMIN', MIN_EMIN);
  module.constant('MIN_ETINY', MIN_ETINY);
  module.constant('IEEE_CONTEXT_MAX_BITS', IEEE_CONTEXT_MAX_BITS);
  module.constant('HAVE_THREADS', true);
  module.constant('HAVE_CONTEXTVAR', true);
  for (const name of ROUNDING_NAMES) module.constant(name, name);
  module.constant('__version__', '1.70');
  // The version of CPython's library whose results these are.
  module.constant('__libmpdec_version__', '2.5.1');
}

function defineContexts(module: ModuleBuilder): void {
  const { standard, basic, extended } = contexts();
  module.constant('DefaultContext', standard);
  module.constant('BasicContext', basic);
  module.constant('ExtendedContext', extended);
  module.function('getcontext()', 'Return the current context.', getContext);
  module.function('setcontext(context, /)', 'Make context the current one.', (context) => {
    if (!(context instanceof PyDecimalContext)) throw error('TypeError', 'argument must be a context');
    setContext(context);
    return null;
  });
  module.function(
    'localcontext(ctx=None, **kwargs)',
    'Return a context manager that makes a copy of ctx the current context for\na while, with the attributes that the other arguments name.',
    localContext,
  );
  module.function(
    'IEEEContext(bits, /)',
    'Return a context for the IEEE interchange format of so many bits.',
    ieeeContext,
  );
}

export const _decimal = builtinModule('_decimal', 'C decimal arithmetic module', (module) => {
  module.types(decimalType, contextType);
  module.constant('DecimalTuple', decimalTupleType());
  module.constant('DecimalException', decimalException.type);
  for (const signal of [...SIGNALS, ...CONDITIONS]) module.constant(signal.name, signal.exception.type);
  defineConstants(module);
  defineContexts(module);
  const number = orThrow(imported('numbers', 'Number')) as Value;
  orThrow(call(orThrow(getAttribute(number, 'register')) as Value, [decimalType]));
  signalDictType();
});
