/**
 * The package `typhon-python` for pages, workers and every engine without a platform of its own. The library is fetched from beside the
 * bundle. Node gets index.node.ts instead.
 */
import { librarySource } from './embedding/library.ts';

librarySource.current = {
  async read() {
    const url = new URL('./lib/stdlib.image', import.meta.url);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the standard library cannot be loaded: ${url} (${response.status})`);
    return new Uint8Array(await response.arrayBuffer());
  },
};

export * from './embedding/public.ts';
