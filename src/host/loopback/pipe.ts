/** The two ends of a pipe. */
import { POLLERR, POLLHUP, POLLIN, POLLOUT } from '../sockets.ts';
import { ByteQueue } from './byte-queue.ts';
import { Endpoint, fail, PIPE_CAPACITY } from './endpoint.ts';

const S_IFIFO = 0o010000;

export class PipeReader extends Endpoint {
  readonly fileKind = S_IFIFO;
  readonly queue = new ByteQueue(PIPE_CAPACITY);
  hasWriter = true;
  isOpen = true;

  readiness(): number {
    return (this.queue.length > 0 ? POLLIN : 0) | (this.hasWriter ? 0 : POLLHUP);
  }

  read(buffer: Uint8Array): number {
    if (this.queue.length === 0 && this.hasWriter && buffer.length > 0) return fail('EAGAIN');
    return this.queue.pull(buffer);
  }

  write(): number {
    return fail('EBADF');
  }

  close(): void {
    this.isOpen = false;
  }
}

export class PipeWriter extends Endpoint {
  readonly fileKind = S_IFIFO;
  private readonly reader: PipeReader;

  constructor(reader: PipeReader) {
    super();
    this.reader = reader;
  }

  readiness(): number {
    return (this.reader.queue.room > 0 ? POLLOUT : 0) | (this.reader.isOpen ? 0 : POLLERR);
  }

  read(): number {
    return fail('EBADF');
  }

  write(data: Uint8Array): number {
    if (!this.reader.isOpen) return fail('EPIPE');
    const count = this.reader.queue.push(data);
    return count === 0 && data.length > 0 ? fail('EAGAIN') : count;
  }

  close(): void {
    this.reader.hasWriter = false;
  }
}
