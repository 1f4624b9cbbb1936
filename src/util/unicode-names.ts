/**
 * Names of characters (`\N{...}`, unicodedata.lookup): Unicode 16 with its aliases.
 *
 * The names are unpacked when the first one is looked up; tools/oracle/character-names.py describes the packing. Names that
 * can be computed (Hangul syllables, and those that end in their code point) are not in the table.
 */
import { ALIASES, NAMES, NUMBERED, WORDS } from './unicode-names.generated.ts';

const NOT_FOUND = -1;

// ── Unpacking ──────────────────────────────────────────────────────────────────────────────────────────────────────

const SHORT = 40;
const MIDDLE = 44;
const MAX_SHARED = 9;
const GAP = 81;
const LONG = 82;
const GAP_SYMBOLS = 4;

/** Values of the symbols: printable ASCII without backslash and apostrophe. */
function symbolValues(): Uint8Array {
  const values = new Uint8Array(128);
  let value = 0;
  for (let code = 33; code < 127; code++) {
    if (code === 92 || code === 39) continue;
    values[code] = value++;
  }
  return values;
}

class Unpacker {
  private readonly words: readonly string[];
  private readonly names: string;
  private readonly values: Uint8Array;
  private readonly base: number;
  private position: number;

  constructor() {
    this.words = WORDS().split(' ');
    this.names = NAMES();
    this.values = symbolValues();
    this.base = 92;
    this.position = 0;
  }

  private symbol(): number {
    return this.values[this.names.charCodeAt(this.position++)]!;
  }

  private number(symbols: number): number {
    let number = 0;
    for (let i = 0; i < symbols; i++) number = number * this.base + this.symbol();
    return number;
  }

  private word(): string {
    const lead = this.symbol();
    if (lead < SHORT) return this.words[lead]!;
    if (lead < SHORT + MIDDLE) return this.words[SHORT + (lead - SHORT) * this.base + this.symbol()]!;
    const before = SHORT + MIDDLE * this.base;
    return this.words[before + (lead - SHORT - MIDDLE) * this.base ** 2 + this.number(2)]!;
  }

  run(): Map<string, number> {
    const names = new Map<string, number>();
    let words: string[] = [];
    let point = 0;
    while (this.position < this.names.length) {
      let header = this.symbol();
      if (header === GAP) {
        point += this.number(GAP_SYMBOLS);
        header = this.symbol();
      }
      const isLong = header === LONG;
      const shared = isLong ? this.symbol() : Math.floor(header / MAX_SHARED);
      const further = isLong ? this.symbol() : (header % MAX_SHARED) + 1;
      words = words.slice(0, shared);
      for (let i = 0; i < further; i++) words.push(this.word());
      names.set(words.join(' '), point++);
    }
    return names;
  }
}

let table: Map<string, number> | undefined;

function nameTable(): Map<string, number> {
  if (table !== undefined) return table;
  table = new Unpacker().run();
  for (const alias of ALIASES().split(';')) {
    const space = alias.indexOf(' ');
    table.set(alias.slice(space + 1), Number.parseInt(alias, 16));
  }
  return table;
}

// ── Computed names ─────────────────────────────────────────────────────────────────────────────────────────────────

const NUMBERED_NAME = /^(.*-)([0-9A-F]{4,5})$/;

function lookupNumbered(name: string): number {
  const match = NUMBERED_NAME.exec(name);
  if (match === null || (match[2]!.length === 5 && match[2]!.startsWith('0'))) return NOT_FOUND;
  const point = Number.parseInt(match[2]!, 16);
  for (const range of NUMBERED().split(';')) {
    const [first, last, ...words] = range.split(' ') as [string, string, ...string[]];
    const isIn = point >= Number.parseInt(first, 16) && point <= Number.parseInt(last, 16);
    if (isIn && words.join(' ') === match[1]) return point;
  }
  return NOT_FOUND;
}

const HANGUL = 'HANGUL SYLLABLE ';
const FIRST_HANGUL = 0xac00;
const LEADS = 'G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H'.split(',');
const VOWELS = 'A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I'.split(',');
const TAILS = ',G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H'.split(',');

/** Index of the longest of `parts` that stands in `text` at `start`. */
function longest(parts: readonly string[], text: string, start: number): number {
  let best = NOT_FOUND;
  for (const [index, part] of parts.entries()) {
    if (text.startsWith(part, start) && (best < 0 || part.length > parts[best]!.length)) best = index;
  }
  return best;
}

function lookupHangul(name: string): number {
  let position = HANGUL.length;
  let point = 0;
  for (const parts of [LEADS, VOWELS, TAILS]) {
    const index = longest(parts, name, position);
    if (index < 0) return NOT_FOUND;
    point = point * parts.length + index;
    position += parts[index]!.length;
  }
  return position === name.length ? FIRST_HANGUL + point : NOT_FOUND;
}

const VARIATION_SELECTOR = /^VS([1-9][0-9]{0,2})$/;

/** Aliases VS1 to VS256 of the variation selectors. */
function lookupSelector(name: string): number {
  const number = Number(VARIATION_SELECTOR.exec(name)?.[1] ?? 0);
  if (number < 1 || number > 256) return NOT_FOUND;
  return number <= 16 ? 0xfe00 + number - 1 : 0xe0100 + number - 17;
}

const ASCII_NAME = /^[ -~]+$/;

/** The code point of the character with that name or alias, in any case; -1 if there is none. */
export function lookupCharacter(name: string): number {
  if (!ASCII_NAME.test(name)) return NOT_FOUND;
  const upper = name.toUpperCase();
  if (upper.startsWith(HANGUL)) return lookupHangul(upper);
  const computed = Math.max(lookupNumbered(upper), lookupSelector(upper));
  return computed >= 0 ? computed : (nameTable().get(upper) ?? NOT_FOUND);
}

// ── From characters to names ───────────────────────────────────────────────────────────────────────────────────────

let characterNames: Map<number, string> | undefined;

/** Names by code point, without aliases. */
function namesByPoint(): Map<number, string> {
  if (characterNames === undefined) {
    characterNames = new Map();
    for (const [name, point] of new Unpacker().run()) characterNames.set(point, name);
  }
  return characterNames;
}

function hangulName(point: number): string {
  const index = point - FIRST_HANGUL;
  const tail = index % TAILS.length;
  const vowel = Math.floor(index / TAILS.length) % VOWELS.length;
  const lead = Math.floor(index / (TAILS.length * VOWELS.length));
  return HANGUL + LEADS[lead]! + VOWELS[vowel]! + TAILS[tail]!;
}

/** CPython looks the ideographs of this script up by name, but does not name them. */
const NAMELESS = 'TANGUT IDEOGRAPH-';

/** The name of the character, computed or from the table; undefined if it has none (controls, surrogates, unassigned ones). */
export function nameOfCharacter(point: number): string | undefined {
  if (point >= FIRST_HANGUL && point < FIRST_HANGUL + LEADS.length * VOWELS.length * TAILS.length)
    return hangulName(point);
  for (const range of NUMBERED().split(';')) {
    const [first, last, ...words] = range.split(' ') as [string, string, ...string[]];
    const isIn = point >= Number.parseInt(first, 16) && point <= Number.parseInt(last, 16);
    const beginning = words.join(' ');
    if (isIn) return beginning === NAMELESS ? undefined : beginning + point.toString(16).toUpperCase().padStart(4, '0');
  }
  return namesByPoint().get(point);
}
