/** Names of elements and attributes as they are met again and again: they are found by their code units, without making a string. */
import { nameKind } from './characters.ts';
import { IN_NAME, STARTS_NAME } from './name-characters.ts';
import type { Namespaces } from './namespaces.ts';

/** Names that are remembered: those of a document are few. One that falls on the place of another is made anew. */
const PLACES = 256;
/** Longer ones are not remembered. */
const LONG = 256;

/** What a name is with its namespace, and since which change of the namespaces. */
class Expansion {
  private readonly name: string;
  private readonly isElement: boolean;
  private found: string | undefined;
  private epoch: number;

  constructor(name: string, isElement: boolean) {
    this.name = name;
    this.isElement = isElement;
    this.found = undefined;
    this.epoch = -1;
  }

  /** `undefined` if its prefix is not bound. */
  in(namespaces: Namespaces | null): string | undefined {
    if (namespaces === null) return this.name;
    if (this.epoch !== namespaces.epoch) {
      this.found = namespaces.find(this.name, this.isElement);
      this.epoch = namespaces.epoch;
    }
    return this.found;
  }
}

export class Name {
  readonly text: string;
  readonly codes: readonly number[];
  /** Whether it binds a namespace, as an attribute. */
  readonly isBinding: boolean;
  readonly asElement: Expansion;
  readonly asAttribute: Expansion;

  constructor(text: string) {
    this.text = text;
    this.codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    this.isBinding = text === 'xmlns' || text.startsWith('xmlns:');
    this.asElement = new Expansion(text, true);
    this.asAttribute = new Expansion(text, false);
  }

  isAt(codes: Uint16Array, start: number, end: number): boolean {
    const own = this.codes;
    const { length } = own;
    if (end - start !== length) return false;
    for (let index = 0; index < length; index++) if (own[index] !== codes[start + index]) return false;
    return true;
  }
}

export class NameTable {
  private readonly places: (Name | null)[];
  /** Names and values of the attributes of the tag that is read, by turns. */
  readonly pairs: string[];
  /** Where what was read last ends: a name, or all attributes. */
  end: number;

  constructor() {
    this.places = Array.from({ length: PLACES }, () => null);
    this.pairs = [];
    this.end = 0;
  }

  /** The name that begins there; null if none does, or a long one. Codes end with what is in no name. */
  read(codes: Uint16Array, start: number): Name | null {
    let unit = codes[start];
    if ((nameKind(unit) & STARTS_NAME) === 0) return null;
    let hash = 0;
    let next = start;
    do {
      hash = (Math.imul(hash, 31) + unit) | 0;
      unit = codes[++next];
    } while ((nameKind(unit) & IN_NAME) !== 0);
    if (next - start > LONG) return null;
    this.end = next;
    const place = (hash ^ (hash >>> 8)) & (PLACES - 1);
    const known = this.places[place];
    return known !== null && known.isAt(codes, start, next) ? known : this.learn(codes.subarray(start, next), place);
  }

  private learn(codes: Uint16Array, place: number): Name {
    const name = new Name(String.fromCharCode(...codes));
    this.places[place] = name;
    return name;
  }
}
