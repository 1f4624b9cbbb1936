/** `_thread.lock` and `RLock`. With one thread, waiting for a lock that nobody else can release is an error, not a wait without end. */
import { Pending } from '../../host/host.ts';
import { services } from '../../interpreter/services.ts';
import { canSuspend } from '../../interpreter/suspension.ts';
import { waitUntil } from '../../interpreter/waiting.ts';
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinType, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { addressText, objectType } from '../../objspace/types/object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { spanArgument } from '../../objspace/gateway/time-arguments.ts';

/** The only thread. */
export const MAIN_THREAD = 1;
/** The longest wait: that of CPython, in seconds. */
export const MAX_TIMEOUT = 9223372036;

class PyLock extends PyObject {
  isLocked: boolean;
  constructor() {
    super();
    this.isLocked = false;
  }
}

class PyRecursiveLock extends PyObject {
  owner: number;
  count: number;
  constructor() {
    super();
    this.owner = 0;
    this.count = 0;
  }
}

/** Seconds to wait: 0 not to wait, -1 without end. */
function timeoutOf(blocking: Value, timeout: Value): number | Exit {
  const waits = isTrue(blocking);
  if (waits === EXIT) return EXIT;
  const number = spanArgument(timeout);
  if (!waits && number !== -1) return raiseValueError("can't specify a timeout for a non-blocking call");
  if (number < 0 && number !== -1) return raiseValueError('timeout value must be a non-negative number');
  return waits ? number : 0;
}

/** Waits for a lock that is taken: nobody will release it meanwhile. */
function waitInVain(timeout: number): boolean | Exit {
  if (timeout === 0) return false;
  if (timeout < 0) return raise('RuntimeError', 'deadlock: the lock is held, and no other thread can release it');
  const waiting = services().host.clock.sleep(timeout);
  if (waiting instanceof Pending) return raise('RuntimeError', 'the host cannot wait for a lock');
  return false;
}

function waitingTime(timeout: number): number | undefined {
  return timeout < 0 ? undefined : timeout;
}

function acquire(self: PyLock, blocking: Value, timeout: Value): boolean | Exit {
  const seconds = timeoutOf(blocking, timeout);
  if (seconds === EXIT) return EXIT;
  if (self.isLocked) {
    // Another run of the interpreter may release it.
    const isFree = canSuspend()
      ? waitUntil(() => !self.isLocked, waitingTime(seconds as number))
      : waitInVain(seconds as number);
    if (isFree !== true) return isFree;
  }
  self.isLocked = true;
  return true;
}

function release(self: PyLock): Result {
  if (!self.isLocked) return raise('RuntimeError', 'release unlocked lock');
  self.isLocked = false;
  return null;
}

const ACQUIRE_DOC = `Lock the lock.

Without argument, this blocks if the lock is already
locked (even by the same thread), waiting for another thread to release
the lock, and return True once the lock is acquired.
With an argument, this will only block if the argument is true,
and the return value reflects whether the lock is acquired.
The blocking operation is interruptible.`;
const RELEASE_DOC = `Release the lock.

Allows another thread that is blocked waiting for
the lock to acquire the lock.  The lock must be in the locked state,
but it needn't be locked by the same thread that unlocks it.`;

function defineLockMethods(type: TypeBuilder<PyLock>): void {
  type.method('acquire(self, /, blocking=True, timeout=-1)', ACQUIRE_DOC, acquire);
  type.method('acquire_lock(self, /, blocking=True, timeout=-1)', 'An obsolete synonym of acquire().', acquire);
  type.method('release(self, /)', RELEASE_DOC, release);
  type.method('release_lock(self, /)', 'An obsolete synonym of release().', release);
  type.method('locked(self, /)', 'Return whether the lock is in the locked state.', (self) => self.isLocked);
  type.method('locked_lock(self, /)', 'An obsolete synonym of locked().', (self) => self.isLocked);
  type.method('__enter__(self, /)', 'Lock the lock.', (self) => acquire(self, true, -1));
  type.method('__exit__(self, /, *exc_info)', 'Release the lock.', release);
  type.method('_at_fork_reinit(self, /)', null, (self) => {
    self.isLocked = false;
    return null;
  });
}

export const lockType: PyType = builtinType<PyLock>('lock', {
  base: objectType,
  layout: PyLock,
  signature: '()',
  module: '_thread',
  isBaseType: false,
  doc: `
    A lock object is a synchronization primitive.  To create a lock,
    call threading.Lock().  Methods are:

    acquire() -- lock the lock, possibly blocking until it can be obtained
    release() -- unlock of the lock
    locked() -- test whether the lock is currently locked

    A lock is not owned by the thread that locked it; another thread may
    unlock it.  A thread attempting to lock a lock that it has already locked
    will block until another thread unlocks it.  Deadlocks may ensue.
  `,
  slots: {
    new: (_cls: PyType, args, keywords) => {
      if (keywords !== null) return raiseTypeError('lock() takes no keyword arguments');
      return args.length > 0 ? raiseTypeError(`lock expected 0 arguments, got ${args.length}`) : new PyLock();
    },
    repr: (self: PyLock) => `<${self.isLocked ? 'locked' : 'unlocked'} _thread.lock object at ${addressText(self)}>`,
  },
  define: defineLockMethods,
});

export function newLock(): Value {
  return new PyLock();
}

// ── RLock ────────────────────────────────────────────────────────────────────────────────────────────────────────

function acquireAgain(self: PyRecursiveLock, blocking: Value, timeout: Value): boolean | Exit {
  if (timeoutOf(blocking, timeout) === EXIT) return EXIT;
  self.owner = MAIN_THREAD;
  self.count++;
  return true;
}

function releaseOnce(self: PyRecursiveLock): Result {
  if (self.count === 0) return raise('RuntimeError', 'cannot release un-acquired lock');
  self.count--;
  if (self.count === 0) self.owner = 0;
  return null;
}

function saveAndRelease(self: PyRecursiveLock): Result {
  if (self.count === 0) return raise('RuntimeError', 'cannot release un-acquired lock');
  const saved = new PyTuple([self.count, self.owner]) as Value;
  self.count = 0;
  self.owner = 0;
  return saved;
}

function restore(self: PyRecursiveLock, saved: Value): Result {
  if (!(saved instanceof PyTuple) || saved.items.length !== 2)
    return raiseTypeError('_acquire_restore() argument 1 must be a 2-item tuple');
  self.count = Number(saved.items[0]);
  self.owner = Number(saved.items[1]);
  return null;
}

export const recursiveLockType: PyType = builtinType<PyRecursiveLock>('RLock', {
  base: objectType,
  layout: PyRecursiveLock,
  module: '_thread',
  slots: {
    new: (cls: PyType) => (cls === recursiveLockType ? new PyRecursiveLock() : adopt(new PyRecursiveLock(), cls)),
    repr: (self: PyRecursiveLock) =>
      `<${self.count === 0 ? 'unlocked' : 'locked'} ${typeName(self)} object owner=${self.owner} count=${self.count} at ${addressText(self)}>`,
  },
  define(type) {
    type.method('acquire(self, /, blocking=True, timeout=-1)', ACQUIRE_DOC, acquireAgain);
    type.method('release(self, /)', RELEASE_DOC, releaseOnce);
    type.method(
      'locked(self, /)',
      'Return a boolean indicating whether this object is locked right now.',
      (self) => self.count > 0,
    );
    type.method('__enter__(self, /)', 'Lock the lock.', (self) => acquireAgain(self, true, -1));
    type.method('__exit__(self, /, *exc_info)', 'Release the lock.', releaseOnce);
    type.method('_is_owned(self, /)', 'For internal use by `threading.Condition`.', (self) => self.count > 0);
    type.method('_recursion_count(self, /)', 'For internal use by reentrancy checks.', (self) => self.count);
    type.method('_release_save(self, /)', 'For internal use by `threading.Condition`.', saveAndRelease);
    type.method('_acquire_restore(self, state, /)', 'For internal use by `threading.Condition`.', restore);
    type.method('_at_fork_reinit(self, /)', null, (self) => {
      self.count = 0;
      self.owner = 0;
      return null;
    });
  },
});
