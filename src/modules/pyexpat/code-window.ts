/**
 * A part of the text as an array of its code units: asking a string for a character finds out each time how the string is stored, which
 * costs two to five times as much as looking into an array. UTF-8 of ASCII is its code units, and the engine makes that twenty times faster
 * than a loop could.
 */

/** Code units that are looked at together. */
const LENGTH = 16 * 1024;

const encoder = new TextEncoder();
const utf8 = new Uint8Array(3 * LENGTH);
/** Those that no parser uses at the moment. */
const spares: CodeWindow[] = [];

export class CodeWindow {
  /** Code units of the text from `from` on, and a zero behind the last one, which no document may contain: loops end there. */
  readonly codes: Uint16Array;
  /** Where the part is in the text: nothing is known of others. */
  from: number;
  end: number;
  length: number;
  isAscii: boolean;

  private constructor() {
    this.codes = new Uint16Array(LENGTH + 1);
    this.from = 0;
    this.end = 0;
    this.length = 0;
    this.isAscii = true;
  }

  static take(): CodeWindow {
    return spares.pop() ?? new CodeWindow();
  }

  /** Nobody looks into it any more. */
  giveBack(): void {
    this.end = 0;
    if (spares.length === 0) spares.push(this);
  }

  /** Takes the text from the place on. */
  moveTo(text: string, at: number): void {
    const part = text.slice(at, at + LENGTH);
    const { codes } = this;
    const { length } = part;
    const { written } = encoder.encodeInto(part, utf8);
    this.isAscii = written === length;
    if (this.isAscii) codes.set(utf8.subarray(0, length));
    else for (let index = 0; index < length; index++) codes[index] = part.charCodeAt(index);
    codes[length] = 0;
    this.from = at;
    this.end = at + length;
    this.length = length;
  }
}
