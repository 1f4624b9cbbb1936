/** `atexit`: functions that are called when the interpreter ends, the last one registered first. */
import { exitCallbacks } from '../../interpreter/exit-callbacks.ts';
import { raiseTypeError, takeException } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { call, repr } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { sameOrEqual } from '../../objspace/types/sequences.ts';
import { textOf } from '../../objspace/types/str/str.ts';

interface Callback {
  readonly callable: Value;
  readonly args: Value[];
  readonly keywords: readonly string[] | null;
}

/** The callbacks of one interpreter. */
class Callbacks {
  private list: Callback[];

  constructor() {
    this.list = [];
  }

  get size(): number {
    return this.list.length;
  }

  add(callback: Callback): void {
    this.list.push(callback);
  }

  clear(): void {
    this.list = [];
  }

  /** Removes all that are equal to the function. */
  remove(callable: Value): true | Exit {
    const kept: Callback[] = [];
    for (const callback of this.list) {
      const same = sameOrEqual(callback.callable, callable);
      if (same === EXIT) return EXIT;
      if (same === false) kept.push(callback);
    }
    this.list = kept;
    return true;
  }

  /** Calls all, and forgets them; those that are registered meanwhile are never called. */
  run(): void {
    for (const { callable, args, keywords } of this.list.toReversed())
      if (call(callable, args, keywords) === EXIT) report(callable);
    this.list = [];
  }
}

function report(callable: Value): void {
  const exception = takeException();
  const shown = repr(callable);
  if (shown === EXIT) takeException();
  const name = shown === EXIT ? '<unprintable>' : textOf(shown as Value);
  state.interpreter.unraisable(exception, null, `Exception ignored in atexit callback ${name}`);
}

const DOC =
  'allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n';

export const atexit = builtinModule('atexit', DOC, (module) => {
  const callbacks = new Callbacks();
  exitCallbacks().run = () => callbacks.run();
  module.function(
    'register(func=<required>, /, *args, **kwargs)',
    'Register a function to be executed upon normal program termination\n\n    func - function to be called at exit\n    args - optional arguments to pass to func\n    kwargs - optional keyword arguments to pass to func\n\n    func is returned to facilitate usage as a decorator.',
    (callable, args, keywords) => {
      if (callable === undefined) return raiseTypeError('register() takes at least 1 argument (0 given)');
      if (typeOf(callable).slots.call === undefined) return raiseTypeError('the first argument must be callable');
      const names = keywords.size === 0 ? null : [...keywords.keys()];
      callbacks.add({ callable, args: [...args, ...keywords.values()], keywords: names });
      return callable;
    },
  );
  module.function('_clear()', 'Clear the list of previously registered exit functions.', () => {
    callbacks.clear();
    return null;
  });
  module.function(
    'unregister(func, /)',
    'Unregister an exit function which was previously registered using\natexit.register\n\n    func - function to be unregistered',
    (callable) => (callbacks.remove(callable) === EXIT ? EXIT : null),
  );
  module.function(
    '_run_exitfuncs()',
    'Run all registered exit functions.\n\nIf a callback raises an exception, it is logged with sys.unraisablehook.',
    () => {
      callbacks.run();
      return null;
    },
  );
  module.function('_ncallbacks()', 'Return the number of registered exit functions.', () => callbacks.size);
});
