/** Decimal floats in texts of any length: reading them takes the engine long, in one piece, but only the first digits matter. */
import { CHARACTERS, CHARACTERS_WORK, worked } from './work.ts';

/** No two neighbouring floats, nor the middle between them, differ first behind so many digits. */
const SIGNIFICANT = 800;
/** Exponents beyond this are beyond what digits that fit memory could make up for. */
const MOST = 1e15;

const DIGIT_0 = 48;
const DIGIT_9 = 57;

class Scanner {
  private readonly text: string;
  offset: number;
  /** The first digits, from the first that is not zero on. */
  digits: string;
  /** What the digits are to be multiplied with, as an exponent of ten, and whether others than zeros are left out of them. */
  exponent: number;
  isCut: boolean;

  constructor(text: string) {
    this.text = text;
    this.offset = 0;
    this.digits = '';
    this.exponent = 0;
    this.isCut = false;
  }

  get unit(): number {
    return this.offset < this.text.length ? this.text.charCodeAt(this.offset) : 0;
  }

  /** Passes a sign; whether it was a minus. */
  sign(): boolean {
    const { unit } = this;
    if (unit === 0x2b || unit === 0x2d) this.offset++;
    return unit === 0x2d;
  }

  /** Passes digits, and counts them. */
  run(isFraction: boolean): number {
    const start = this.offset;
    for (let { unit } = this; unit >= DIGIT_0 && unit <= DIGIT_9; unit = this.unit) {
      this.take(unit, isFraction);
      this.offset++;
      if ((this.offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    return this.offset - start;
  }

  private take(unit: number, isFraction: boolean): void {
    const isKept = this.digits.length < SIGNIFICANT;
    if (isKept && (unit !== DIGIT_0 || this.digits !== '')) this.digits += String.fromCharCode(unit);
    if (!isKept && unit !== DIGIT_0) this.isCut = true;
    if (isKept ? isFraction : !isFraction) this.exponent += isFraction ? -1 : 1;
  }

  /** Passes an exponent; whether there is none, or a good one. */
  power(): boolean {
    if ((this.unit | 0x20) !== 0x65) return true;
    this.offset++;
    const isNegative = this.sign();
    const start = this.offset;
    let value = 0;
    for (let { unit } = this; unit >= DIGIT_0 && unit <= DIGIT_9; unit = this.unit) {
      value = Math.min(value * 10 + unit - DIGIT_0, MOST);
      this.offset++;
      if ((this.offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    this.exponent += isNegative ? -value : value;
    return this.offset > start;
  }
}

/** The float that a text is the decimal form of, as `Number` reads it; `undefined` if it is none. */
export function parseLongDecimal(text: string): number | undefined {
  const scanner = new Scanner(text);
  const isNegative = scanner.sign();
  let count = scanner.run(false);
  if (scanner.unit === 0x2e) {
    scanner.offset++;
    count += scanner.run(true);
  }
  if (count === 0 || !scanner.power() || scanner.offset !== text.length) return undefined;
  // A digit behind the others tells that there is more: it decides what lies in the middle.
  const digits = scanner.digits === '' ? '0' : scanner.digits;
  const value = Number(scanner.isCut ? `${digits}1e${scanner.exponent - 1}` : `${digits}e${scanner.exponent}`);
  return isNegative ? -value : value;
}
