/** Databases of lines with fields between colons (/etc/passwd, /etc/group), read through the host anew at each question. */
import { HostError, O_RDONLY, Pending } from '../../host/host.ts';
import { services } from '../../interpreter/services.ts';
import { decodePath, encodePath } from '../../objspace/codecs.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { repr, toInt, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { strFromText, textOf } from '../../objspace/types/str/str.ts';

function contentsOf(path: string): Uint8Array {
  const { files } = services().host;
  const fd = files.open(path, O_RDONLY, 0);
  try {
    const chunks: number[] = [];
    const buffer = new Uint8Array(65536);
    for (;;) {
      const count = files.read(fd, buffer);
      if (count instanceof Pending || count === 0) return Uint8Array.from(chunks);
      for (const byte of buffer.subarray(0, count)) chunks.push(byte);
    }
  } finally {
    files.close(fd);
  }
}

/** The text of a file of the system; undefined where the host has none. */
export function readSystemFile(path: string): string | undefined {
  try {
    return textOf(decodePath(contentsOf(path)));
  } catch (thrown) {
    if (thrown instanceof HostError) return undefined;
    throw thrown;
  }
}

/** The lines with at least so many fields; none where the host has no such file. */
export function readDatabase(path: string, fieldCount: number): string[][] {
  const lines = (readSystemFile(path) ?? '').split('\n');
  return lines
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= fieldCount && /^[0-9]+$/.test(fields[2]));
}

/** The number of a user or group: -1 stands for the largest; `undefined` for what is out of range. */
export function idArgument(value: Value, kind: 'uid' | 'gid'): number | undefined {
  if (typeOf(value).slots.index === undefined)
    throw error('TypeError', `${kind} should be integer, not ${typeName(value)}`);
  const id = orThrow(toInt(value)) as number | bigint;
  if (id === -1) return 0xffffffff;
  return id < 0 || id > 0xffffffff ? undefined : Number(id);
}

/** The first entry whose third field is this number; KeyError says which function did not find it. */
export function entryById(entries: string[][], id: number, asker: string, kind: 'uid' | 'gid'): string[] {
  const found = entries.find((fields) => Number(fields[2]) === id);
  if (found === undefined) throw error('KeyError', `${asker}(): ${kind} not found: ${shownId(id)}`);
  return found;
}

/** The first entry of this name. */
export function entryByName(entries: string[][], name: string, asker: string): string[] {
  if (name.includes('\0')) throw error('ValueError', 'embedded null byte');
  const path = strFromText(name);
  orThrow(encodePath(path as string));
  const found = entries.find((fields) => fields[0] === name);
  if (found === undefined) throw error('KeyError', `${asker}(): name not found: ${textOf(orThrow(repr(path)))}`);
  return found;
}

/** How errors show a number: the largest is -1. */
function shownId(id: number): string {
  return id === 0xffffffff ? '-1' : String(id);
}
