/**
 * Many serialised modules in one file: what `tools/stdlib/freeze.ts` writes and the host's library reads.
 *
 *   magic "TYLB", instruction set (4 bytes), length of the table (4 bytes), the table, the columns
 *   table     number of modules, length of each column; for each module the length of its path, the path, the lengths of its
 *             pieces of the columns
 *   columns   those of image-format.ts, each with the pieces of all modules one after the other: all opcodes lie side by
 *             side, then all registers, and so on, which compresses better than one module after the other
 *
 * Opening reads the table only. A module's code is decoded when it is asked for, and then function by function.
 */
import { ByteReader, ByteWriter } from '../util/byte-stream.ts';
import type { Code } from './code.ts';
import { columnStarts, deserializeColumns, ImageError } from './deserialize.ts';
import { COLUMN_COUNT, STRINGS } from './image-format.ts';
import { INSTRUCTION_SET } from './instruction-set.generated.ts';

const MAGIC = 0x54594c42;
const HEADER_SIZE = 12;

/** `modules` are images as `serializeCode` makes them, packed, by path. */
export function packLibrary(modules: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const columns = Array.from({ length: COLUMN_COUNT }, () => new ByteWriter(1 << 16));
  const rows = new ByteWriter();
  for (const [path, image] of modules) {
    const name = new TextEncoder().encode(path);
    rows.varint(name.length);
    rows.append(name);
    appendColumns(image, columns, rows);
  }
  const table = new ByteWriter();
  table.varint(modules.size);
  for (const column of columns) table.varint(column.length);
  table.append(rows.finish());
  const output = new ByteWriter(1 << 20);
  for (const word of [MAGIC, INSTRUCTION_SET, table.length]) {
    for (let shift = 24; shift >= 0; shift -= 8) output.byte((word >>> shift) & 0xff);
  }
  output.append(table.finish());
  for (const column of columns) output.append(column.finish());
  return output.finish();
}

function appendColumns(image: Uint8Array, columns: readonly ByteWriter[], rows: ByteWriter): void {
  const starts = columnStarts(image);
  columns.forEach((column, i) => {
    const end = i + 1 < COLUMN_COUNT ? starts[i + 1] : image.length;
    rows.varint(end - starts[i]);
    column.append(image.subarray(starts[i], end));
  });
}

export class LibraryImage {
  private readonly bytes: Uint8Array;
  /** For each path, where the module's pieces begin, and where its strings end. */
  private readonly places: Map<string, readonly number[]>;

  /** Throws ImageError if the image was made for another version. The bytes must not change afterwards. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER_SIZE || view.getUint32(0) !== MAGIC || view.getUint32(4) !== INSTRUCTION_SET) {
      throw new ImageError('the image of the standard library is of another version');
    }
    this.bytes = bytes;
    this.places = readTable(bytes, HEADER_SIZE, HEADER_SIZE + view.getUint32(8));
  }

  has(path: string): boolean {
    return this.places.has(path);
  }

  paths(): Iterable<string> {
    return this.places.keys();
  }

  /** The code of a module, under the file name given; `undefined` if there is no such module. */
  codeOf(path: string, filename: string): Code | undefined {
    const place = this.places.get(path);
    if (place === undefined) return undefined;
    const code = deserializeColumns(this.bytes, place);
    // Code inside it takes the name from its parent when it is decoded.
    (code as { filename: string }).filename = filename;
    return code;
  }
}

function readTable(bytes: Uint8Array, start: number, end: number): Map<string, readonly number[]> {
  const reader = new ByteReader(bytes, start);
  const decoder = new TextDecoder();
  const places = new Map<string, readonly number[]>();
  const count = reader.varint();
  const next: number[] = [];
  let column = end;
  for (let i = 0; i < COLUMN_COUNT; i++) {
    next.push(column);
    column += reader.varint();
  }
  for (let left = count; left > 0; left--) {
    const path = decoder.decode(reader.take(reader.varint()));
    const place = next.slice();
    for (let i = 0; i < COLUMN_COUNT; i++) next[i] += reader.varint();
    place.push(next[STRINGS]);
    places.set(path, place);
  }
  return places;
}
