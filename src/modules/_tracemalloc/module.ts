/** `_tracemalloc`: no host tells where memory was allocated. Questions are answered as where tracing was never started; starting it fails. */
import { raise } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

export const _tracemalloc = builtinModule(
  '_tracemalloc',
  'Debug module to trace memory blocks allocated by Python.',
  (module) => {
    module.function(
      'start(nframe: index = 1, /)',
      'Start tracing Python memory allocations.\n\nAlso set the maximum number of frames stored in the traceback of a\ntrace to nframe.',
      (frames) => {
        if (frames < 1 || frames > 65535)
          return raise('ValueError', 'the number of frames must be in range [1; 65535]');
        return raise('RuntimeError', 'this host cannot trace where memory is allocated');
      },
    );
    module.function(
      'stop()',
      'Stop tracing Python memory allocations.\n\nAlso clear traces of memory blocks allocated by Python.',
      () => null,
    );
    module.function(
      'is_tracing()',
      'Return True if the tracemalloc module is tracing Python memory allocations.',
      () => false,
    );
    module.function('clear_traces()', 'Clear traces of memory blocks allocated by Python.', () => null);
    module.function(
      'reset_peak()',
      'Set the peak size of memory blocks traced by tracemalloc to the current size.\n\nDo nothing if the tracemalloc module is not tracing memory allocations.',
      () => null,
    );
    module.function(
      'get_traceback_limit()',
      'Get the maximum number of frames stored in the traceback of a trace.\n\nBy default, a trace of an allocated memory block only stores the\nmost recent frame: the limit is 1.',
      () => 1,
    );
    module.function(
      'get_traced_memory()',
      'Get the current size and peak size of memory blocks traced by tracemalloc.\n\nReturns a tuple: (current: int, peak: int).',
      () => new PyTuple([0, 0]) as Value,
    );
    module.function(
      'get_tracemalloc_memory()',
      'Get the memory usage in bytes of the tracemalloc module.\n\nThis memory is used internally to trace memory allocations.',
      () => 0,
    );
    module.function(
      '_get_traces()',
      'Get traces of all memory blocks allocated by Python.\n\nReturn a list of (size: int, traceback: tuple) tuples.\ntraceback is a tuple of (filename: str, lineno: int) tuples.\n\nReturn an empty list if the tracemalloc module is disabled.',
      () => PyList.of([]) as Value,
    );
    module.function(
      '_get_object_traceback(obj, /)',
      'Get the traceback where the Python object obj was allocated.\n\nReturn a tuple of (filename: str, lineno: int) tuples.\nReturn None if the tracemalloc module is disabled or did not\ntrace the allocation of the object.',
      () => null,
    );
  },
);
