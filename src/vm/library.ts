/**
 * The standard library, precompiled. Where the sources lie is a matter of the host (a folder beside the command, nothing at all in a
 * page); the code comes from an image, function by function, as it is needed (bytecode/deserialize.ts).
 */
import type { Code } from '../bytecode/code.ts';

export interface Library {
  /** The folder where the library is, or seems to be: `sys._stdlib_dir`. No separator at the end. */
  readonly folder: string;
  /** Code of a file, by its path in the library (`collections/__init__.py`), with the full path as its file name; `undefined` if there is none. */
  codeOf(path: string): Code | undefined;
  /** As codeOf, named `<frozen ...>`: for the modules that importlib is made of. */
  frozenCodeOf(path: string): Code | undefined;
  /** Whether the library has the file. */
  has(path: string): boolean;
  /** The paths of all files. */
  paths(): Iterable<string>;
  /** Source text, where the host has no file to read it from. */
  sourceOf(path: string): string | undefined;
}
