/** `typhon`: what Python code may know of the JavaScript program that runs it. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { limitExceededType } from '../../objspace/types/exceptions/limit-exceeded.ts';
import { jsErrorType } from './js-error.ts';
import { jsFunctionType, jsObjectType } from './js-object.ts';
import { jsPromiseType, runSync } from './js-promise.ts';

export const typhon = builtinModule('typhon', 'The JavaScript program that runs Python.', (module) => {
  // A package: `typhon.jit` is in it.
  module.constant('__path__', PyList.of([]));
  module.types(jsObjectType, jsFunctionType, jsPromiseType, jsErrorType(), limitExceededType);
  module.function(
    'run_sync(promise, /)',
    'Wait for a JavaScript promise and return its result.\n\nThe program is suspended meanwhile: it must have been started with runAsync, and the call must not be\ninside a callback of a built-in function, which cannot be suspended.',
    runSync,
  );
});
