/**
 * The parser of one entity of a document (the document itself, or an external entity): takes text as it comes, tells the handlers what is
 * in it, and knows where it is. The grammar is in content.ts, prolog.ts and declarations.ts; this is what they share.
 *
 * Text is parsed token by token. A token that is not complete yet stays in the buffer; it is tried again when there is twice as much
 * text, so that a document that comes in small pieces is not read again and again.
 */
import { CodeWindow } from './code-window.ts';
import { contentToken, epilogToken } from './content.ts';
import { DocumentType } from './dtd.ts';
import { XmlError } from './errors.ts';
import { Handlers } from './events.ts';
import { InputDecoder, type TableOf, utf8Length } from './input.ts';
import { NameTable } from './names.ts';
import type { Namespaces } from './namespaces.ts';
import { externalSubsetToken, prologToken, subsetToken, textDeclaration } from './prolog.ts';
import { usualContent } from './usual-content.ts';

/** A text with a place in it. */
export interface Source {
  text: string;
  at: number;
  /** Whether nothing follows the text. */
  isFinal: boolean;
}

export type State = 'text-declaration' | 'prolog' | 'subset' | 'content' | 'epilog' | 'external-subset';

const DECLARATION_TOKEN = /<![A-Za-z]+|[ \t\r\n]+|"[^"]*"|'[^']*'|[#%]?[^ \t\r\n"'()|,<>[\]?*+%#]+[;?*+]?|\)[?*+]?|./gs;

/** From this much text of entities on, it may not be more than FACTOR times the document. */
const AMPLIFICATION_THRESHOLD = 8 * 1024 * 1024;
const AMPLIFICATION_FACTOR = 100;

export class Engine {
  handlers: Handlers;
  readonly dtd: DocumentType;
  readonly namespaces: Namespaces | null;
  readonly source: Source;
  state: State;
  /** Names of the open elements, as they are written. */
  readonly tags: string[];
  /** Names of open internal entities. */
  readonly openEntities: string[];
  base: string | null;
  /** Whether parsing has begun, and whether it has ended, well or not. */
  isStarted: boolean;
  isFinished: boolean;
  hasFailed: boolean;
  defersReparsing: boolean;
  usesForeignDtd: boolean;
  /** Whether the place of the XML declaration is behind. */
  hasBegun: boolean;
  isInCdata: boolean;
  /** Open INCLUDE sections of an external subset. */
  includedSections: number;
  /** An external entity in the content of an element, or an external subset; otherwise the document. */
  readonly kind: 'document' | 'entity' | 'subset';
  /** The name of the document type while its internal subset is read. */
  doctypeIds: readonly [systemId: string | null, publicId: string | null];
  /** Where the event that is told about begins and ends. */
  eventStart: number;
  /** Whether the text in the buffer is known to be ASCII without carriage returns, in an encoding in which it is as many bytes. */
  private isSimple: boolean;
  /** Made for the first content. */
  private names: NameTable | null;
  private readonly decoder: InputDecoder;
  private readonly tally: { direct: number; indirect: number; threshold: number; factor: number };
  /** Length of the buffer when a token was last found incomplete; 0 if none was. */
  private triedLength: number;
  private startBytes: number;
  private startLine: number;
  private startColumn: number;
  /** A place whose position is known, so that each is counted from the last one. */
  private markAt: number;
  private markBytes: number;
  private markLine: number;
  private markColumn: number;

  constructor(
    encoding: string | null,
    tableOf: TableOf,
    namespaces: Namespaces | null,
    parent: Engine | null,
    kind: 'document' | 'entity' | 'subset',
  ) {
    this.handlers = parent === null ? new Handlers() : parent.handlers;
    this.dtd = parent === null ? new DocumentType() : parent.dtd;
    this.namespaces = namespaces;
    this.source = { text: '', at: 0, isFinal: false };
    this.state = kind === 'document' ? 'prolog' : 'text-declaration';
    this.tags = [];
    this.openEntities = [];
    this.base = parent === null ? null : parent.base;
    this.isStarted = false;
    this.isFinished = false;
    this.hasFailed = false;
    this.defersReparsing = parent === null ? true : parent.defersReparsing;
    this.usesForeignDtd = false;
    this.hasBegun = false;
    this.isInCdata = false;
    this.includedSections = 0;
    this.kind = kind;
    this.doctypeIds = [null, null];
    this.eventStart = 0;
    this.isSimple = true;
    this.names = null;
    this.decoder = new InputDecoder(encoding, tableOf);
    this.tally =
      parent === null
        ? { direct: 0, indirect: 0, threshold: AMPLIFICATION_THRESHOLD, factor: AMPLIFICATION_FACTOR }
        : parent.tally;
    this.triedLength = 0;
    this.startBytes = 0;
    this.startLine = 1;
    this.startColumn = 0;
    this.markAt = 0;
    this.markBytes = 0;
    this.markLine = 1;
    this.markColumn = 0;
  }

  get encoding(): string {
    return this.decoder.encoding ?? 'utf-8';
  }

  /** Whether the declared encoding is of another width than the text that says so. */
  contradicts(declared: string): boolean {
    return !this.decoder.isForced && /^utf-?16/i.test(declared) !== this.encoding.startsWith('utf-16');
  }

  /** Bytes that come are UTF-8, whatever the document says. */
  forceUtf8(): void {
    if (!this.isStarted) this.decoder.force('utf-8');
  }

  /** Parses further bytes; throws XmlError, and whatever a handler threw. */
  parse(data: Uint8Array, isFinal: boolean): void {
    this.begin();
    this.tally.direct += data.length;
    const { decoder } = this;
    const isWhole = !decoder.hasPartial;
    const text = decoder.decode(data, isFinal);
    this.goOn(text, isWhole && text.length === data.length && decoder.encoding === 'utf-8', isFinal);
  }

  /** Whether text may come as it is: not behind bytes in another encoding, or in the middle of a character. */
  takesText(): boolean {
    return this.decoder.takesText();
  }

  /** The same of text, which must not hold lone surrogates. */
  parseText(text: string, isFinal: boolean): void {
    this.begin();
    const size = utf8Length(text);
    this.tally.direct += size;
    this.goOn(text, size === text.length, isFinal);
  }

  private begin(): void {
    // An error, or a handler that raised, ends the parser; so does it while a handler runs.
    if (this.isFinished || this.hasFailed) throw new XmlError('FINISHED');
    this.isStarted = true;
    this.hasFailed = true;
    if (this.kind === 'subset') this.dtd.wasRead = true;
  }

  private goOn(text: string, isAscii: boolean, isFinal: boolean): void {
    const { source } = this;
    this.isSimple = isAscii && (this.isSimple || source.text === '') && !text.includes('\r');
    source.text += text;
    source.isFinal = isFinal;
    if (isFinal || !this.defersReparsing || source.text.length >= this.triedLength * 2) this.run();
    if (isFinal) {
      this.finish();
      this.isFinished = true;
    }
    this.hasFailed = false;
    this.forgetParsed();
  }

  private run(): void {
    this.triedLength = 0;
    const window = CodeWindow.take();
    if (!this.passTokens(window)) this.triedLength = this.source.text.length - this.source.at;
    window.giveBack();
  }

  /** Whether all are complete. */
  private passTokens(window: CodeWindow): boolean {
    const { source } = this;
    while (source.at < source.text.length) {
      this.eventStart = source.at;
      if (this.state === 'content' && this.passUsual(window)) continue;
      if (!this.step()) return false;
    }
    this.eventStart = source.at;
    return true;
  }

  /** Whether that was all: behind the content, or the text. */
  private passUsual(window: CodeWindow): boolean {
    const { source } = this;
    this.names ??= new NameTable();
    usualContent(this, window, this.names);
    this.eventStart = source.at;
    return source.at >= source.text.length || this.state !== 'content';
  }

  private step(): boolean {
    switch (this.state) {
      case 'text-declaration':
        return textDeclaration(this);
      case 'prolog':
        return prologToken(this);
      case 'subset':
        return subsetToken(this);
      case 'external-subset':
        return externalSubsetToken(this);
      case 'content':
        return contentToken(this, this.source);
      case 'epilog':
        return epilogToken(this);
    }
  }

  /** At the end of the text: whether something is missing. */
  private finish(): void {
    const { source } = this;
    this.eventStart = source.at;
    if (this.isInCdata) throw new XmlError('UNCLOSED_CDATA_SECTION', source.text.length);
    if (source.at < source.text.length) throw new XmlError('UNCLOSED_TOKEN');
    if (this.decoder.hasPartial) throw new XmlError('PARTIAL_CHAR');
    if (this.kind === 'document' && this.state !== 'epilog') throw new XmlError('NO_ELEMENTS');
    if (this.kind === 'entity' && this.tags.length > 0) throw new XmlError('ASYNC_ENTITY');
  }

  /** Text of an entity that takes part: what a small document must not grow without end by. */
  countExpansion(length: number): void {
    const { tally } = this;
    tally.indirect += length;
    const total = tally.direct + tally.indirect;
    if (total >= tally.threshold && total > tally.factor * Math.max(tally.direct, 1))
      throw new XmlError('AMPLIFICATION_LIMIT_BREACH');
  }

  limitExpansion(threshold: number | undefined, factor: number | undefined): void {
    if (threshold !== undefined) this.tally.threshold = threshold;
    if (factor !== undefined) this.tally.factor = factor;
  }

  /** Tells what has no handler of its own. */
  fallBack(text: string): void {
    const { fallback } = this.handlers;
    if (fallback !== null && text !== '') fallback(text);
  }

  /** Likewise of a declaration, token by token. */
  fallBackTokens(raw: string): void {
    if (this.handlers.fallback === null) return;
    for (const token of raw.match(DECLARATION_TOKEN) ?? []) this.fallBack(token);
  }

  // ── Positions ──────────────────────────────────────────────────────────────────────────────────────────────────

  private forgetParsed(): void {
    const { source } = this;
    if (source.at === 0) return;
    const { bytes, line, column } = this.positionOf(source.at);
    source.text = source.text.slice(source.at);
    this.eventStart = Math.max(0, this.eventStart - source.at);
    source.at = 0;
    this.startBytes = bytes;
    this.startLine = line;
    this.startColumn = column;
    this.restartMark();
  }

  private restartMark(): void {
    this.markAt = 0;
    this.markBytes = this.startBytes;
    this.markLine = this.startLine;
    this.markColumn = this.startColumn;
  }

  /** Bytes, line (from 1) and column (from 0) of a place in the buffer. */
  positionOf(offset: number): { bytes: number; line: number; column: number } {
    if (offset < this.markAt) this.restartMark();
    const { text } = this.source;
    const end = Math.min(offset, text.length);
    this.markBytes += this.isSimple ? this.passSimple(text, this.markAt, end) : this.pass(text, this.markAt, end);
    this.markAt = end;
    return { bytes: this.markBytes, line: this.markLine, column: this.markColumn };
  }

  /** Counts the lines and columns of a part of the text, which is all of every document; answers how many bytes it has there. */
  private passSimple(text: string, start: number, end: number): number {
    let lineStart = -1;
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      this.markLine++;
      lineStart = at + 1;
    }
    this.markColumn = lineStart < 0 ? this.markColumn + end - start : end - lineStart;
    return end - start;
  }

  /** The same of any text. */
  private pass(text: string, start: number, end: number): number {
    let { markLine: line, markColumn: column } = this;
    // Beyond one a code unit, in UTF-8. Each half of a pair counts two of the four bytes.
    let more = 0;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) {
        more += unit < 0x800 || (unit & 0xf800) === 0xd800 ? 1 : 2;
        if ((unit & 0xfc00) !== 0xdc00) column++;
      } else if (unit === 10 || unit === 13) {
        if (unit === 10 && at > 0 && text.charCodeAt(at - 1) === 13) continue;
        line++;
        column = 0;
      } else column++;
    }
    this.markLine = line;
    this.markColumn = column;
    switch (this.decoder.encoding) {
      case 'single':
        return end - start;
      case 'utf-16le':
      case 'utf-16be':
        return 2 * (end - start);
      default:
        return end - start + more;
    }
  }
}
