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
import { descriptor } from './paths.ts';

/** The most buffers that one call takes (IOV_MAX of Linux). */
const MOST_BUFFERS = 1024;

/** The offset of preadv and pwritev that means the descriptor's own position. */
const OWN_POSITION = -1;

function itemsOfBuffers(buffers: Value, functionName: string): Value[] {
  const { slots } = typeOf(buffers);
  if (slots.getItem === undefined || slots.len === undefined)
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
  pieces: readonly Uint8Array[],
  offset: number,
  one: (piece: Uint8Array, position: number | undefined) => number,
): Result {
  if (pieces.length > MOST_BUFFERS) return raiseErrno('EINVAL');
  let total = 0;
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    const count = one(piece, offset === OWN_POSITION ? undefined : offset + total);
    total += count;
    if (count < piece.length) break;
  }
  return total;
}

function readBuffers(fd: Value, buffers: Value, offset: number, functionName: string): Result {
  const pieces = itemsOfBuffers(buffers, functionName).map(target);
  return readPieces(descriptor(fd), pieces, offset);
}

function readPieces(fd: number, pieces: readonly Uint8Array[], offset: number): Result {
  const { files } = services().host;
  let isPending = false;
  const total = onHost(() =>
    transfer(pieces, offset, (piece, position) => {
      const count = files.read(fd, piece, position);
      isPending = count instanceof Pending;
      return count instanceof Pending ? 0 : count;
    }),
  );
  return isPending ? raise('RuntimeError', 'this host cannot wait: run the program asynchronously') : total;
}

function writeBuffers(fd: Value, buffers: Value, offset: number, functionName: string): Result {
  const pieces = itemsOfBuffers(buffers, functionName).map(source);
  const number = descriptor(fd);
  const { files } = services().host;
  return onHost(() => transfer(pieces, offset, (piece, position) => files.write(number, piece, position)));
}

/** Flags ask Linux for ways to read and write that a host cannot take. */
function checkFlags(flags: number): void {
  if (flags !== 0) throw error('NotImplementedError', 'flags are unavailable on this platform');
}

export function defineVectors(module: ModuleBuilder): void {
  module.function('readinto(fd, buffer, /)', 'Read into a buffer; returns how many bytes were read.', (fd, buffer) => {
    const bytes = writableBytesOf(buffer, 'readinto', ' 2');
    return bytes === EXIT ? EXIT : readPieces(descriptor(fd), [(bytes as PyBytesLike).data], OWN_POSITION);
  });
  module.function(
    'readv(fd, buffers, /)',
    'Read into several buffers, one after the other; returns how many bytes were read.',
    (fd, buffers) => readBuffers(fd, buffers, OWN_POSITION, 'readv'),
  );
  module.function(
    'preadv(fd, buffers, offset: clong, flags: cint = 0, /)',
    'As readv(), from a place in the file and without moving its position.',
    (fd, buffers, offset, flags) => {
      checkFlags(flags);
      return readBuffers(fd, buffers, offset, 'preadv');
    },
  );
  module.function(
    'writev(fd, buffers, /)',
    'Write several buffers, one after the other; returns how many bytes were written.',
    (fd, buffers) => writeBuffers(fd, buffers, OWN_POSITION, 'writev'),
  );
  module.function(
    'pwritev(fd, buffers, offset: clong, flags: cint = 0, /)',
    'As writev(), to a place in the file and without moving its position.',
    (fd, buffers, offset, flags) => {
      checkFlags(flags);
      return writeBuffers(fd, buffers, offset, 'pwritev');
    },
  );
}
