/** Writes blocks of DEFLATE data: stored, with the fixed codes or with codes of their own, whichever is shortest. */
import { BitWriter } from './bit-writer.ts';
import { codeLengths } from './code-lengths.ts';
import { canonicalCodes, reverseBits } from './huffman.ts';
import {
  CODE_ORDER,
  DISTANCE_BASE,
  DISTANCE_EXTRA,
  END_OF_BLOCK,
  FIXED_DISTANCE_LENGTHS,
  FIXED_LITERAL_LENGTHS,
  LENGTH_BASE,
  LENGTH_EXTRA,
} from './tables.ts';

/** Literals and matches of a block: a match is its distance and length, a literal has distance 0. */
export interface Symbols {
  readonly distances: Uint16Array;
  readonly values: Uint16Array;
  readonly count: number;
}

/** The symbol of each match length. */
const LENGTH_SYMBOLS = symbolTable(LENGTH_BASE, 259);
/** The symbol of each distance up to 256, and of those beyond by their 128ths. */
const DISTANCE_SYMBOLS = symbolTable(DISTANCE_BASE, 257);
const FAR_SYMBOLS = Uint8Array.from({ length: 257 }, (_, index) => lastAtMost(DISTANCE_BASE, index * 128 + 1));

function lastAtMost(bases: readonly number[], value: number): number {
  let symbol = 0;
  while (symbol + 1 < bases.length && bases[symbol + 1] <= value) symbol++;
  return symbol;
}

function symbolTable(bases: readonly number[], size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, value) => lastAtMost(bases, value));
}

function distanceSymbol(distance: number): number {
  return distance <= 256 ? DISTANCE_SYMBOLS[distance] : FAR_SYMBOLS[(distance - 1) >> 7];
}

/** A code ready to be written: bits in writing order. */
class Code {
  readonly lengths: Uint8Array;
  readonly bits: Uint16Array;

  constructor(lengths: Uint8Array) {
    this.lengths = lengths;
    const counts = new Uint16Array(16);
    for (const length of lengths) counts[length]++;
    const codes = canonicalCodes(lengths, counts);
    this.bits = codes.map((code, symbol) => reverseBits(code, lengths[symbol]));
  }

  write(writer: BitWriter, symbol: number): void {
    writer.put(this.bits[symbol], this.lengths[symbol]);
  }

  /** Bits that symbols of these frequencies take. */
  cost(frequencies: Uint32Array): number {
    return frequencies.reduce((sum, frequency, symbol) => sum + frequency * this.lengths[symbol], 0);
  }
}

let fixedCodes: readonly [Code, Code] | undefined;

function fixed(): readonly [Code, Code] {
  fixedCodes ??= [new Code(FIXED_LITERAL_LENGTHS), new Code(FIXED_DISTANCE_LENGTHS)];
  return fixedCodes;
}

/** Code lengths as a dynamic block writes them: runs of equal ones are packed. */
function packLengths(lengths: readonly number[]): (readonly [symbol: number, extra: number])[] {
  const packed: (readonly [number, number])[] = [];
  for (let index = 0; index < lengths.length; ) {
    const value = lengths[index];
    let run = 1;
    while (index + run < lengths.length && lengths[index + run] === value) run++;
    index += run;
    if (value !== 0) {
      packed.push([value, 0]);
      run--;
    }
    packRun(packed, value, run);
  }
  return packed;
}

function packRun(packed: (readonly [number, number])[], value: number, length: number): void {
  let run = length;
  const longest = value === 0 ? 138 : 6;
  while (run >= 3) {
    const part = Math.min(run, longest);
    if (value !== 0) packed.push([16, part - 3]);
    else packed.push(part < 11 ? [17, part - 3] : [18, part - 11]);
    run -= part;
  }
  for (; run > 0; run--) packed.push([value, 0]);
}

const PACKED_EXTRA: Readonly<Record<number, number>> = { 16: 2, 17: 3, 18: 7 };

/** The codes of a dynamic block with the description of them. */
class DynamicCodes {
  readonly literals: Code;
  readonly distances: Code;
  private readonly packed: (readonly [symbol: number, extra: number])[];
  private readonly codes: Code;
  private readonly literalCount: number;
  private readonly distanceCount: number;
  private readonly codeCount: number;
  /** Bits of the description. */
  readonly headerBits: number;

  constructor(literalFrequencies: Uint32Array, distanceFrequencies: Uint32Array) {
    this.literals = new Code(codeLengths(literalFrequencies, 15));
    this.distances = new Code(codeLengths(distanceFrequencies, 15));
    this.literalCount = Math.max(257, lastUsed(this.literals.lengths) + 1);
    this.distanceCount = lastUsed(this.distances.lengths) + 1;
    const lengths = [
      ...this.literals.lengths.subarray(0, this.literalCount),
      ...this.distances.lengths.subarray(0, this.distanceCount),
    ];
    this.packed = packLengths(lengths);
    const frequencies = new Uint32Array(19);
    for (const [symbol] of this.packed) frequencies[symbol]++;
    this.codes = new Code(codeLengths(frequencies, 7));
    let count = 19;
    while (count > 4 && this.codes.lengths[CODE_ORDER[count - 1]] === 0) count--;
    this.codeCount = count;
    const extra = this.packed.reduce((sum, [symbol]) => sum + (PACKED_EXTRA[symbol] ?? 0), 0);
    this.headerBits = 14 + 3 * count + this.codes.cost(frequencies) + extra;
  }

  writeHeader(writer: BitWriter): void {
    writer.put(this.literalCount - 257, 5);
    writer.put(this.distanceCount - 1, 5);
    writer.put(this.codeCount - 4, 4);
    for (let index = 0; index < this.codeCount; index++) writer.put(this.codes.lengths[CODE_ORDER[index]], 3);
    for (const [symbol, extra] of this.packed) {
      this.codes.write(writer, symbol);
      if (symbol >= 16) writer.put(extra, PACKED_EXTRA[symbol]);
    }
  }
}

function lastUsed(lengths: Uint8Array): number {
  let last = lengths.length - 1;
  while (last > 0 && lengths[last] === 0) last--;
  return last;
}

const MAX_STORED = 65535;

export class BlockWriter {
  readonly writer: BitWriter;

  constructor(writer = new BitWriter()) {
    this.writer = writer;
  }

  /** A block of these symbols, which stand for `source`. `onlyFixed` forbids codes of its own. */
  write(symbols: Symbols, source: Uint8Array, isLast: boolean, onlyFixed: boolean): void {
    const literalFrequencies = new Uint32Array(286);
    const distanceFrequencies = new Uint32Array(30);
    const extraBits = countSymbols(symbols, literalFrequencies, distanceFrequencies);
    const [fixedLiterals, fixedDistances] = fixed();
    const fixedBits = 3 + extraBits + fixedLiterals.cost(literalFrequencies) + fixedDistances.cost(distanceFrequencies);
    const dynamic = onlyFixed ? undefined : new DynamicCodes(literalFrequencies, distanceFrequencies);
    const dynamicBits =
      dynamic === undefined
        ? Number.POSITIVE_INFINITY
        : 3 +
          extraBits +
          dynamic.headerBits +
          dynamic.literals.cost(literalFrequencies) +
          dynamic.distances.cost(distanceFrequencies);
    // Compared in whole bytes.
    const fixedSize = (fixedBits + 7) >>> 3;
    const dynamicSize = dynamicBits === Number.POSITIVE_INFINITY ? dynamicBits : (dynamicBits + 7) >>> 3;
    if (source.length > 0 && source.length + 4 <= Math.min(fixedSize, dynamicSize)) {
      this.stored(source, isLast);
    } else if (fixedSize <= dynamicSize) {
      this.head(isLast, 1);
      this.symbols(symbols, fixedLiterals, fixedDistances);
    } else {
      this.head(isLast, 2);
      dynamic!.writeHeader(this.writer);
      this.symbols(symbols, dynamic!.literals, dynamic!.distances);
    }
  }

  private head(isLast: boolean, kind: number): void {
    this.writer.put((isLast ? 1 : 0) | (kind << 1), 3);
  }

  /** The source as it is, in as many blocks as it needs. */
  stored(source: Uint8Array, isLast: boolean): void {
    let start = 0;
    do {
      const part = source.subarray(start, start + MAX_STORED);
      start += part.length;
      this.head(isLast && start >= source.length, 0);
      this.writer.align();
      this.writer.put(part.length, 16);
      this.writer.put(~part.length & 0xffff, 16);
      this.writer.append(part);
    } while (start < source.length);
  }

  /** An empty block with the fixed codes, as a partial flush ends. */
  emptyFixed(): void {
    this.head(false, 1);
    fixed()[0].write(this.writer, END_OF_BLOCK);
  }

  private symbols({ distances, values, count }: Symbols, literalCode: Code, distanceCode: Code): void {
    const { writer } = this;
    for (let index = 0; index < count; index++) {
      const distance = distances[index];
      if (distance === 0) {
        literalCode.write(writer, values[index]);
        continue;
      }
      const lengthIndex = LENGTH_SYMBOLS[values[index]];
      literalCode.write(writer, 257 + lengthIndex);
      writer.put(values[index] - LENGTH_BASE[lengthIndex], LENGTH_EXTRA[lengthIndex]);
      const symbol = distanceSymbol(distance);
      distanceCode.write(writer, symbol);
      writer.put(distance - DISTANCE_BASE[symbol], DISTANCE_EXTRA[symbol]);
    }
    literalCode.write(writer, END_OF_BLOCK);
  }
}

/** Fills in how often each symbol occurs; answers the extra bits of all. */
function countSymbols(
  { distances, values, count }: Symbols,
  literals: Uint32Array,
  distanceCounts: Uint32Array,
): number {
  let extra = 0;
  for (let index = 0; index < count; index++) {
    if (distances[index] === 0) {
      literals[values[index]]++;
      continue;
    }
    const lengthIndex = LENGTH_SYMBOLS[values[index]];
    const symbol = distanceSymbol(distances[index]);
    literals[257 + lengthIndex]++;
    distanceCounts[symbol]++;
    extra += LENGTH_EXTRA[lengthIndex] + DISTANCE_EXTRA[symbol];
  }
  literals[END_OF_BLOCK]++;
  return extra;
}
