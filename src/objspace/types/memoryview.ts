/**
 * `memoryview`: a view of memory that another object lends, with its layout.
 *
 * Views made from a view share one loan: the memory goes back when the last of them is released. Where somebody waits for that, a view
 * that is forgotten gives its share back when it is collected.
 */
import {
  BUFFER_FULL_READONLY,
  BUFFER_WRITABLE,
  bufferMethods,
  type BufferExporter,
  defineBufferMethods,
  LentBuffer,
  pythonBuffer,
  tryLend,
  viewLiveness,
} from '../buffer.ts';
import type { BufferLayout } from '../buffer-layout.ts';
import { error, orThrow, raise, raiseTypeError, raiseValueError } from '../exception.ts';
import { PyMethodDescriptor } from '../gateway/builtin-function.ts';
import { builtinType, newSlot } from '../gateway/builtin-type.ts';
import {
  type HasMachineItems,
  type ItemFormat,
  itemFormat,
  type MachineItems,
  machineItems,
  viewOf,
} from '../item-format.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../object.ts';
import { call, toInt, typeName } from '../operations.ts';
import { state } from '../state.ts';
import { type PyType, typeOf } from '../type.ts';
import { compareViews } from './memoryview/compare.ts';
import { isReachable } from './memoryview/held.ts';
import { getViewItem, setViewItem } from './memoryview/items.ts';
import { PyMemoryViewIterator } from './memoryview/iterator.ts';
import { defineViewMethods, hashView } from './memoryview/methods.ts';
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

  /** Whether views that are forgotten give their shares back. */
  get isAwaited(): boolean {
    return this.buffer.isAwaited;
  }

  take(): this {
    this.users++;
    return this;
  }

  giveBack(): void {
    if (--this.users === 0) this.buffer.release();
  }
}

/** Views that a `with` statement has entered: they are in use though no variable may hold them. */
const enteredViews = new Set<PyMemoryView>();

/** A view's share in a loan; null once released. */
interface Share {
  loan: Loan | null;
}

function release(share: Share): void {
  const { loan } = share;
  share.loan = null;
  loan?.giveBack();
}

const forgotten = new FinalizationRegistry<Share>(release);

export class PyMemoryView extends PyObject implements BufferExporter, HasMachineItems {
  /** `obj`: whose memory it is. */
  readonly owner: Value;
  readonly memory: Uint8Array;
  /** Position of the first item in `memory`. */
  readonly offset: number;
  readonly isReadonly: boolean;
  readonly layout: BufferLayout;
  /** How items are read and written; `undefined` for formats that have none. */
  readonly format: ItemFormat | undefined;
  /** An array of JavaScript over the items, once compiled code has asked for it; null where there is none, and after the release. */
  items: MachineItems | null;
  private readonly share: Share;
  /** Buffers lent in its turn. */
  exports: number;
  /** The hash once asked for; -1 before. */
  hash: number;
  private dataView: DataView | null;

  constructor(owner: Value, memory: Uint8Array, offset: number, isReadonly: boolean, layout: BufferLayout, loan: Loan) {
    super();
    this.owner = owner;
    this.memory = memory;
    this.offset = offset;
    this.isReadonly = isReadonly;
    this.layout = layout;
    this.format = itemFormat(layout.format);
    this.items = null;
    this.share = { loan: loan.take() };
    this.exports = 0;
    this.hash = -1;
    this.dataView = null;
    if (loan.isAwaited) forgotten.register(this, this.share);
  }

  get isReleased(): boolean {
    return this.share.loan === null;
  }

  get view(): DataView {
    this.dataView ??= viewOf(this.memory);
    return this.dataView;
  }

  /** The items as an array of JavaScript, if they lie in a row and the view is not released. */
  madeItems(): MachineItems | null {
    const { shape, strides, itemSize } = this.layout;
    if (this.items !== null || this.isReleased || this.format === undefined) return this.items;
    if (shape.length === 1 && strides[0] === itemSize)
      this.items = machineItems(this.format, this.memory, this.offset, shape[0]);
    return this.items;
  }

  /** EXIT if the view was released. */
  check(): true | Exit {
    return this.isReleased ? raiseValueError('operation forbidden on released memoryview object') : true;
  }

  /** A view of the same memory; the caller has checked that this one is not released. */
  derive(layout: BufferLayout, offset = this.offset, isReadonly = this.isReadonly): PyMemoryView {
    return new PyMemoryView(this.owner, this.memory, offset, isReadonly, layout, this.share.loan!);
  }

  exportBuffer(flags: number): LentBuffer | Exit {
    if (this.check() === EXIT) return EXIT;
    if ((flags & BUFFER_WRITABLE) !== 0 && this.isReadonly) {
      return raise('BufferError', 'memoryview: underlying buffer is not writable');
    }
    this.exports++;
    const onRelease = (): void => {
      this.exports--;
    };
    return new LentBuffer(this, this.memory, this.offset, this.isReadonly, this.layout, onRelease, true);
  }

  /** Runs `run`, which may call Python code, while the view cannot be released. */
  held<T>(run: () => T): T {
    this.exports++;
    try {
      return run();
    } finally {
      this.exports--;
    }
  }

  /** `__enter__`. */
  enter(): this | Exit {
    if (this.check() === EXIT) return EXIT;
    enteredViews.add(this);
    return this;
  }

  release(): true | Exit {
    if (this.isReleased) return true;
    if (this.exports > 0) {
      return raise('BufferError', `memoryview has ${this.exports} exported buffer${this.exports === 1 ? '' : 's'}`);
    }
    enteredViews.delete(this);
    this.items = null;
    release(this.share);
    return true;
  }
}

/** A view of what an object lends. */
export function memoryViewOf(object: Value, flags = BUFFER_FULL_READONLY): PyMemoryView | Exit {
  if (object instanceof PyMemoryView) return object.check() === EXIT ? EXIT : checkWritable(object, flags);
  const buffer = tryLend(object, flags);
  if (buffer === EXIT) return EXIT;
  if (buffer === undefined)
    return raiseTypeError(`memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  return viewOfBuffer(buffer as LentBuffer);
}

function checkWritable(view: PyMemoryView, flags: number): PyMemoryView | Exit {
  if ((flags & BUFFER_WRITABLE) !== 0 && view.isReadonly)
    return raise('BufferError', 'memoryview: underlying buffer is not writable');
  return view.derive(view.layout);
}

/** A view that owns the buffer. */
export function viewOfBuffer(buffer: LentBuffer): PyMemoryView {
  const { owner, memory, offset, isReadonly, layout } = buffer;
  return new PyMemoryView(owner, memory, offset, isReadonly, layout, new Loan(buffer));
}

export const memoryviewType: PyType = builtinType<PyMemoryView>('memoryview', {
  base: objectType,
  layout: PyMemoryView,
  isBaseType: false,
  pattern: 'sequence',
  signature: '(object)',
  doc: 'Create a new memoryview object which references the given object.',
  slots: {
    new: newSlot('memoryview(cls, object)', (_cls, object) => memoryViewOf(object)),
    repr: (self: PyMemoryView) => `<${self.isReleased ? 'released ' : ''}memory at ${addressText(self)}>`,
    hash: hashView,
    len: (self: PyMemoryView) => {
      if (self.check() === EXIT) return EXIT;
      return self.layout.shape.length === 0 ? raiseTypeError('0-dim memory has no length') : self.layout.shape[0];
    },
    iter: (self: PyMemoryView) => PyMemoryViewIterator.over(self),
    getItem: getViewItem,
    setItem: setViewItem,
    compare: compareViews,
  },
  define(type) {
    defineBufferMethods(type as never, true);
    defineViewMethods(type);
  },
});

// ── Buffers of Python classes (PEP 688) ────────────────────────────────────────────────────────────────────────────

bufferMethods.view = (object, flags) => memoryViewOf(object, Number(orThrow(toInt(flags))));

bufferMethods.release = (object, view): Result => {
  if (!(view instanceof PyMemoryView)) throw error('TypeError', 'expected a memoryview object');
  orThrow(view.check());
  if (view.owner !== object) throw error('ValueError', "memoryview's buffer is not this object");
  orThrow(view.release());
  return null;
};

viewLiveness.isHeld = (isOwner) => {
  const isView = (value: Value): boolean => value instanceof PyMemoryView && !value.isReleased && isOwner(value.owner);
  return [...enteredViews].some(isView) || isReachable(isView);
};

pythonBuffer.isOverridden = (method) => !(method instanceof PyMethodDescriptor);

pythonBuffer.lend = (object, method, flags) => {
  const view = call(method, [flags]);
  if (view === EXIT) return EXIT;
  if (!(view instanceof PyMemoryView)) return raiseTypeError('__buffer__ returned non-memoryview object');
  const inner = view.exportBuffer(flags);
  if (inner === EXIT) return EXIT;
  const { memory, offset, isReadonly, layout } = inner as LentBuffer;
  const onRelease = (): void => {
    (inner as LentBuffer).release();
    releasePython(object, view);
  };
  return new LentBuffer(object, memory, offset, isReadonly, layout, onRelease, true);
};

/** Tells the object that its buffer came back; what it raises cannot propagate. */
function releasePython(object: Value, view: PyMemoryView): void {
  const found = typeOf(object).lookup('__release_buffer__');
  if (found !== undefined && found !== null && pythonBuffer.isOverridden(found)) {
    if (call(found, [object, view]) === EXIT) unraisable(object);
  }
  if (!view.isReleased && view.exports === 0) orThrow(view.release());
}

function unraisable(object: Value): void {
  const exception = state.exception!;
  state.exception = null;
  state.interpreter.unraisable(exception, object);
}
