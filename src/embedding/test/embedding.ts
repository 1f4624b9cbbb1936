/** What the tests of the embedding share: interpreters that remember what was printed. */
import { readFileSync } from 'node:fs';
import { librarySource } from '../library.ts';
import { Typhon, type TyphonOptions } from '../public.ts';

librarySource.current = {
  readSync: () => readFileSync('dist/lib/stdlib.image'),
  read: async () => readFileSync('dist/lib/stdlib.image'),
};

export interface Recorded {
  readonly typhon: Typhon;
  /** All that was written to standard output so far. */
  readonly output: () => string;
}

export function recorded(options: TyphonOptions = {}): Recorded {
  let text = '';
  const typhon = Typhon.createSync({ stdout: (part) => (text += part), ...options });
  return { typhon, output: () => text };
}
