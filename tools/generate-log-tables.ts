/**
 * Makes src/util/libm/log-tables.generated.ts: the reciprocals and logarithms of src/util/libm/log.ts. Takes some minutes:
 *
 *     node tools/run.mjs tools/generate-log-tables.ts PYTHON
 *
 * z in [0.6875, 1.375) is divided into cells. For a cell a double 1/c near the reciprocal of its middle is wanted such that
 *
 * - log(c) is a multiple of 2**-43 (2**-42 for log2) but for an error far below the last bit of a double: so the double log(c) is as good as
 *   a longer number, and added to a multiple of ln(2) it is still exact;
 * - c itself is nearly a double, or the difference z - c for the z of the cell would not be.
 *
 * Of the many that have these properties any would do. The one is taken with which the results are those of PYTHON's C library, which chose
 * its own by properties like these.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { BITS, expSeries, fromDouble, ln2Bits, toDouble } from '../src/util/bigint-series.ts';
import { log2InCell, logInCell } from '../src/util/libm/log.ts';

interface Table {
  readonly name: string;
  readonly cells: number;
  /** Logarithms are multiples of 2**-gridBits ... */
  readonly gridBits: number;
  /** ... times this, as natural logarithms. */
  readonly unit: bigint;
  /** How far from the middle's reciprocal, in binary logarithms of ulps. */
  readonly span: number;
  /** Binary logarithms of the largest error of the logarithm, relative, and of c, absolute. */
  readonly logError: number;
  readonly reciprocalError: number;
  readonly compute: (k: number, z: number, inverse: number, logarithm: number) => number;
}

const ONE_UNIT = 1n << BigInt(BITS);
const TABLES: readonly Table[] = [
  {
    name: 'log',
    cells: 128,
    gridBits: 43,
    unit: ONE_UNIT,
    span: 29,
    logError: -66,
    reciprocalError: -65.5,
    compute: logInCell,
  },
  {
    name: 'log2',
    cells: 64,
    gridBits: 42,
    unit: ln2Bits(),
    span: 30,
    logError: -67.5,
    reciprocalError: -63.3,
    compute: log2InCell,
  },
];

interface Candidate {
  readonly inverse: number;
  readonly logarithm: number;
  /** log(c) - logarithm, as a natural logarithm. */
  readonly rest: number;
}

const SAMPLES = 60_000;
const EXPONENTS = [-3, -2, -1, 1, 2, 3, 5];

const view = new DataView(new ArrayBuffer(8));

function fromBits(bits: bigint): number {
  view.setBigInt64(0, bits);
  return view.getFloat64(0);
}

/** The first number of a cell. */
function beginOf(table: Table, cell: number): number {
  return fromBits(0x3fe6000000000000n + (BigInt(cell) << 52n) / BigInt(table.cells));
}

// ── Search ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Bits behind the point: enough for two million products, few enough to be fast. */
const FIXED = 128;
const SHIFT = BigInt(FIXED);

/** e ** x. */
function expFixed(x: bigint): bigint {
  return expSeries(x) >> BigInt(BITS - FIXED);
}

/** All doubles near the reciprocal of the cell's middle that have the properties, best logarithm first. */
function candidatesOf(table: Table, cell: number): Candidate[] {
  const [begin, end] = [beginOf(table, cell), beginOf(table, cell + 1)];
  const middle = 1 / ((begin + end) / 2);
  const span = (middle >= 1 ? 2 ** -52 : 2 ** -53) * 2 ** table.span;
  const step = toDouble(table.unit) * 2 ** -table.gridBits;
  const first = Math.ceil(-Math.log(middle + span) / step);
  const last = Math.floor(-Math.log(middle - span) / step);
  const factor = expFixed(-(table.unit >> BigInt(table.gridBits)));
  const limit = BigInt(Math.round(2 ** (FIXED + table.logError)));
  const ulpBits = middle >= 1 ? FIXED - 52 : FIXED - 53;
  // The binade of z - c, and so the place of its last bit.
  const differenceBits = FIXED + Math.floor(Math.log2(((end - begin) / 2) * 0.999)) - 52;
  const found: Candidate[] = [];
  let exact = expFixed(-(BigInt(first) * (table.unit >> BigInt(table.gridBits))));
  for (let k = first; k <= last; k++) {
    const rest = BigInt.asIntN(ulpBits, exact);
    if (rest < limit && rest > -limit) {
      const inverse = exact - rest;
      if (isNearlyDouble((1n << (2n * SHIFT)) / inverse, differenceBits, table.reciprocalError)) {
        const difference = toDouble(rest, FIXED) / toDouble(exact, FIXED);
        found.push({ inverse: toDouble(inverse, FIXED), logarithm: k * 2 ** -table.gridBits, rest: difference });
      }
    }
    exact = (exact * factor) >> SHIFT;
  }
  return found.sort((a, b) => Math.abs(a.rest) - Math.abs(b.rest));
}

/** Whether what c has beyond a double is near to a multiple of the last bit of the differences from c. */
function isNearlyDouble(c: bigint, differenceBits: number, allowed: number): boolean {
  const rounded = fromDouble(toDouble(c, FIXED)) >> BigInt(BITS - FIXED);
  const rest = BigInt.asIntN(differenceBits, c - rounded);
  return Math.abs(toDouble(rest, FIXED)) <= 2 ** allowed;
}

// ── Choice ───────────────────────────────────────────────────────────────────────────────────────────────────────

const PYTHON_SIDE = `
import array, math, sys
values = array.array('d', sys.stdin.buffer.read())
sys.stdout.buffer.write(array.array('d', map(getattr(math, sys.argv[1]), values)).tobytes())
`;

let state = 20260101;

function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  const upper = state;
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (upper * 2 ** 21 + (state >>> 11)) / 2 ** 53;
}

/** SAMPLES pairs z, k for each cell. */
function samplesOf(table: Table): { z: Float64Array; k: Float64Array } {
  const z = new Float64Array(table.cells * SAMPLES);
  const k = new Float64Array(z.length);
  for (let index = 0; index < z.length; index++) {
    const cell = Math.floor(index / SAMPLES);
    const [begin, end] = [beginOf(table, cell), beginOf(table, cell + 1)];
    z[index] = begin + (end - begin) * random();
    k[index] = EXPONENTS[Math.floor(random() * EXPONENTS.length)];
  }
  return { z, k };
}

function wantedOf(python: string, name: string, values: Float64Array): Float64Array {
  const input = new Uint8Array(values.buffer);
  const run = spawnSync(python, ['-c', PYTHON_SIDE, name], { input, maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw run.error ?? new Error(run.stderr.toString());
  const { buffer, byteOffset, length } = run.stdout;
  return new Float64Array(buffer.slice(byteOffset, byteOffset + length));
}

/** The candidates with the most results like PYTHON's, one a cell. */
function choose(python: string, table: Table): Candidate[] {
  const { z, k } = samplesOf(table);
  const wanted = wantedOf(
    python,
    table.name,
    z.map((value, index) => value * 2 ** k[index]),
  );
  return Array.from({ length: table.cells }, (_, cell) => {
    let best: Candidate | undefined;
    let fewest = SAMPLES;
    for (const candidate of candidatesOf(table, cell)) {
      let different = 0;
      for (let index = cell * SAMPLES; index < (cell + 1) * SAMPLES && different < fewest; index++) {
        if (table.compute(k[index], z[index], candidate.inverse, candidate.logarithm) !== wanted[index]) different++;
      }
      if (different < fewest) [best, fewest] = [candidate, different];
    }
    console.log(`${table.name} cell ${cell}: ${fewest} of ${SAMPLES} differ`);
    return best!;
  });
}

// ── Output ───────────────────────────────────────────────────────────────────────────────────────────────────────

function listing(name: string, values: readonly number[]): string {
  const lines: string[] = [];
  for (const value of values) {
    const line = lines.at(-1);
    if (line === undefined || line.length + String(value).length > 118) lines.push(`  ${value},`);
    else lines[lines.length - 1] = `${line} ${value},`;
  }
  return `export const ${name} = [\n${lines.join('\n')}\n];\n`;
}

const python = process.argv[2];
if (python === undefined) {
  console.error('usage: node tools/run.mjs tools/generate-log-tables.ts PYTHON');
  process.exit(2);
}
const parts = ['/** Made by `tools/generate-log-tables.ts`, which says what they are; do not edit. */\n'];
for (const table of TABLES) {
  const chosen = choose(python, table);
  const prefix = table.name.toUpperCase();
  parts.push(
    listing(
      `${prefix}_INVERSES`,
      chosen.map(({ inverse }) => inverse),
    ),
  );
  parts.push(
    listing(
      `${prefix}_VALUES`,
      chosen.map(({ logarithm }) => logarithm),
    ),
  );
}
writeFileSync('src/util/libm/log-tables.generated.ts', parts.join('\n'));
