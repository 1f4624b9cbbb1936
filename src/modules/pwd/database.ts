/** Databases of lines with fields between colons (/etc/passwd, /etc/group), read through the host anew at each question. */
import { HostError, O_RDONLY, Pending } from '../../host/host.ts';
import { services } from '../../interpreter/services.ts';
import { decodePath } from '../../objspace/codecs.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { textOf } from '../../objspace/types/str/str.ts';

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

/** How errors show a number: the largest is -1. */
export function shownId(id: number): string {
  return id === 0xffffffff ? '-1' : String(id);
}
