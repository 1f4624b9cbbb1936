/**
 * `_typhon_pickle`: `pickle.PickleBuffer` (PEP 574), which Python code cannot make. The rest of CPython's `_pickle` is what `pickle` has in
 * Python, and a module of that name would promise it.
 */
import {
  BUFFER_FULL_READONLY,
  type BufferExporter,
  defineBufferMethods,
  LentBuffer,
  lend,
} from '../../objspace/buffer.ts';
import { byteLayout, byteLength, isContiguous, isFortranContiguous } from '../../objspace/buffer-layout.ts';
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { viewOfBuffer } from '../../objspace/types/memoryview.ts';
import { objectType } from '../../objspace/types/object.ts';

/** Lends the memory of another object, which it borrows until it is released. */
class PyPickleBuffer extends PyObject implements BufferExporter {
  /** null once released. */
  private borrowed: LentBuffer | null;

  constructor(borrowed: LentBuffer) {
    super();
    this.borrowed = borrowed;
  }

  exportBuffer(flags: number): LentBuffer | Exit {
    if (this.borrowed === null) return raiseValueError('operation forbidden on released PickleBuffer object');
    return lend(this.borrowed.owner, flags);
  }

  release(): null {
    this.borrowed?.release();
    this.borrowed = null;
    return null;
  }
}

function newPickleBuffer(args: readonly Value[], keywords: readonly string[] | null): Result {
  if (args.length > 1) return raiseTypeError(`PickleBuffer() takes at most 1 argument (${args.length} given)`);
  if (args.length === 0 || keywords !== null) {
    return raiseTypeError('PickleBuffer() takes exactly 1 positional argument (0 given)');
  }
  const borrowed = lend(args[0], BUFFER_FULL_READONLY);
  return borrowed === EXIT ? EXIT : new PyPickleBuffer(borrowed as LentBuffer);
}

/** A view of the bytes as they lie in memory, whatever their layout. */
function raw(self: PyPickleBuffer): Result {
  const lent = self.exportBuffer(BUFFER_FULL_READONLY);
  if (lent === EXIT) return EXIT;
  const { owner, memory, offset, isReadonly, layout, isAwaited } = lent as LentBuffer;
  const release = (): void => (lent as LentBuffer).release();
  if (!isContiguous(layout) && !isFortranContiguous(layout)) {
    release();
    return raise('BufferError', 'cannot extract raw buffer from non-contiguous buffer');
  }
  return viewOfBuffer(
    new LentBuffer(owner, memory, offset, isReadonly, byteLayout(byteLength(layout)), release, isAwaited),
  );
}

const pickleBufferType = builtinType<PyPickleBuffer>('PickleBuffer', {
  base: objectType,
  layout: PyPickleBuffer,
  module: 'pickle',
  isBaseType: false,
  doc: 'Wrapper for potentially out-of-band buffers',
  slots: { new: (_cls, args, keywords) => newPickleBuffer(args, keywords) },
  define(type) {
    defineBufferMethods(type as never, true);
    type.method(
      'raw(self, /)',
      "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the buffer isn't contiguous.",
      raw,
    );
    type.method('release(self, /)', 'Release the underlying buffer exposed by the PickleBuffer object.', (self) =>
      self.release(),
    );
  },
});

export const _typhon_pickle = builtinModule('_typhon_pickle', 'Memory that is pickled apart.', (module) => {
  module.types(pickleBufferType);
});
