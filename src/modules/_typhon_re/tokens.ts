/** The text of a regular expression, token by token: a character, or a backslash with the character behind it. */
import { unusual } from './unusual.ts';

/** Behind the last token. */
export const END = -1;

/** Added to the character of a backslash sequence. */
const ESCAPED = 1 << 21;

const BACKSLASH = 92;

export function isEscape(token: number): boolean {
  return token >= ESCAPED;
}

/** The character behind the backslash. */
export function escapedPoint(token: number): number {
  return token - ESCAPED;
}

/** A token as one letter can be compared with. */
export const escape = (letter: string): number => ESCAPED + letter.charCodeAt(0);

export class Tokens {
  private readonly points: readonly number[];
  private index: number;
  next: number;

  constructor(points: readonly number[]) {
    this.points = points;
    this.index = 0;
    this.next = END;
    this.advance();
  }

  private advance(): void {
    const { points, index } = this;
    if (index >= points.length) {
      this.next = END;
      return;
    }
    const isEscaped = points[index] === BACKSLASH;
    if (isEscaped && index + 1 >= points.length) throw unusual();
    this.next = isEscaped ? ESCAPED + points[index + 1] : points[index];
    this.index = index + (isEscaped ? 2 : 1);
  }

  get(): number {
    const token = this.next;
    this.advance();
    return token;
  }

  /** Takes the next token if it is this one. */
  match(token: number): boolean {
    if (this.next !== token) return false;
    this.advance();
    return true;
  }

  /** A place to come back to: right behind a token that was taken, before `next`. */
  get place(): number {
    const width = this.next === END ? 0 : isEscape(this.next) ? 2 : 1;
    return this.index - width;
  }

  seek(place: number): void {
    this.index = place;
    this.advance();
  }

  /** As many characters of a kind as there are, `most` at most. */
  getWhile(most: number, isOfKind: (point: number) => boolean): string {
    let text = '';
    while (text.length < most && this.next !== END && isOfKind(this.next)) text += String.fromCharCode(this.get());
    return text;
  }

  /** What stands before the terminator, which is taken as well. */
  getUntil(terminator: string): string {
    let text = '';
    for (let token = this.get(); token !== terminator.charCodeAt(0); token = this.get()) {
      if (token === END || isEscape(token)) throw unusual();
      text += String.fromCodePoint(token);
    }
    return text;
  }
}
