/** Functions of `posix` that read into buffers of the caller or write from several: `readinto`, `readv`, `writev` and those with an offset. */
import { Pending } from '../../host/host.ts';
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import {
  BUFFER_WRITABLE,
  bytesOf,
  type LentBuffer,
  lend,
  type PyBytesLike,
  writableBytesOf,
} from '../../objspace/buffer.ts';
import { error, orThrow, raise } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { itemsOf } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';

/** The most buffers that one call takes (IOV_MAX of Linux). */
const MOST_BUFFERS = 1024;

/** The offset of preadv and pwritev that means the descriptor's own position. */
const OWN_POSITION = -1;

function itemsOfBuffers(buffers: Value, functionName: string): Value[] {
  const { slots } = typeOf(buffers);
  if (slots.getItem === undefined || slots.len === undefined || buffers instanceof PyDict)
    throw error('TypeError', `${functionName}() arg 2 must be a sequence`);
  return orThrow(itemsOf(buffers)) as Value[];
}

/** A buffer that takes what is read; what is read-only says so. */
function target(value: Value): Uint8Array {
  (orThrow(lend(value, BUFFER_WRITABLE)) as LentBuffer).release();
  return (orThrow(writableBytesOf(value, 'readv')) as PyBytesLike).data;
}

const source = (value: Value): Uint8Array => (orThrow(bytesOf(value)) as PyBytesLike).data;

/** One transfer after the other; the first that is not complete is the last. */
function transfer(
  fd: number,
  pieces: readonly Uint8Array[],
  offset: number,
  one: (piece: Uint8Array, position: number | undefined) => number,
): Result {
  if (pieces.length > MOST_BUFFERS || offset < OWN_POSITION) return raiseErrno('EINVAL');
  if (pieces.every((piece) => piece.length === 0)) services().host.files.fstat(fd); // EBADF if it is not open
  let total = 0;
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    const count = one(piece, offset === OWN_POSITION ? undefined : offset + total);
    total += count;
    if (count < piece.length) break;
  }
  return total;
}

function readBuffers(fd: number, buffers: Value, offset: number, flags: number, functionName: string): Result {
  const pieces = itemsOfBuffers(buffers, functionName).map(target);
  checkFlags(flags);
  return readPieces(fd, pieces, offset);
}

function readPieces(fd: number, pieces: readonly Uint8Array[], offset: number): Result {
  const { files } = services().host;
  let isPending = false;
  const total = onHost(() =>
    transfer(fd, pieces, offset, (piece, position) => {
      const count = files.read(fd, piece, position);
      isPending = count instanceof Pending;
      return count instanceof Pending ? 0 : count;
    }),
  );
  return isPending ? raise('RuntimeError', 'this host cannot wait: run the program asynchronously') : total;
}

function writeBuffers(fd: number, buffers: Value, offset: number, flags: number, functionName: string): Result {
  const pieces = itemsOfBuffers(buffers, functionName).map(source);
  checkFlags(flags);
  const { files } = services().host;
  return onHost(() => transfer(fd, pieces, offset, (piece, position) => files.write(fd, piece, position)));
}

/** Flags ask Linux for ways to read and write that a host cannot take. */
function checkFlags(flags: number): void {
  if (flags !== 0) throw error('NotImplementedError', 'flags are unavailable on this platform');
}

export function defineVectors(module: ModuleBuilder): void {
  module.function(
    'readinto(fd: cint, buffer, /)',
    'Read into a buffer; returns how many bytes were read.',
    (fd, buffer) => {
      const bytes = writableBytesOf(buffer, 'readinto', ' 2');
      return bytes === EXIT ? EXIT : readPieces(fd, [(bytes as PyBytesLike).data], OWN_POSITION);
    },
  );
  module.function(
    'readv(fd: cint, buffers, /)',
    'Read into several buffers, one after the other; returns how many bytes were read.',
    (fd, buffers) => readBuffers(fd, buffers, OWN_POSITION, 0, 'readv'),
  );
  module.function(
    'preadv(fd: cint, buffers, offset: clong, flags: cint = 0, /)',
    'As readv(), from a place in the file and without moving its position.',
    (fd, buffers, offset, flags) => readBuffers(fd, buffers, offset, flags, 'preadv2'),
  );
  module.function(
    'writev(fd: cint, buffers, /)',
    'Write several buffers, one after the other; returns how many bytes were written.',
    (fd, buffers) => writeBuffers(fd, buffers, OWN_POSITION, 0, 'writev'),
  );
  module.function(
    'pwritev(fd: cint, buffers, offset: clong, flags: cint = 0, /)',
    'As writev(), to a place in the file and without moving its position.',
    (fd, buffers, offset, flags) => writeBuffers(fd, buffers, offset, flags, 'pwritev'),
  );
}
