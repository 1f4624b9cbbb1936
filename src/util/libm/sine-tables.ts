/** Sine and cosine of the multiples of 1/128 as double-doubles, made at the first use. */
import { multiply, ONE, remainderOf, sinCosSeries, toDouble } from '../bigint-series.ts';

/** Cells per unit. */
export const CELLS = 128;
/** Up to 0.86, where the next quadrant takes over. */
const TABLE_SIZE = 112;

export class SineTables {
  readonly sinHigh = new Float64Array(TABLE_SIZE);
  readonly sinLow = new Float64Array(TABLE_SIZE);
  readonly cosHigh = new Float64Array(TABLE_SIZE);
  readonly cosLow = new Float64Array(TABLE_SIZE);

  constructor() {
    const [stepSin, stepCos] = sinCosSeries(ONE / BigInt(CELLS));
    let [sine, cosine] = [0n, ONE];
    for (let j = 0; j < TABLE_SIZE; j++) {
      this.sinHigh[j] = toDouble(sine);
      this.sinLow[j] = toDouble(remainderOf(sine, this.sinHigh[j]));
      this.cosHigh[j] = toDouble(cosine);
      this.cosLow[j] = toDouble(remainderOf(cosine, this.cosHigh[j]));
      [sine, cosine] = [
        multiply(sine, stepCos) + multiply(cosine, stepSin),
        multiply(cosine, stepCos) - multiply(sine, stepSin),
      ];
    }
  }
}

let tables: SineTables | undefined;

export function sineTables(): SineTables {
  tables ??= new SineTables();
  return tables;
}
