/**
 * Many serialised modules in one file: what `tools/stdlib/freeze.ts` writes and the host's library reads.
 *
 *   magic "TYLB", instruction set (4 bytes), number of modules (4 bytes), length of the table (4 bytes)
 *   table: a line per module, `path size`; the modules' images follow in that order
 *
 * Opening reads the table only. A module's image is decoded when its code is asked for, and then function by function.
 */
import type { Code } from './code.ts';
import { deserializeCode, ImageError } from './deserialize.ts';
import { INSTRUCTION_SET } from './instruction-set.generated.ts';

const MAGIC = 0x54594c42;
const HEADER_SIZE = 16;

export function packLibrary(modules: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const lines: string[] = [];
  let size = 0;
  for (const [path, image] of modules) {
    lines.push(`${path} ${image.length}`);
    size += image.length;
  }
  const table = new TextEncoder().encode(lines.join('\n'));
  const bytes = new Uint8Array(HEADER_SIZE + table.length + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, INSTRUCTION_SET >>> 0);
  view.setUint32(8, modules.size);
  view.setUint32(12, table.length);
  bytes.set(table, HEADER_SIZE);
  let offset = HEADER_SIZE + table.length;
  for (const image of modules.values()) {
    bytes.set(image, offset);
    offset += image.length;
  }
  return bytes;
}

export class LibraryImage {
  private readonly bytes: Uint8Array;
  private readonly places: Map<string, readonly [offset: number, size: number]>;

  /** Throws ImageError if the image was made for another version. The bytes must not change afterwards. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER_SIZE || view.getUint32(0) !== MAGIC || view.getUint32(4) !== INSTRUCTION_SET >>> 0) {
      throw new ImageError('the image of the standard library is of another version');
    }
    const tableSize = view.getUint32(12);
    const table = new TextDecoder().decode(bytes.subarray(HEADER_SIZE, HEADER_SIZE + tableSize));
    this.bytes = bytes;
    this.places = new Map();
    let offset = HEADER_SIZE + tableSize;
    for (const line of table.split('\n')) {
      const space = line.lastIndexOf(' ');
      const size = Number(line.slice(space + 1));
      this.places.set(line.slice(0, space), [offset, size]);
      offset += size;
    }
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
    const code = deserializeCode(this.bytes.subarray(place[0], place[0] + place[1]));
    // Code inside it takes the name from its parent when it is decoded.
    (code as { filename: string }).filename = filename;
    return code;
  }
}
