/** Standard input of a virtual host: what the embedder gives, in pieces, now or later. */
import { HostError, Pending } from '../host.ts';
import type { DeviceDriver } from './inode.ts';

/** A piece of input; nothing (`null`, `undefined`) is the end. */
export type InputPiece = string | Uint8Array | null | undefined;

/**
 * All of the input, or a function that is asked for the next piece whenever the program wants to read and everything before has been
 * read. A piece of text is a line: it gets a line end if it has none.
 */
export type InputSource = string | Uint8Array | (() => InputPiece | Promise<InputPiece>);

export class InputStream implements DeviceDriver {
  readonly rdev: number;
  readonly isTerminal: boolean;
  private readonly ask: () => InputPiece | Promise<InputPiece>;
  /** What has been given and not read yet. */
  private piece: Uint8Array;
  private hasEnded: boolean;
  /** The answer that is awaited. */
  private awaited: Promise<void> | undefined;
  /** What the embedder's function threw, to be thrown at the next read. */
  private failure: { readonly thrown: unknown } | undefined;

  constructor(source: InputSource | undefined, isTerminal: boolean) {
    this.rdev = (136 << 8) | 0;
    this.isTerminal = isTerminal;
    this.piece = typeof source === 'function' || source === undefined ? new Uint8Array(0) : bytesOf(source);
    this.hasEnded = typeof source !== 'function';
    this.ask = typeof source === 'function' ? source : () => null;
    this.awaited = undefined;
    this.failure = undefined;
  }

  read(buffer: Uint8Array): number | Pending {
    if (this.failure !== undefined) return this.fail();
    if (this.piece.length === 0 && !this.hasEnded && buffer.length > 0) {
      const waiting = this.fetch();
      if (waiting !== undefined) return new Pending(waiting);
    }
    return this.take(buffer);
  }

  write(): number {
    throw new HostError('EBADF');
  }

  private fail(): never {
    const { thrown } = this.failure!;
    this.failure = undefined;
    throw thrown;
  }

  private take(buffer: Uint8Array): number {
    const part = this.piece.subarray(0, buffer.length);
    buffer.set(part);
    this.piece = this.piece.subarray(part.length);
    return part.length;
  }

  /** Asks for the next piece; the promise is there where it comes later. */
  private fetch(): Promise<void> | undefined {
    if (this.awaited !== undefined) return this.awaited;
    const answer = this.ask();
    if (!(answer instanceof Promise)) {
      this.accept(answer);
      return undefined;
    }
    this.awaited = answer.then(
      (piece) => this.accept(piece),
      (thrown) => {
        this.awaited = undefined;
        this.failure = { thrown };
      },
    );
    return this.awaited;
  }

  private accept(piece: InputPiece): void {
    this.awaited = undefined;
    if (piece === null || piece === undefined) this.hasEnded = true;
    else this.piece = typeof piece === 'string' && !piece.endsWith('\n') ? bytesOf(`${piece}\n`) : bytesOf(piece);
  }
}

function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
}
