/** Path arguments: str, bytes, or what has `__fspath__`; and names given back in the kind that was asked with. */
import { intArgument } from '../../objspace/types/bytes/allocate.ts';
import { askedForPath, fspath } from '../../objspace/fspath.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { toIndex } from '../../objspace/operations.ts';
import { decodeBytes, encodePath, encodeText } from '../../objspace/codecs.ts';
import { LONG_TEXT, worked } from '../../util/work.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { isText, type PyStr, strFromText, textOf } from '../../objspace/types/str/str.ts';

/** A path as the host takes it, and as errors name it. */
export interface Path {
  readonly text: string;
  /** What `filename` of an OSError is: the argument, or what its `__fspath__` gave. */
  readonly shown: Value;
  readonly isBytes: boolean;
  /** A file descriptor given in place of a path. */
  readonly fd: number | undefined;
}

export function encodeName(text: string): Value {
  return new PyBytes(
    orThrow(encodeText(strFromText(text) as string | PyStr, 'utf-8', 'surrogateescape')) as Uint8Array,
  ) as Value;
}

/** A name in the kind of the path that was asked with. */
export function nameLike(path: Path, text: string): Value {
  return path.isBytes ? encodeName(text) : strFromText(text);
}

interface Allowed {
  readonly fd?: boolean;
  readonly none?: boolean;
}

function wanted({ fd = false, none = false }: Allowed): string {
  const kinds = ['string', 'bytes', 'os.PathLike', ...(fd ? ['integer'] : []), ...(none ? ['None'] : [])];
  return `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
}

/** Converts a path argument of `name()`; throws the Python exception where it is none. */
export function pathArgument(value: Value, name: string, argument = 'path', allowed: Allowed = {}): Path {
  if (value === null && allowed.none === true) return { text: '.', shown: null, isBytes: false, fd: undefined };
  if (allowed.fd === true && typeOf(value).slots.index !== undefined && !isText(value)) {
    return { text: '', shown: value, isBytes: false, fd: openFile(value) };
  }
  const plain = isText(value) || value instanceof PyBytes ? value : fspathOf(value, name, argument, allowed);
  const isBytes = plain instanceof PyBytes;
  const text = hostText(plain);
  if (text.length >= LONG_TEXT) worked(text.length);
  if (text.includes('\0')) throw error('ValueError', `${name}: embedded null character in ${argument}`);
  return { text, shown: plain, isBytes, fd: undefined };
}

/** A str or bytes as the host takes it; throws the Python exception of what the file system's encoding has not. */
function hostText(plain: Value): string {
  if (plain instanceof PyBytes) return textOf(orThrow(decodeBytes(plain.data, 'utf-8', 'surrogateescape')) as Value);
  if (typeof plain !== 'string') orThrow(encodePath(plain as PyStr));
  return textOf(plain);
}

/** An argument that is written like a path and is none, as names of environment variables. */
export function textLikePath(value: Value): string {
  const text = hostText(fspath(value));
  if (text.includes('\0')) throw error('ValueError', 'embedded null byte');
  return text;
}

function fspathOf(value: Value, name: string, argument: string, allowed: Allowed): Value {
  const path = askedForPath(value);
  if (path === undefined)
    throw error('TypeError', `${name}: ${argument} should be ${wanted(allowed)}, not ${typeOf(value).name}`);
  return path;
}

/** A descriptor where a path may stand. */
function openFile(value: Value): number {
  const number = orThrow(toIndex(value)) as number;
  if (number > 0x7fffffff) throw error('OverflowError', 'fd is greater than maximum');
  if (number < -0x80000000) throw error('OverflowError', 'fd is less than minimum');
  return number;
}

/** A file descriptor: an int, or what has `fileno()` is for the callers that take it. */
export function descriptor(value: Value): number {
  return orThrow(intArgument(value)) as number;
}

/** `dir_fd` is refused where it is given: paths are the interpreter's, not the process's. */
export function refuseDirFd(value: Value): void {
  if (value !== null) throw error('NotImplementedError', 'dir_fd unavailable on this platform');
}
