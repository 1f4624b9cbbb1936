/** `_functools`: functions that operate on functions. Reference: https://docs.python.org/3.14/library/functools.html */
import { isInFlight, raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { callWithTwo } from '../../objspace/gateway/short-calls.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { iter } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import { PyKeyWrapper } from './key-wrapper.ts';
import { lruCacheType } from './lru-cache.ts';
import { partialType } from './partial.ts';
import { Placeholder, placeholderType } from './placeholder.ts';

function reduce(callee: Value, iterable: Value, initial: Value | undefined): Result {
  const iterator = iter(iterable);
  if (iterator === EXIT) {
    if (!isInFlight('TypeError')) return EXIT;
    state.exception = null;
    return raiseTypeError('reduce() arg 2 must support iteration');
  }
  let result: Result | undefined = initial;
  for (let item = nextOf(iterator as Value); item !== undefined; item = nextOf(iterator as Value)) {
    if (item === EXIT) return EXIT;
    result = result === undefined ? item : callWithTwo(callee, result as Value, item as Value);
    if (result === EXIT) return EXIT;
  }
  return result === undefined ? raiseTypeError('reduce() of empty iterable with no initial value') : result;
}

const REDUCE_DOC =
  'Apply a function of two arguments cumulatively to the items of an iterable, from left to right.\n\n' +
  'This effectively reduces the iterable to a single value.  If initial is\npresent, it is placed before the items of the iterable in the\n' +
  'calculation, and serves as a default when the iterable is empty.\n\n' +
  'For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])\ncalculates ((((1 + 2) + 3) + 4) + 5).';

export const _functools = builtinModule('_functools', 'Tools that operate on functions.', (module) => {
  module.types(partialType, lruCacheType, placeholderType);
  module.constant('Placeholder', Placeholder);
  module.function('reduce(function, iterable, /, initial=<absent>)', REDUCE_DOC, reduce);
  module.function(
    'cmp_to_key(mycmp)',
    'Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.',
    (comparison) => new PyKeyWrapper(comparison, undefined),
  );
});
