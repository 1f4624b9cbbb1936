/** Arguments of functions on files: paths (str, bytes, or what has `__fspath__`), descriptors in their place, folders, owners. */
import { decodeBytes, encodePath } from '../codecs.ts';
import { error, orThrow } from '../exception.ts';
import { askedForPath } from '../fspath.ts';
import { EXIT, type Value } from '../object.ts';
import { toInt, typeName } from '../operations.ts';
import { state } from '../state.ts';
import { typeOf } from '../type.ts';
import { PyBytes } from '../types/bytes/bytes.ts';
import { isText, type PyStr, textOf } from '../types/str/text.ts';
import { addConverters } from './converters.ts';
import { LONG_TEXT, worked } from '../../util/work.ts';

/** A path as the host takes it, and as errors name it. */
export interface Path {
  readonly text: string;
  /** What `filename` of an OSError is: the argument, or what its `__fspath__` gave. */
  readonly shown: Value;
  readonly isBytes: boolean;
  /** A file descriptor given in place of a path. */
  readonly fd: number | undefined;
}

interface Allowed {
  /** Any text, also one that no file can be named by. */
  readonly text?: boolean;
  readonly fd?: boolean;
  readonly none?: boolean;
}

function wanted({ fd = false, none = false }: Allowed): string {
  const kinds = ['string', 'bytes', 'os.PathLike', ...(fd ? ['integer'] : []), ...(none ? ['None'] : [])];
  return `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
}

/** Converts a path argument of `name()`; throws the Python exception where it is none. */
export function pathArgument(value: Value, name: string, argument: string, allowed: Allowed = {}): Path {
  if (allowed.fd === true && typeOf(value).slots.index !== undefined && !isText(value)) {
    return { text: '', shown: value, isBytes: false, fd: openFile(value) };
  }
  const plain = isText(value) || value instanceof PyBytes ? value : fspathOf(value, name, argument, allowed);
  const text = allowed.text === true && isText(plain) ? textOf(plain) : hostText(plain);
  if (text.length >= LONG_TEXT) worked(text.length);
  if (allowed.text !== true && text.includes('\0'))
    throw error('ValueError', `${name}: embedded null character in ${argument}`);
  return { text, shown: plain, isBytes: plain instanceof PyBytes, fd: undefined };
}

/** A str or bytes as the host takes it; throws the Python exception of what the file system's encoding has not. */
export function hostText(plain: Value): string {
  if (plain instanceof PyBytes) return textOf(orThrow(decodeBytes(plain.data, 'utf-8', 'surrogateescape')) as Value);
  if (typeof plain !== 'string') orThrow(encodePath(plain as PyStr));
  return textOf(plain);
}

function fspathOf(value: Value, name: string, argument: string, allowed: Allowed): Value {
  const path = askedForPath(value);
  if (path === undefined)
    throw error('TypeError', `${name}: ${argument} should be ${wanted(allowed)}, not ${typeOf(value).name}`);
  return path;
}

/** A descriptor where a path may stand. */
function openFile(value: Value): number {
  const number = orThrow(toInt(value)) as number | bigint;
  if (number > 0x7fffffff) throw error('OverflowError', 'fd is greater than maximum');
  if (number < -0x80000000) throw error('OverflowError', 'fd is less than minimum');
  return Number(number);
}

/** The descriptor of the folder that a path starts from; null for the current one. */
export function folderArgument(value: Value): number | null {
  if (value === null) return null;
  if (typeOf(value).slots.index === undefined)
    throw error('TypeError', `argument should be integer or None, not ${typeName(value)}`);
  return openFile(value);
}

/** A number of a user or group, as `name` says; -1, by either of its names, leaves things as they are. */
export function ownerArgument(value: Value, name: string): number {
  const whole = toInt(value);
  if (whole === EXIT) {
    state.exception = null;
    throw error('TypeError', `${name} should be integer, not ${typeName(value)}`);
  }
  const id = Number(whole);
  // What is a number of the machine but too large counts as one that went round.
  if (id >= 2 ** 63) throw error('OverflowError', `${name} is greater than maximum`);
  if (id < -1 || id > 0xffffffff) throw error('OverflowError', `${name} is less than minimum`);
  return id === 0xffffffff ? -1 : id;
}

addConverters({
  path: (value, { name, parameters }, position) => pathArgument(value, name, parameters[position].name),
  openpath: (value, { name, parameters }, position) =>
    pathArgument(value, name, parameters[position].name, { fd: true }),
  nopath: (value, { name, parameters }, position) =>
    value === null ? null : pathArgument(value, name, parameters[position].name, { fd: true, none: true }),
  folder: folderArgument,
  owner: (value, { parameters }, position) => ownerArgument(value, parameters[position].name),
});
