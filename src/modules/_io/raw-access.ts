/**
 * How buffered streams use their raw stream: directly where it is exactly a FileIO, by its methods otherwise.
 * Positions and counts that Python code answers are checked.
 */
import { newException, raise, raiseObject, raiseTypeError, takeException } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { lendMemory } from './lend-memory.ts';
import { fileIOType, PyFileIO, readAllDescriptor, readDescriptor, seekDescriptor, writeDescriptor } from './file-io.ts';
import { intResult, invoke, lookAttribute, truthOfAttribute } from './support.ts';

function asFile(raw: Value): PyFileIO | undefined {
  return raw instanceof PyFileIO && raw.shape.type === fileIOType ? raw : undefined;
}

function checkCount(count: number | Exit, length: number, what: string): number | Exit {
  if (count === EXIT || ((count as number) >= 0 && (count as number) <= length)) return count;
  return raise('OSError', `raw ${what} returned invalid length ${count} (should have been between 0 and ${length})`);
}

/** `raw.readinto(target)`: null where reading would block. */
export function readRaw(raw: Value, target: Uint8Array): number | null | Exit {
  const file = asFile(raw);
  if (file !== undefined) return readDescriptor(file, target);
  const lent = lendMemory(target, false);
  const result = invoke(raw, 'readinto', [lent.view]);
  lent.release();
  if (result === EXIT || result === null) return result as null | Exit;
  const count = intResult(result);
  return count === EXIT ? readFailed() : checkCount(count, target.length, 'readinto()');
}

/** What came of `readinto` is no int: an OSError, caused by what that raised. */
function readFailed(): Exit {
  const cause = takeException();
  const failure = newException('OSError', 'raw readinto() failed');
  failure.cause = cause;
  failure.context = cause;
  failure.suppressContext = true;
  return raiseObject(failure);
}

/** `raw.write(data)`: null where writing would block. */
export function writeRaw(raw: Value, data: Uint8Array): number | null | Exit {
  const file = asFile(raw);
  if (file !== undefined) return writeDescriptor(file, data);
  const lent = lendMemory(data, true);
  const result = invoke(raw, 'write', [lent.view]);
  lent.release();
  if (result === EXIT || result === null) return result as null | Exit;
  return checkCount(intResult(result), data.length, 'write()');
}

function checkPosition(position: number | Exit): number | Exit {
  if (position === EXIT || (position as number) >= 0) return position;
  return raise('OSError', `Raw stream returned invalid position ${position}`);
}

export function seekRaw(raw: Value, offset: number, whence: number): number | Exit {
  const file = asFile(raw);
  if (file !== undefined) return seekDescriptor(file, offset, whence);
  return checkPosition(intResult(invoke(raw, 'seek', [offset, whence])));
}

export function tellRaw(raw: Value): number | Exit {
  const file = asFile(raw);
  if (file !== undefined) return seekDescriptor(file, 0, 1);
  return checkPosition(intResult(invoke(raw, 'tell')));
}

/** All that is left: in one piece by `readall` where there is one, undefined where there is none; null where it would block. */
export function readAllRaw(raw: Value): Uint8Array | null | Exit | undefined {
  const file = asFile(raw);
  if (file !== undefined) return readAllDescriptor(file);
  const readAll = lookAttribute(raw, 'readall');
  if (readAll === EXIT) return EXIT;
  if (readAll === undefined) return undefined;
  return bytesResult(invoke(raw, 'readall'), 'readall() should return bytes');
}

/** A piece read by `raw.read()`: null where it would block. */
export function readSomeRaw(raw: Value): Uint8Array | null | Exit {
  return bytesResult(invoke(raw, 'read'), 'read() should return bytes');
}

function bytesResult(result: Result, message: string): Uint8Array | null | Exit {
  if (result === EXIT || result === null) return result as null | Exit;
  return result instanceof PyBytes ? result.data : raiseTypeError(message);
}

export function isRawClosed(raw: Value): boolean | Exit {
  const file = asFile(raw);
  return file === undefined ? truthOfAttribute(raw, 'closed') : file.fd < 0;
}
