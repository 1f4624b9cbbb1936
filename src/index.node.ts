/** The package `typhon-python` for Node: the library comes from files, and the host of the process can be had. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { librarySource } from './embedding/library.ts';
import { nodeKnowledge } from './host/node.ts';
import { engine } from './host/virtual/engine.ts';

const folder = fileURLToPath(new URL('./lib/', import.meta.url));

function source(path: string): string | undefined {
  const full = `${folder}python3.14/${path}`;
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}

const readSync = (): Uint8Array => readFileSync(`${folder}stdlib.image`);

engine.knowledge = nodeKnowledge;
librarySource.current = { readSync, read: async () => readSync(), source };

export * from './embedding/public.ts';
export { type NodeHostOptions, nodeHost } from './host/node.ts';
