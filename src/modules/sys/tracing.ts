/** `settrace` and `setprofile`. The functions are kept here and called by the interpreter while one is set (interpreter/tracing.ts). */
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { audit } from '../../objspace/audit.ts';
import { argumentName } from '../../objspace/operations.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { callTracing, setProfile, setTrace, tracing } from '../../interpreter/tracing.ts';

export function defineTracing(module: ModuleBuilder): void {
  module.function(
    'gettrace()',
    'Return the global debug tracing function set with sys.settrace.\n\nSee the debugger chapter in the library manual.',
    () => tracing.trace,
  );
  module.function(
    'settrace(function, /)',
    'Set the global debug tracing function.\n\nIt will be called on each function call.  See the debugger chapter\nin the library manual.',
    (fn) => {
      audit('sys.settrace');
      setTrace(fn);
      return null;
    },
  );
  module.function(
    '_settraceallthreads(function, /)',
    'Set the global debug tracing function in all running threads belonging to the current interpreter.',
    (fn) => {
      audit('sys.settrace');
      setTrace(fn);
      return null;
    },
  );
  module.function(
    'getprofile()',
    'Return the profiling function set with sys.setprofile.\n\nSee the profiler chapter in the library manual.',
    () => tracing.profile,
  );
  module.function(
    'setprofile(function, /)',
    'Set the profiling function.\n\nIt will be called on each function call and return.  See the profiler\nchapter in the library manual.',
    (fn) => {
      audit('sys.setprofile');
      setProfile(fn);
      return null;
    },
  );
  module.function(
    '_setprofileallthreads(function, /)',
    'Set the profiling function in all running threads belonging to the current interpreter.',
    (fn) => {
      audit('sys.setprofile');
      setProfile(fn);
      return null;
    },
  );
  module.function(
    'call_tracing(func, args, /)',
    'Call func(*args), while tracing is enabled.\n\nThe tracing state is saved, and restored afterwards.  This is intended\nto be called from a debugger from a checkpoint, to recursively debug\nsome other code.',
    (fn, args) => {
      if (!(args instanceof PyTuple))
        return raiseTypeError(`call_tracing() argument 2 must be tuple, not ${argumentName(args)}`);
      return callTracing(fn, [...args.items]);
    },
  );
}
