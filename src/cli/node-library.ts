/** The standard library beside the command: sources in a folder, and their precompiled image. */
import { existsSync, readFileSync } from 'node:fs';
import type { Code } from '../bytecode/code.ts';
import { LibraryImage } from '../bytecode/library-image.ts';
import type { Library } from '../vm/library.ts';

class NodeLibrary implements Library {
  readonly folder: string;
  private readonly image: LibraryImage;

  constructor(folder: string, image: LibraryImage) {
    this.folder = folder;
    this.image = image;
  }

  codeOf(path: string): Code | undefined {
    return this.image.codeOf(path, `${this.folder}/${path}`);
  }

  frozenCodeOf(path: string): Code | undefined {
    return this.image.codeOf(path, `<frozen ${path.replace(/\.py$/, '').replaceAll('/', '.')}>`);
  }

  has(path: string): boolean {
    return this.image.has(path);
  }

  /** The sources are files that the host reads. */
  sourceOf(): string | undefined {
    return undefined;
  }
}

/** `folder` holds the sources; the image lies beside it. */
export function openLibrary(folder: string): Library {
  const path = `${folder}/../stdlib.image`;
  if (!existsSync(path)) throw new Error(`typhon is not built: ${path} is missing (npm run build)`);
  return new NodeLibrary(folder.replaceAll('\\', '/'), new LibraryImage(readFileSync(path)));
}
