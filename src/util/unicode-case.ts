/**
 * Case mappings of characters, full and simple, as Python 3.14 knows them (Unicode 16). Unpacked at the first character beyond ASCII.
 *
 * A full mapping is given as text, since some characters become two or three.
 */
import { CASE, SPECIAL } from './unicode-properties.generated.ts';

type MappingName = keyof typeof CASE;

/** Simple mappings, by code point; what is not in it maps to itself. */
type Simple = Map<number, number>;

function unpackRuns(text: string, into: Simple): Simple {
  const numbers = text.split(' ').map((number) => Number.parseInt(number, 36));
  let start = 0;
  for (let at = 0; at < numbers.length; at += 4) {
    start += numbers[at];
    const zigzag = numbers[at + 3];
    const delta = zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    for (let step = 0; step < numbers[at + 1]; step++) {
      const point = start + step * numbers[at + 2];
      into.set(point, point + delta);
    }
  }
  return into;
}

function unpackSpecial(text: string): Map<number, string> {
  const special = new Map<number, string>();
  for (const entry of text.split(',')) {
    const [point, mapped] = entry.split(' ') as [string, string];
    const points = mapped.split('+').map((part) => Number.parseInt(part, 16));
    special.set(Number.parseInt(point, 16), String.fromCodePoint(...points));
  }
  return special;
}

/** Mappings of the basic plane as an array: 0 where a character has several, or is not in the table. */
const BASIC = 0x10000;

class CaseMapping {
  private readonly name: MappingName;
  private readonly base: MappingName | null;
  private basic: Uint16Array | null;
  private simple: Simple;
  private special: Map<number, string>;

  constructor(name: MappingName, base: MappingName | null) {
    this.name = name;
    this.base = base;
    this.basic = null;
    this.simple = new Map();
    this.special = new Map();
  }

  private unpack(): Uint16Array {
    const simple: Simple = new Map();
    if (this.base !== null) unpackRuns(CASE[this.base], simple);
    unpackRuns(CASE[this.name], simple);
    const basic = new Uint16Array(BASIC);
    for (let point = 0; point < BASIC; point++) basic[point] = point;
    for (const [point, mapped] of simple) if (point < BASIC) basic[point] = mapped;
    this.special = unpackSpecial(SPECIAL[this.name]);
    this.simple = simple;
    for (const point of this.special.keys()) basic[point] = 0;
    return (this.basic = basic);
  }

  /** The full mapping of a code point, as text. */
  map(point: number): string {
    const basic = this.basic ?? this.unpack();
    if (point >= BASIC) return String.fromCodePoint(this.simple.get(point) ?? point);
    const mapped = basic[point];
    if (mapped !== 0 || point === 0) return String.fromCharCode(mapped);
    return this.special.get(point)!;
  }

  /** The mapping as CPython has it where one character must do: the first one where there are several. */
  mapSimple(point: number): number {
    const basic = this.basic ?? this.unpack();
    if (point >= BASIC) return this.simple.get(point) ?? point;
    return basic[point] !== 0 || point === 0 ? basic[point] : this.special.get(point)!.codePointAt(0)!;
  }
}

const lowerMapping = new CaseMapping('LOWER', null);
const upperMapping = new CaseMapping('UPPER', null);
const titleMapping = new CaseMapping('TITLE', 'UPPER');
const foldMapping = new CaseMapping('FOLD', 'LOWER');

export const lowerPoint = (point: number): string => lowerMapping.map(point);
export const upperPoint = (point: number): string => upperMapping.map(point);
export const titlePoint = (point: number): string => titleMapping.map(point);
export const foldPoint = (point: number): string => foldMapping.map(point);

/** The lower case in one character, as regular expressions compare without case. */
export function simpleLower(point: number): number {
  if (point < 128) return point >= 65 && point <= 90 ? point + 32 : point;
  return lowerMapping.mapSimple(point);
}

/** The upper case in one character. */
export function simpleUpper(point: number): number {
  if (point < 128) return point >= 97 && point <= 122 ? point - 32 : point;
  return upperMapping.mapSimple(point);
}
