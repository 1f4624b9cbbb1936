/** Paths that start from an open folder, and names given back in the kind that was asked with. */
import { intArgument } from '../../objspace/types/bytes/allocate.ts';
import { fspath } from '../../objspace/fspath.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { hostText, type Path } from '../../objspace/gateway/path-arguments.ts';
import type { Value } from '../../objspace/object.ts';
import { encodeText } from '../../objspace/codecs.ts';
import { services } from '../../interpreter/services.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { type PyStr, strFromText } from '../../objspace/types/str/str.ts';

/** The bits of a mode; the system ignores all others. */
export const MODE_BITS = 0o7777;

export function encodeName(text: string): Value {
  return new PyBytes(
    orThrow(encodeText(strFromText(text) as string | PyStr, 'utf-8', 'surrogateescape')) as Uint8Array,
  ) as Value;
}

/** A name in the kind of the path that was asked with. */
export function nameLike(path: Path, text: string): Value {
  return path.isBytes ? encodeName(text) : strFromText(text);
}

/** An argument that is written like a path and is none, as names of environment variables. */
export function textLikePath(value: Value): string {
  const text = hostText(fspath(value));
  if (text.includes('\0')) throw error('ValueError', 'embedded null byte');
  return text;
}

/** A file descriptor: an int, or what has `fileno()` is for the callers that take it. */
export function descriptor(value: Value): number {
  return orThrow(intArgument(value)) as number;
}

/** Where a path leads from the folder that `dir_fd` has open; null is the current folder. */
export function from(folder: number | null, { text }: Path): string {
  return folder === null || text === '' || text.startsWith('/')
    ? text
    : `${services().host.files.pathOf(folder)}/${text}`;
}

/** What audit events say of `dir_fd`: a number even where none is given. */
export function shownFolder(folder: number | null): number {
  return folder ?? -1;
}

/** What an error shows of a path, by those functions that do not show a descriptor. */
export function named({ fd, shown }: Path): Value | undefined {
  return fd === undefined ? shown : undefined;
}

/** A descriptor says all: neither a folder nor what becomes of links can be said with it. */
export function checkDescriptor(name: string, { fd }: Path, folder: number | null, followLinks: boolean): void {
  if (fd === undefined) return;
  if (folder !== null) {
    const text = name === 'chown' ? "can't specify both dir_fd and fd" : "can't specify dir_fd without matching path";
    throw error('ValueError', `${name}: ${text}`);
  }
  if (fd >= 0 && !followLinks) throw error('ValueError', `${name}: cannot use fd and follow_symlinks together`);
}
