/**
 * The modules of a library, each an image of its own, in a file of which only what is imported is read.
 *
 *   magic "TYAR", instruction set, length of the table (4 bytes each), the table, the images
 *   table     JSON: for each path, where its image begins (behind the table) and how long it is
 *
 * The table is JSON because a program that has just started reads nothing faster. A library that is fetched as a whole is better packed
 * together: library-image.ts.
 */
import { ByteWriter } from '../util/byte-stream.ts';
import type { Code } from './code.ts';
import { deserializeCode, ImageError } from './deserialize.ts';
import { INSTRUCTION_SET } from './instruction-set.generated.ts';

const MAGIC = 0x54594152;
const HEADER_SIZE = 12;

/** `images` are as `serializeCode` makes them, by path. */
export function packArchive(images: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const places: Record<string, [number, number]> = {};
  const body = new ByteWriter(1 << 20);
  for (const [path, image] of images) {
    places[path] = [body.length, image.length];
    body.append(image);
  }
  const table = new TextEncoder().encode(JSON.stringify(places));
  const output = new ByteWriter(HEADER_SIZE + table.length + body.length);
  for (const word of [MAGIC, INSTRUCTION_SET, table.length]) {
    for (let shift = 24; shift >= 0; shift -= 8) output.byte((word >>> shift) & 0xff);
  }
  output.append(table);
  output.append(body.finish());
  return output.finish();
}

/** Reads `length` bytes of the file; they must not change afterwards. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

export class ModuleArchive {
  private readonly read: ReadAt;
  private readonly places: Readonly<Record<string, readonly [number, number]>>;
  /** Where the images begin. */
  private readonly start: number;

  /** Throws ImageError if the file was made for another version. */
  constructor(read: ReadAt) {
    const bytes = read(0, HEADER_SIZE);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER_SIZE || view.getUint32(0) !== MAGIC || view.getUint32(4) !== INSTRUCTION_SET) {
      throw new ImageError('the archive of the standard library is of another version');
    }
    const length = view.getUint32(8);
    this.read = read;
    this.places = JSON.parse(new TextDecoder().decode(read(HEADER_SIZE, length)));
    this.start = HEADER_SIZE + length;
  }

  has(path: string): boolean {
    return Object.hasOwn(this.places, path);
  }

  paths(): Iterable<string> {
    return Object.keys(this.places);
  }

  /** The code of a module, under the file name given; `undefined` if there is no such module. */
  codeOf(path: string, filename: string): Code | undefined {
    if (!this.has(path)) return undefined;
    const [offset, length] = this.places[path];
    const code = deserializeCode(this.read(this.start + offset, length));
    // Code inside it takes the name from its parent when it is decoded.
    (code as { filename: string }).filename = filename;
    return code;
  }
}
