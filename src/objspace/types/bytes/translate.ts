/** `translate` and `maketrans` of bytes and bytearray. */
import { bytesOf, type PyBytesLike } from '../../buffer.ts';
import { error, orThrow } from '../../exception.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import type { PyObject, Value } from '../../object.ts';
import { newBytes } from '../../../util/new-bytes.ts';
import { worked } from '../../../util/work.ts';

type BytesObject = PyObject & PyBytesLike;
type MakeBytes = (data: Uint8Array) => Value;

const TABLE_SIZE = 256;

const dataOf = (value: Value): Uint8Array => (orThrow(bytesOf(value)) as PyBytesLike).data;

function translated(data: Uint8Array, table: Uint8Array | null, removed: Uint8Array): Uint8Array {
  const isRemoved = new Uint8Array(TABLE_SIZE);
  for (const byte of removed) isRemoved[byte] = 1;
  const result = newBytes(data.length);
  let length = 0;
  for (let index = 0; index < data.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x1000);
    const byte = data[index];
    if (isRemoved[byte] === 0) result[length++] = table === null ? byte : table[byte];
  }
  return length === result.length ? result : result.slice(0, length);
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x1000);
    if (left[index] !== right[index]) return false;
  }
  return true;
}

export const bytesFromTable = { of: (data: Uint8Array): Value => data.length as Value };

export function defineTranslation(
  type: TypeBuilder<BytesObject>,
  make: MakeBytes,
  copyOf: (self: BytesObject, make: MakeBytes) => Value,
): void {
  type.method(
    "translate(self, table, /, delete=b'')",
    'Return a copy with each character mapped by the given translation table.\n\n  table\n    Translation table, which must be a bytes object of length 256.\n\nAll characters occurring in the optional argument delete are removed.\nThe remaining characters are mapped through the given translation table.',
    (self, tableValue, deleted) => {
      const table = tableValue === null ? null : dataOf(tableValue);
      if (table !== null && table.length !== TABLE_SIZE)
        throw error('ValueError', 'translation table must be 256 characters long');
      const removed = deleted === undefined ? new Uint8Array(0) : dataOf(deleted);
      const result = translated(self.data, table, removed);
      return sameBytes(result, self.data) ? copyOf(self, make) : make(result);
    },
  );
  type.staticMethod(
    'maketrans(frm, to, /)',
    'Return a translation table usable for the bytes or bytearray translate method.\n\nThe returned table will be one where each byte in frm is mapped to the byte at\nthe same position in to.\n\nThe bytes objects frm and to must be of the same length.',
    (from: Value, to: Value) => {
      const source = dataOf(from);
      const target = dataOf(to);
      if (source.length !== target.length) throw error('ValueError', 'maketrans arguments must have same length');
      const table = Uint8Array.from({ length: TABLE_SIZE }, (_, byte) => byte);
      for (let index = 0; index < source.length; index++) {
        table[source[index]] = target[index];
        if ((index & 0x3fff) === 0x3fff) worked(0x1000);
      }
      return bytesFromTable.of(table);
    },
  );
}
