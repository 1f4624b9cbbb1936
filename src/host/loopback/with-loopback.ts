/** Gives a host that has no sockets those of the interpreter itself. */
import type { Clock, FileSystem } from '../host.ts';
import type { Sockets } from '../sockets.ts';
import { Descriptors } from './descriptors.ts';
import { LoopbackFiles } from './loopback-files.ts';
import { LoopbackSockets } from './loopback-sockets.ts';

export function withLoopback(files: FileSystem, clock: Clock): { files: FileSystem; sockets: Sockets } {
  const descriptors = new Descriptors(files);
  return { files: new LoopbackFiles(descriptors, clock), sockets: new LoopbackSockets(descriptors) };
}
