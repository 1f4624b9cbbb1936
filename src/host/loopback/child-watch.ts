/** What `pidfd_open` gives: a descriptor that is ready to be read once a process has ended. */
import { POLLIN } from '../sockets.ts';
import { Endpoint, fail } from './endpoint.ts';

export class ChildWatch extends Endpoint {
  readonly fileKind = 0;
  override readonly changesByItself = true;
  private readonly hasEnded: () => boolean;

  constructor(hasEnded: () => boolean) {
    super();
    this.hasEnded = hasEnded;
  }

  readiness(): number {
    return this.hasEnded() ? POLLIN : 0;
  }

  read(): number {
    return fail('EINVAL');
  }

  write(): number {
    return fail('EINVAL');
  }

  close(): void {}
}
