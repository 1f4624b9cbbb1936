/** The standard library of embedded interpreters: the image that the build makes, from wherever the embedder has it. */
import type { Code } from '../bytecode/code.ts';
import { LibraryImage } from '../bytecode/library-image.ts';
import type { Library } from '../vm/library.ts';

/** Where the library seems to be: no file is there. */
const FOLDER = '/lib/python3.14';

/** What the platform's entry of the package knows. */
export interface LibrarySource {
  /** The image, if it can be had at once. */
  readSync?(): Uint8Array;
  read(): Promise<Uint8Array>;
  /** Sources, for tracebacks and `inspect`, if they can be had at once. */
  source?(path: string): string | undefined;
}

class ImageLibrary implements Library {
  readonly folder = FOLDER;
  private readonly image: LibraryImage;
  private readonly source: (path: string) => string | undefined;

  constructor(bytes: Uint8Array, source: (path: string) => string | undefined) {
    this.image = new LibraryImage(bytes);
    this.source = source;
  }

  codeOf(path: string): Code | undefined {
    return this.image.codeOf(path, `${FOLDER}/${path}`);
  }

  frozenCodeOf(path: string): Code | undefined {
    return this.image.codeOf(path, `<frozen ${path.replace(/\.py$/, '').replaceAll('/', '.')}>`);
  }

  has(path: string): boolean {
    return this.image.has(path);
  }

  paths(): Iterable<string> {
    return this.image.paths();
  }

  sourceOf(path: string): string | undefined {
    return this.source(path);
  }
}

/** The library that all interpreters without one of their own share: its code is decoded once. */
let shared: Library | undefined;
let loading: Promise<Library> | undefined;

const NO_SOURCE = (): undefined => undefined;

export const librarySource: { current: LibrarySource } = {
  current: { read: () => Promise.reject(new Error('this build of Typhon does not know where its library is')) },
};

export function libraryOfBytes(bytes: Uint8Array): Library {
  return new ImageLibrary(bytes, librarySource.current.source ?? NO_SOURCE);
}

export function loadLibrary(): Promise<Library> {
  if (shared !== undefined) return Promise.resolve(shared);
  loading ??= librarySource.current.read().then(
    (bytes) => {
      shared = libraryOfBytes(bytes);
      return shared;
    },
    (reason) => {
      loading = undefined;
      throw reason;
    },
  );
  return loading;
}

/** The library at once: it has been loaded before, or the platform can read files. */
export function libraryAtHand(): Library {
  if (shared !== undefined) return shared;
  const read = librarySource.current.readSync;
  if (read === undefined)
    throw new Error('the standard library is not loaded yet: await Typhon.create() once, or give the option "library"');
  shared = libraryOfBytes(read());
  return shared;
}
