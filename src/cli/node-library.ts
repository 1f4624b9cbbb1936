/** The standard library beside the command: sources in a folder, and their precompiled code in an archive. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { Code } from '../bytecode/code.ts';
import { ModuleArchive } from '../bytecode/module-archive.ts';
import type { Library } from '../vm/library.ts';

class NodeLibrary implements Library {
  readonly folder: string;
  private readonly archive: ModuleArchive;

  constructor(folder: string, archive: ModuleArchive) {
    this.folder = folder;
    this.archive = archive;
  }

  codeOf(path: string): Code | undefined {
    return this.archive.codeOf(path, `${this.folder}/${path}`);
  }

  frozenCodeOf(path: string): Code | undefined {
    return this.archive.codeOf(path, `<frozen ${path.replace(/\.py$/, '').replaceAll('/', '.')}>`);
  }

  has(path: string): boolean {
    return this.archive.has(path);
  }

  paths(): Iterable<string> {
    return this.archive.paths();
  }

  /** The sources are files that the host reads. */
  sourceOf(): string | undefined {
    return undefined;
  }
}

/** The file is opened anew each time: a descriptor that stays open could be closed by the program (`os.closerange`). */
function readAt(path: string, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const fd = openSync(path, 'r');
  readSync(fd, bytes, 0, length, offset);
  closeSync(fd);
  return bytes;
}

/** `folder` holds the sources; the archive lies beside it. */
export function openLibrary(folder: string): Library {
  const path = `${folder}/../stdlib.archive`;
  if (!existsSync(path)) throw new Error(`typhon is not built: ${path} is missing (npm run build)`);
  const archive = new ModuleArchive((offset, length) => readAt(path, offset, length));
  return new NodeLibrary(folder.replaceAll('\\', '/'), archive);
}
