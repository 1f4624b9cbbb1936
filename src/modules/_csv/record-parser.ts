/** Splits lines of CSV into fields: a state machine over the characters of the lines of one record. */
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { floatType } from '../../objspace/types/float.ts';
import { strFromText } from '../../objspace/types/str/str.ts';
import { worked } from '../../util/work.ts';
import { type PyDialect, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_STRINGS } from './dialect.ts';
import { raiseCsvError } from './error.ts';

const START_RECORD = 0;
const START_FIELD = 1;
const ESCAPED_CHARACTER = 2;
const IN_FIELD = 3;
const IN_QUOTED_FIELD = 4;
const ESCAPE_IN_QUOTED_FIELD = 5;
const QUOTE_IN_QUOTED_FIELD = 6;
const EAT_LINE_END = 7;
const AFTER_ESCAPED_LINE_END = 8;

/** Comes after the last character of a line. */
const END = '';

const NEWLINE_IN_FIELD = "new-line character seen in unquoted field - do you need to open the file with newline=''?";

/** Characters between two reports of work, a power of two, and the work of one. */
const PIECE = 256;
const CHARACTER_WORK = 4;

export class RecordParser {
  private readonly dialect: PyDialect;
  private readonly limit: () => number;
  private state: number;
  private field: string;
  private fieldLength: number;
  private isUnquoted: boolean;
  fields: Value[];

  constructor(dialect: PyDialect, limit: () => number) {
    this.dialect = dialect;
    this.limit = limit;
    this.state = START_RECORD;
    this.field = '';
    this.fieldLength = 0;
    this.isUnquoted = false;
    this.fields = [];
  }

  reset(): void {
    this.state = START_RECORD;
    this.field = '';
    this.fieldLength = 0;
    this.isUnquoted = false;
    this.fields = [];
  }

  get isComplete(): boolean {
    return this.state === START_RECORD;
  }

  /** Whether the lines ended in the middle of something. */
  get isUnfinished(): boolean {
    return this.field !== '' || this.state === IN_QUOTED_FIELD;
  }

  line(text: string): true | Exit {
    let count = 0;
    for (const character of text) {
      if (this.process(character) === EXIT) return EXIT;
      if ((++count & (PIECE - 1)) === 0) worked(PIECE * CHARACTER_WORK);
    }
    return this.process(END);
  }

  private process(character: string): true | Exit {
    switch (this.state) {
      case START_RECORD:
        if (character === END) return true;
        if (isLineEnd(character)) return this.to(EAT_LINE_END);
        this.state = START_FIELD;
        return this.startField(character);
      case START_FIELD:
        return this.startField(character);
      case ESCAPED_CHARACTER:
        if (isLineEnd(character)) return this.add(character, AFTER_ESCAPED_LINE_END);
        return this.add(character === END ? '\n' : character, IN_FIELD);
      case AFTER_ESCAPED_LINE_END:
        return character === END ? true : this.inField(character);
      case IN_FIELD:
        return this.inField(character);
      case IN_QUOTED_FIELD:
        return this.inQuotedField(character);
      case ESCAPE_IN_QUOTED_FIELD:
        return this.add(character === END ? '\n' : character, IN_QUOTED_FIELD);
      case QUOTE_IN_QUOTED_FIELD:
        return this.afterQuote(character);
      default:
        if (isLineEnd(character)) return true;
        return character === END ? this.to(START_RECORD) : raiseCsvError(NEWLINE_IN_FIELD);
    }
  }

  private to(state: number): true {
    this.state = state;
    return true;
  }

  private add(character: string, state: number): true | Exit {
    if (this.fieldLength >= this.limit()) return raiseCsvError(`field larger than field limit (${this.limit()})`);
    this.field += character;
    this.fieldLength++;
    this.state = state;
    return true;
  }

  private startField(character: string): true | Exit {
    const { dialect } = this;
    if (character === END || isLineEnd(character)) return this.finishAt(character);
    this.isUnquoted = true;
    if (character === dialect.quotechar && dialect.quoting !== QUOTE_NONE) {
      this.isUnquoted = false;
      return this.to(IN_QUOTED_FIELD);
    }
    if (character === dialect.escapechar) return this.to(ESCAPED_CHARACTER);
    if (character === ' ' && dialect.skipinitialspace) return true;
    if (character === dialect.delimiter) return this.save() === EXIT ? EXIT : true;
    return this.add(character, IN_FIELD);
  }

  /** The field, and with it the record, ends here. */
  private finishAt(character: string): true | Exit {
    if (this.state === START_FIELD) this.isUnquoted = true;
    if (this.save() === EXIT) return EXIT;
    return this.to(character === END ? START_RECORD : EAT_LINE_END);
  }

  private inField(character: string): true | Exit {
    const { dialect } = this;
    if (character === END || isLineEnd(character)) return this.finishAt(character);
    if (character === dialect.escapechar) return this.to(ESCAPED_CHARACTER);
    if (character !== dialect.delimiter) return this.add(character, IN_FIELD);
    return this.save() === EXIT ? EXIT : this.to(START_FIELD);
  }

  private inQuotedField(character: string): true | Exit {
    const { dialect } = this;
    if (character === END) return true;
    if (character === dialect.escapechar) return this.to(ESCAPE_IN_QUOTED_FIELD);
    if (character === dialect.quotechar && dialect.quoting !== QUOTE_NONE) {
      return this.to(dialect.doublequote ? QUOTE_IN_QUOTED_FIELD : IN_FIELD);
    }
    return this.add(character, IN_QUOTED_FIELD);
  }

  private afterQuote(character: string): true | Exit {
    const { dialect } = this;
    if (dialect.quoting !== QUOTE_NONE && character === dialect.quotechar) return this.add(character, IN_QUOTED_FIELD);
    if (character === dialect.delimiter) return this.save() === EXIT ? EXIT : this.to(START_FIELD);
    if (character === END || isLineEnd(character)) return this.finishAt(character);
    if (!dialect.strict) return this.add(character, IN_FIELD);
    return raiseCsvError(`'${dialect.delimiter}' expected after '${dialect.quotechar}'`);
  }

  /** Ends the field. */
  save(): true | Exit {
    const value = this.fieldValue();
    if (value === EXIT) return EXIT;
    this.fields.push(value as Value);
    this.field = '';
    this.fieldLength = 0;
    return true;
  }

  /** Unquoted fields may be numbers, or None if they are empty. */
  private fieldValue(): Result {
    const { field, isUnquoted } = this;
    const { quoting } = this.dialect;
    if (isUnquoted && quoting >= QUOTE_STRINGS && field === '') return null;
    const text = strFromText(field);
    if (!isUnquoted || field === '') return text;
    return quoting === QUOTE_NONNUMERIC || quoting === QUOTE_STRINGS ? call(floatType, [text]) : text;
  }
}

const isLineEnd = (character: string): boolean => character === '\n' || character === '\r';
