/** Lends host memory to Python code for the time of one call, as a memoryview. */
import { LentBuffer } from '../../objspace/buffer.ts';
import { byteLayout } from '../../objspace/buffer-layout.ts';
import { type PyMemoryView, viewOfBuffer } from '../../objspace/types/memoryview.ts';
import { swallow } from '../../objspace/exception.ts';
import { EXIT } from '../../objspace/object.ts';

export interface LentMemory {
  readonly view: PyMemoryView;
  /** Ends the loan; what Python code kept of the view is unusable then, unless it lent it on. */
  release(): void;
}

export function lendMemory(memory: Uint8Array, isReadonly: boolean): LentMemory {
  const view = viewOfBuffer(new LentBuffer(null, memory, 0, isReadonly, byteLayout(memory.length), null));
  return {
    view,
    release: () => {
      if (view.release() === EXIT) swallow('BufferError');
    },
  };
}
