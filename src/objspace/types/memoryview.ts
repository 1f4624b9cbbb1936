/**
 * `memoryview`: a view of memory that another object lends, with its layout.
 *
 * Views made from a view share one loan (`Loan`): the memory goes back when the last of them is released. A view that is forgotten
 * gives its share back when it is collected.
 */
import {
  BUFFER_FULL_READONLY, BUFFER_WRITABLE, type BufferExporter, type BufferLayout, isContiguous, type LentBuffer, LentBuffer as Lent, lend, pythonBuffer, tryLend,
} from '../buffer.ts';
import { raise, raiseTypeError, raiseValueError } from '../exception.ts';
import { builtinType, newSlot } from '../gateway/builtin-type.ts';
import { PyMethodDescriptor } from '../gateway/builtin-function.ts';
import { PyWrapperDescriptor } from '../descriptors.ts';
import { viewOf } from '../item-format.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../object.ts';
import { call, typeName } from '../operations.ts';
import type { PyType } from '../type.ts';
import { hashBytes } from './bytes/hash.ts';
import { compareViews } from './memoryview/compare.ts';
import { contiguousBytes } from './memoryview/copy.ts';
import { deleteItem, getViewItem, setViewItem } from './memoryview/items.ts';
import { defineMembers } from './memoryview/members.ts';
import { PyMemoryViewIterator } from './memoryview/iterator.ts';
import { addressText } from './object.ts';
import { objectType } from './object-type.ts';

/** Memory on loan, given back when nobody uses it any more. */
class Loan {
  private readonly buffer: LentBuffer;
  private users: number;

  constructor(buffer: LentBuffer) {
    this.buffer = buffer;
    this.users = 0;
  }

  take(): this {
    this.users++;
    return this;
  }

  giveBack(): void {
    if (--this.users === 0) this.buffer.release();
  }
}

const forgotten = new FinalizationRegistry<{ loan: Loan | null }>((held) => {
  held.loan?.giveBack();
  held.loan = null;
});

export class PyMemoryView extends PyObject implements BufferExporter, BufferLayout {
  /** `obj`: whose memory it is. */
  readonly owner: Value;
  readonly memory: Uint8Array;
  /** Position of the first item in `memory`. */
  readonly offset: number;
  readonly isReadonly: boolean;
  readonly format: string;
  readonly itemSize: number;
  readonly shape_: readonly number[];
  readonly strides: readonly number[];
  private readonly held: { loan: Loan | null };
  /** Buffers lent in its turn. */
  exports: number;
  private hash: number;
  private view: DataView | null;

  constructor(owner: Value, memory: Uint8Array, offset: number, isReadonly: boolean, layout: BufferLayout, loan: Loan) {
    super();
    this.owner = owner;
    this.memory = memory;
    this.offset = offset;
    this.isReadonly = isReadonly;
    this.format = layout.format;
    this.itemSize = layout.itemSize;
    this.shape_ = layout.shape;
    this.strides = layout.strides;
    this.held = { loan: loan.take() };
    this.exports = 0;
    this.hash = -1;
    this.view = null;
    forgotten.register(this, this.held);
  }
}
