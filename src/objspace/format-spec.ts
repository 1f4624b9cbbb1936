/**
 * The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`, and its errors.
 *
 * What a letter means is up to the type that is formatted (format-number.ts, format.ts); what is checked here holds for all of them.
 */
import { raise, raiseValueError } from './exception.ts';
import { EXIT, type Exit } from './object.ts';
import { concatAll, pointsOf, type Text } from './types/str/text.ts';

export interface FormatSpec {
  /** One code point. */
  fill: string;
  align: '<' | '>' | '=' | '^';
  /** Whether the specification names an alignment or a fill. */
  hasAlign: boolean;
  hasFill: boolean;
  sign: '+' | '-' | ' ' | '';
  /** `z`: a negative number that is rounded to zero loses its sign. */
  noNegativeZero: boolean;
  alternate: boolean;
  /** -1 where there is none; likewise the precision. */
  width: number;
  precision: number;
  grouping: ',' | '_' | '';
  fractionGrouping: ',' | '_' | '';
  /** One code point, or '' for the default. */
  type: string;
}

/** CPython's sizes are those of a pointer; ours are smaller, and nothing larger could be allocated. */
const MAX_DIGITS_VALUE = 9223372036854775807n;

class SpecReader {
  private readonly points: readonly number[];
  private position: number;

  constructor(points: readonly number[]) {
    this.points = points;
    this.position = 0;
  }

  get left(): number {
    return this.points.length - this.position;
  }

  peek(ahead = 0): number {
    return this.position + ahead < this.points.length ? this.points[this.position + ahead] : -1;
  }

  next(): number {
    return this.points[this.position++];
  }

  /** Takes the character if it is next. */
  accept(character: string): boolean {
    if (this.peek() !== character.charCodeAt(0)) return false;
    this.position++;
    return true;
  }

  /** A decimal number, -1 if there is none, `undefined` if it is too large. */
  number(): number | undefined {
    const start = this.position;
    while (this.peek() >= 48 && this.peek() <= 57) this.position++;
    if (start === this.position) return -1;
    const text = String.fromCharCode(...this.points.slice(start, Math.min(this.position, start + 30)));
    return this.position - start > 19 && BigInt(text) > MAX_DIGITS_VALUE ? undefined : checkedNumber(text);
  }

  grouping(): ',' | '_' | '' | 'both' {
    let found: ',' | '_' | '' = '';
    for (;;) {
      if (this.accept(',')) {
        if (found !== '') return found === ',' ? this.twice(',') : 'both';
        found = ',';
      } else if (this.accept('_')) {
        if (found !== '') return found === '_' ? this.twice('_') : 'both';
        found = '_';
      } else {
        return found;
      }
    }
  }

  /** The same separator again is no separator: it is left for the type. */
  private twice(separator: ',' | '_'): ',' | '_' {
    this.position--;
    return separator;
  }
}

function checkedNumber(text: string): number | undefined {
  return BigInt(text) > MAX_DIGITS_VALUE ? undefined : Number(text);
}

const isAlign = (point: number): boolean => point === 60 || point === 61 || point === 62 || point === 94;

/** Specifications that were parsed, by text, for each default alignment: programs have few, and use them in loops. */
const leftAligned = new Map<string, FormatSpec>();
const rightAligned = new Map<string, FormatSpec>();
const MAX_PARSED = 500;

/** Parses a specification that is not empty; `typeName` is named by errors. */
export function parseSpec(text: Text, typeName: string, defaultAlign: '<' | '>'): Readonly<FormatSpec> | Exit {
  if (typeof text !== 'string') return parseAnew(text, typeName, defaultAlign);
  const parsedSpecs = defaultAlign === '<' ? leftAligned : rightAligned;
  const known = parsedSpecs.get(text);
  if (known !== undefined) return known;
  const parsed = parseAnew(text, typeName, defaultAlign);
  if (parsed === EXIT) return EXIT;
  if (parsedSpecs.size >= MAX_PARSED) parsedSpecs.clear();
  parsedSpecs.set(text, parsed as FormatSpec);
  return parsed;
}

function parseAnew(text: Text, typeName: string, defaultAlign: '<' | '>'): FormatSpec | Exit {
  const reader = new SpecReader(pointsOf(text));
  const spec: FormatSpec = {
    fill: ' ',
    align: defaultAlign,
    hasAlign: false,
    hasFill: false,
    sign: '',
    noNegativeZero: false,
    alternate: false,
    width: -1,
    precision: -1,
    grouping: '',
    fractionGrouping: '',
    type: '',
  };
  readFill(reader, spec);
  readFlags(reader, spec);
  const defaultType = defaultAlign === '<' ? 's' : '';
  return readSizes(reader, spec) ?? readType(reader, spec, text, typeName, defaultType) ?? spec;
}

function readFill(reader: SpecReader, spec: FormatSpec): void {
  if (reader.left >= 2 && isAlign(reader.peek(1))) {
    spec.fill = String.fromCodePoint(reader.next());
    spec.hasFill = true;
    spec.align = String.fromCharCode(reader.next()) as '<';
    spec.hasAlign = true;
  } else if (isAlign(reader.peek())) {
    spec.align = String.fromCharCode(reader.next()) as '<';
    spec.hasAlign = true;
  }
}

function readFlags(reader: SpecReader, spec: FormatSpec): void {
  for (const sign of ['+', '-', ' '] as const) {
    if (!reader.accept(sign)) continue;
    spec.sign = sign;
    break;
  }
  spec.noNegativeZero = reader.accept('z');
  spec.alternate = reader.accept('#');
  if (spec.hasFill || !reader.accept('0')) return;
  spec.fill = '0';
  if (!spec.hasAlign && spec.align === '>') spec.align = '=';
}

function readSizes(reader: SpecReader, spec: FormatSpec): Exit | undefined {
  const width = reader.number();
  if (width === undefined) return raiseValueError('Too many decimal digits in format string');
  spec.width = width;
  const grouping = reader.grouping();
  if (grouping === 'both') return raiseValueError("Cannot specify both ',' and '_'.");
  spec.grouping = grouping;
  if (!reader.accept('.')) return undefined;
  const precision = reader.number();
  if (precision === undefined) return raiseValueError('Too many decimal digits in format string');
  spec.precision = precision;
  const fraction = reader.grouping();
  if (fraction === 'both') return raiseValueError("Cannot specify both ',' and '_'.");
  spec.fractionGrouping = fraction;
  return precision < 0 && fraction === '' ? raiseValueError('Format specifier missing precision') : undefined;
}

function readType(
  reader: SpecReader,
  spec: FormatSpec,
  text: Text,
  typeName: string,
  defaultType: string,
): Exit | undefined {
  if (reader.left > 1) {
    const message = concatAll(["Invalid format specifier '", text, `' for object of type '${typeName}'`]);
    return raise('ValueError', message);
  }
  if (reader.left === 1) spec.type = String.fromCodePoint(reader.next());
  const problem = checkGrouping(spec.grouping, spec.type === '' ? defaultType : spec.type);
  if (problem !== undefined) return problem;
  return spec.fractionGrouping !== '' && spec.type === 'n' ? cannotGroup(spec.fractionGrouping, 'n') : undefined;
}

/** Which types digits may be grouped for; underscores may also stand in other bases. Behind the point only the locale's type is refused. */
function checkGrouping(separator: string, type: string): Exit | undefined {
  if (separator === '' || type === '' || 'defgEG%F'.includes(type) || (separator === '_' && 'boxX'.includes(type)))
    return undefined;
  return cannotGroup(separator, type);
}

export function cannotGroup(separator: string, type: string): Exit {
  return raiseValueError(`Cannot specify '${separator}' with ${codeText(type)}.`);
}

/** The type's letter in quotes; outside of printable ASCII as an escape. */
export function codeText(type: string): string {
  const point = type.codePointAt(0)!;
  return point > 32 && point < 128 ? `'${type}'` : `'\\x${point.toString(16)}'`;
}

export function unknownCode(type: string, typeName: string): Exit {
  return raiseValueError(`Unknown format code ${codeText(type)} for object of type '${typeName}'`);
}
