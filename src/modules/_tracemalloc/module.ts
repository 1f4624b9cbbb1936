/**
 * `_tracemalloc`: no host tells where memory was allocated, so there are no traces of blocks. What it does tell is how much memory is in
 * use: the sizes are what has been added to that since tracing was started, garbage that is not collected yet included.
 */
import { services } from '../../interpreter/services.ts';
import { type Watcher, watchers } from '../../interpreter/safepoint.ts';
import { raise } from '../../objspace/exception.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { cIntArgument } from '../../objspace/types/str/arguments.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

const MAX_FRAMES = 65535;

class Tracing {
  isOn = false;
  /** The limit of frames in a traceback. */
  frames = 1;
  /** Bytes in use when it was started. */
  base = 0;
  peak = 0;

  start(frames: number): void {
    if (this.isOn) return;
    this.isOn = true;
    this.frames = frames;
    this.beginAnew();
    if (!watchers.includes(watchPeak)) watchers.push(watchPeak);
  }

  stop(): void {
    this.isOn = false;
    this.peak = 0;
  }

  beginAnew(): void {
    this.base = bytesInUse();
    this.peak = 0;
  }

  /** The bytes that have been added. */
  measure(): number {
    if (!this.isOn) return 0;
    const size = Math.max(0, bytesInUse() - this.base);
    if (size > this.peak) this.peak = size;
    return size;
  }
}

function bytesInUse(): number {
  return services().host.heapUsed() ?? 0;
}

const tracing = perInterpreter(() => new Tracing());

/** At safepoints. */
const watchPeak: Watcher = () => {
  tracing().measure();
  return true;
};
watchPeak.isPatient = true;

export const _tracemalloc = builtinModule(
  '_tracemalloc',
  'Debug module to trace memory blocks allocated by Python.',
  (module) => {
    if (services().options.tracemalloc > 0) tracing().start(services().options.tracemalloc);
    module.function(
      'start(nframe = 1, /)',
      'Start tracing Python memory allocations.\n\nAlso set the maximum number of frames stored in the traceback of a\ntrace to nframe.',
      (value) => {
        const frames = cIntArgument(value);
        if (frames < 1 || frames > MAX_FRAMES)
          return raise('ValueError', `the number of frames must be in range [1; ${MAX_FRAMES}]`);
        tracing().start(frames);
        return null;
      },
    );
    module.function(
      'stop()',
      'Stop tracing Python memory allocations.\n\nAlso clear traces of memory blocks allocated by Python.',
      () => {
        tracing().stop();
        return null;
      },
    );
    module.function(
      'is_tracing()',
      'Return True if the tracemalloc module is tracing Python memory allocations.',
      () => tracing().isOn,
    );
    module.function('clear_traces()', 'Clear traces of memory blocks allocated by Python.', () => {
      tracing().beginAnew();
      return null;
    });
    module.function(
      'reset_peak()',
      'Set the peak size of memory blocks traced by tracemalloc to the current size.\n\nDo nothing if the tracemalloc module is not tracing memory allocations.',
      () => {
        tracing().peak = 0;
        return null;
      },
    );
    module.function(
      'get_traceback_limit()',
      'Get the maximum number of frames stored in the traceback of a trace.\n\nBy default, a trace of an allocated memory block only stores the\nmost recent frame: the limit is 1.',
      () => tracing().frames,
    );
    module.function(
      'get_traced_memory()',
      'Get the current size and peak size of memory blocks traced by tracemalloc.\n\nReturns a tuple: (current: int, peak: int).',
      () => {
        const size = tracing().measure();
        return new PyTuple([size, tracing().peak]) as Value;
      },
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
