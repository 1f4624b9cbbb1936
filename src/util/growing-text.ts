/**
 * Long texts that a program makes longer at their end, asking something in between: `text += line`, then `text.endswith('\n')`.
 *
 * The engine concatenates lazily, and puts the whole of a text together as soon as somebody looks at one of its characters: each round would
 * copy all that there is. So the texts that were made last by concatenation are remembered with the pieces they consist of. Whoever wants a
 * part of a long text asks here for it, and gets it from the pieces that hold it, while the text itself stays as it is.
 *
 * Pieces have lengths as the ones of a binary counter: each is at least twice as long as the next. There are few then, and a character is
 * copied only as often as its piece is joined to the one before it: the logarithm of the length of the text.
 *
 * Strings of JavaScript have no identity. Those of the same length are compared, which is nothing where they are the same object, and makes the
 * engine look at both of them where they are not. So a text that was taken for another is forgotten, one that is asked more often than it
 * grows too, and concatenation compares only with texts that have been asked since: all of it costs no more than the looks that are saved.
 */
import { LONG_TEXT, worked } from './work.ts';

/** Texts that are remembered at a time. */
const PLACES = 4;
/** Concatenations after which a text that nobody has asked is one of those that are only written. */
const PATIENCE = 4096;
/** Questions after which a text that has not grown meanwhile is one that is read: the engine may put it together. */
const QUESTIONS = 256;
/** Looks at the heap, milliseconds apart, after which what nobody has used is forgotten: it may be garbage. */
const IDLE = 256;

const NON_ASCII = /[^\0-\x7f]/;

class Growth {
  /** Of the text; -1 where there is none. */
  length = -1;
  text = '';
  pieces: string[] = [];
  /** Concatenations until it is not worth while to keep its pieces apart; 0 where it has not been asked. */
  patience = 0;
  questions = 0;
  idle = 0;
  /** Code units from the beginning that are known to be ASCII; -1 where there is one that is not. */
  plain = 0;

  /** The first question is answered by the text itself: one that is asked and never grows is put together once. */
  begin(text: string): void {
    this.pieces = [text];
    this.become(text);
    this.plain = 0;
  }

  private become(text: string): void {
    this.text = text;
    this.length = text.length;
    this.questions = 0;
    this.idle = 0;
  }

  append(right: string, text: string): void {
    const { pieces } = this;
    let last = right;
    while (pieces.length > 0 && pieces[pieces.length - 1].length < 2 * last.length) last = pieces.pop() + last;
    pieces.push(last);
    this.become(text);
    this.patience--;
  }

  forget(): void {
    if (this.length < 0) return;
    this.length = -1;
    this.text = '';
    this.pieces = [];
    this.patience = 0;
  }

  /** Whether this is the text, which has its length. */
  is(text: string): boolean {
    if (this.text === text) return true;
    this.forget();
    return false;
  }

  /** Whether its pieces answer one question more about the text, which has its length. */
  answers(text: string): boolean {
    if (!this.is(text)) return false;
    if (++this.questions > QUESTIONS) {
      this.forget();
      return false;
    }
    // Another object of the same content may be the one that is asked again.
    this.text = text;
    this.patience = PATIENCE;
    this.idle = 0;
    return true;
  }

  /** text[start:end], 0 <= start <= end <= length. */
  part(start: number, end: number): string {
    const { pieces } = this;
    let part = '';
    let to = this.length;
    for (let at = pieces.length - 1; at >= 0 && to > start; at--) {
      const piece = pieces[at];
      const from = to - piece.length;
      if (from < end) part = piece.slice(Math.max(start - from, 0), Math.min(end, to) - from) + part;
      to = from;
    }
    return part;
  }

  /** The code unit at an offset within the text. */
  unitAt(offset: number): number {
    const { pieces } = this;
    let from = this.length;
    let at = pieces.length;
    do from -= pieces[--at].length;
    while (from > offset);
    return pieces[at].charCodeAt(offset - from);
  }

  isAscii(): boolean {
    while (this.plain >= 0 && this.plain < this.length) {
      const end = Math.min(this.plain + LONG_TEXT, this.length);
      this.plain = NON_ASCII.test(this.part(this.plain, end)) ? -1 : end;
      worked(LONG_TEXT >> 4);
    }
    return this.plain >= 0;
  }
}

const growths: readonly Growth[] = Array.from({ length: PLACES }, () => new Growth());
const [first, second, third, fourth] = growths;

/** The result of the last concatenation, if nobody has asked it: it gets a place when it is. Texts that are only written cost no more than this. */
const latest = { text: '', length: -1, idle: 0 };

/** Whether a text of the length is remembered. */
function isLengthKnown(length: number): boolean {
  return (
    length === latest.length ||
    length === first.length ||
    length === second.length ||
    length === third.length ||
    length === fourth.length
  );
}

function growthOf(text: string): Growth | null {
  const { length } = text;
  for (const growth of growths) if (growth.length === length && growth.answers(text)) return growth;
  return latest.length === length ? growthOfLatest(text) : null;
}

function growthOfLatest(text: string): Growth | null {
  const growth = latest.text === text ? freePlace() : null;
  growth?.begin(text);
  forgetLatest();
  return growth?.answers(text) ? growth : null;
}

/** A place for another text: where none is free, the texts that hold them lose patience. */
function freePlace(): Growth | null {
  for (const growth of growths) if (growth.patience === 0) return growth;
  for (const growth of growths) growth.patience--;
  return null;
}

/** `left + right` is `text`, where `left` is long. */
export function noteConcatenation(left: string, right: string, text: string): void {
  const { length } = left;
  for (const growth of growths) {
    if (growth.length !== length || growth.patience === 0 || !growth.is(left)) continue;
    growth.append(right, text);
    return;
  }
  latest.text = text;
  latest.length = text.length;
  latest.idle = 0;
}

function forgetLatest(): void {
  latest.text = '';
  latest.length = -1;
}

/** Whether questions about parts of the text are answered from its pieces. */
export function isGrowing(text: string): boolean {
  return text.length >= LONG_TEXT && isLengthKnown(text.length) && growthOf(text) !== null;
}

/** text.slice(start, end), 0 <= start <= end <= length. */
export function partOf(text: string, start: number, end: number): string {
  if (text.length < LONG_TEXT || !isLengthKnown(text.length)) return text.slice(start, end);
  const growth = growthOf(text);
  return growth === null ? text.slice(start, end) : growth.part(start, end);
}

/** text.charCodeAt(offset), 0 <= offset < length. */
export function unitAt(text: string, offset: number): number {
  if (text.length < LONG_TEXT || !isLengthKnown(text.length)) return text.charCodeAt(offset);
  const growth = growthOf(text);
  return growth === null ? text.charCodeAt(offset) : growth.unitAt(offset);
}

/** text[offset], 0 <= offset < length. */
export function characterOf(text: string, offset: number): string {
  if (text.length < LONG_TEXT || !isLengthKnown(text.length)) return text[offset];
  return String.fromCharCode(unitAt(text, offset));
}

/** Whether there is no character beyond U+007F; `undefined` where the text is none of these. */
export function isGrowingAscii(text: string): boolean | undefined {
  return isLengthKnown(text.length) ? growthOf(text)?.isAscii() : undefined;
}

/** Forgets the texts that nobody has used for long; called at looks at the heap. */
export function forgetIdleTexts(): void {
  for (const growth of growths) if (growth.length >= 0 && ++growth.idle > IDLE) growth.forget();
  if (latest.length >= 0 && ++latest.idle > IDLE) forgetLatest();
}

/** Forgets all texts: memory runs short, or another program begins. */
export function forgetTexts(): void {
  for (const growth of growths) growth.forget();
  forgetLatest();
}
