/**
 * The Unicode character database, as `unicodedata` shows it: that of Unicode 16, and that of 3.2 for IDNA. Unpacked when first asked.
 *
 * tools/oracle/unicode-data.py describes the packing of data.generated.ts.
 */
import { DECIMAL, DIGIT, propertiesOf } from '../../util/unicode-properties.ts';
import {
  CORRECTIONS_3_2,
  DECIMALS_3_2,
  DECOMPOSITIONS,
  NUMBERS,
  NUMBERS_3_2,
  RECORDS,
  RUNS,
  RUNS_3_2,
  TAGS,
  VALUES,
} from './data.generated.ts';

/** General properties that characters share. */
export interface CharacterRecord {
  readonly category: string;
  readonly bidirectional: string;
  readonly combining: number;
  readonly width: string;
  readonly isMirrored: boolean;
}

/** One step of decomposition. */
export interface Decomposition {
  /** '' for a canonical one, else `<compat>` and the like. */
  readonly tag: string;
  /** Whether composition gives the character back. */
  readonly isComposed: boolean;
  readonly points: readonly number[];
}

function numbersIn(text: string): number[] {
  return text.split(' ').map((number) => Number.parseInt(number, 36));
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const records = once((): CharacterRecord[] =>
  RECORDS.split(';').map((record) => {
    const [category, bidirectional, combining, width, mirrored] = record.split(' ') as [
      string,
      string,
      string,
      string,
      string,
    ];
    return { category, bidirectional, combining: Number(combining), width, isMirrored: mirrored === '1' };
  }),
);

/** Starts of runs and the numbers of their records. */
interface Runs {
  readonly starts: Uint32Array;
  readonly numbers: Uint16Array;
  /** For every 256th code point the run that it lies in. */
  readonly blocks: Uint16Array;
}

const BLOCK_BITS = 8;
const POINTS = 0x110000;

function unpackRuns(text: string): Runs {
  const pairs = numbersIn(text);
  const count = pairs.length / 2;
  const runs = {
    starts: new Uint32Array(count),
    numbers: new Uint16Array(count),
    blocks: new Uint16Array(POINTS >> BLOCK_BITS),
  };
  let start = 0;
  for (let run = 0; run < count; run++) {
    runs.starts[run] = start;
    runs.numbers[run] = pairs[run * 2 + 1];
    const end = start + pairs[run * 2];
    const firstBlock = (start + (1 << BLOCK_BITS) - 1) >> BLOCK_BITS;
    for (let block = firstBlock; block << BLOCK_BITS < end; block++) runs.blocks[block] = run;
    start = end;
  }
  return runs;
}

/** Calls `visit` with each code point and the number behind it. */
function eachPair(text: string, visit: (point: number, number: number) => void): void {
  const numbers = numbersIn(text);
  let point = 0;
  for (let at = 0; at < numbers.length; at += 2) {
    point += numbers[at];
    visit(point, numbers[at + 1]);
  }
}

export const decompositions = once((): Map<number, Decomposition> => {
  const tags = ['', '', ...TAGS.split(' ')];
  const numbers = numbersIn(DECOMPOSITIONS);
  const table = new Map<number, Decomposition>();
  let point = 0;
  for (let at = 0; at < numbers.length; ) {
    point += numbers[at];
    const tag = Math.floor(numbers[at + 1] / 32);
    const end = at + 2 + (numbers[at + 1] % 32);
    table.set(point, { tag: tags[tag], isComposed: tag === 0, points: numbers.slice(at + 2, end) });
    at = end;
  }
  return table;
});

const values = once((): number[] =>
  VALUES.split(' ').map((text) => {
    const [numerator, denominator] = text.split('/');
    return denominator === undefined ? Number(numerator) : Number(numerator) / Number(denominator);
  }),
);

const numericValues = once((): Map<number, number> => {
  const table = new Map<number, number>();
  eachPair(NUMBERS, (point, number) => table.set(point, values()[number]));
  return table;
});

/** What one version of Unicode says. */
export class CharacterDatabase {
  readonly version: string;
  readonly isOld: boolean;
  private readonly runs: () => Runs;

  constructor(version: string, runs: string, isOld: boolean) {
    this.version = version;
    this.isOld = isOld;
    this.runs = once(() => unpackRuns(runs));
  }

  record(point: number): CharacterRecord {
    const { starts, numbers, blocks } = this.runs();
    let run = blocks[point >> BLOCK_BITS];
    while (run + 1 < starts.length && starts[run + 1] <= point) run++;
    return records()[numbers[run]];
  }

  isAssigned(point: number): boolean {
    return !this.isOld || this.record(point).category !== 'Cn';
  }

  decomposition(point: number): Decomposition | undefined {
    const found = decompositions().get(point);
    return found === undefined || this.isAssigned(point) ? found : undefined;
  }

  /** `undefined` if the character is no number; likewise below. */
  numeric(point: number): number | undefined {
    if (!this.isAssigned(point)) return undefined;
    if (this.isOld && oldNumbers().has(point)) return oldNumbers().get(point);
    return numericValues().get(point);
  }

  digit(point: number): number | undefined {
    return (propertiesOf(point) & DIGIT) === 0 ? undefined : numericValues().get(point);
  }

  decimal(point: number): number | undefined {
    if (this.isOld && oldDecimals().has(point)) return oldDecimals().get(point);
    if (!this.isAssigned(point) || (propertiesOf(point) & DECIMAL) === 0) return undefined;
    return numericValues().get(point);
  }
}

const oldNumbers = once((): Map<number, number | undefined> => {
  const table = new Map<number, number | undefined>();
  eachPair(NUMBERS_3_2, (point, number) => table.set(point, number === 0 ? undefined : values()[number]));
  return table;
});

const oldDecimals = once((): Map<number, number | undefined> => {
  const table = new Map<number, number | undefined>();
  eachPair(DECIMALS_3_2, (point, number) => table.set(point, number === 0 ? undefined : number - 1));
  return table;
});

/** Decompositions that later versions of Unicode corrected. */
export const oldDecompositions = once((): Map<number, number> => {
  const numbers = numbersIn(CORRECTIONS_3_2);
  const table = new Map<number, number>();
  for (let at = 0; at < numbers.length; at += 2) table.set(numbers[at], numbers[at + 1]);
  return table;
});

export const currentDatabase = new CharacterDatabase('16.0.0', RUNS, false);
export const oldDatabase = new CharacterDatabase('3.2.0', RUNS_3_2, true);
