/**
 * The printed form of an exception, as CPython 3.14 writes it to the standard error stream. It is made here rather than by Python's
 * `traceback` module, so that errors show at once, and even when the library is broken.
 */
import { services } from '../interpreter/services.ts';
import type { PyBaseException } from '../objspace/exception.ts';
import { state } from '../objspace/state.ts';
import { type Report, reportOf } from './traceback/report.ts';
import { formatStack } from './traceback/stack.ts';
import { formatSyntaxError } from './traceback/syntax-details.ts';
import { indent } from './traceback/text.ts';
import { COLOURED, PLAIN, type Theme, wantsColour } from './traceback/theme.ts';

const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

/** The display of an exception with everything that it is chained to; in colours if the standard error stream wants them. */
export function formatException(exception: PyBaseException, isColoured = coloursOfStandardError()): string {
  const saved = state.exception;
  state.exception = null;
  const writer = new Writer(isColoured ? COLOURED : PLAIN);
  writer.chain(reportOf(exception));
  state.exception = saved;
  return writer.text;
}

function coloursOfStandardError(): boolean {
  const { host, options } = services();
  return wantsColour(host, options.ignoreEnvironment);
}

/** Collects the text; groups are drawn as boxes inside each other. */
class Writer {
  text: string;
  private readonly theme: Theme;
  /** How many groups are open. */
  private depth: number;
  /** Whether the box of a group still has to be closed at the bottom: the innermost last one does it for all. */
  private needsClosing: boolean;

  constructor(theme: Theme) {
    this.text = '';
    this.theme = theme;
    this.depth = 0;
    this.needsClosing = false;
  }

  /** The exception behind all those that led to it. */
  chain(last: Report): void {
    const links: { report: Report; message: string | undefined }[] = [];
    for (let report: Report | undefined = last; report !== undefined; ) {
      const next: Report | undefined = report.cause ?? (report.suppressesContext ? undefined : report.context);
      const message = next === undefined ? undefined : report.cause === undefined ? CONTEXT : CAUSE;
      links.push({ report, message });
      report = next;
    }
    for (const { report, message } of links.reverse()) {
      if (message !== undefined) this.emit([message]);
      if (report.exceptions === undefined) this.exception(report);
      else this.group(report, report.exceptions);
    }
  }

  private get margin(): string {
    return ' '.repeat(2 * this.depth);
  }

  private emit(texts: readonly string[], border = '|'): void {
    const prefix = this.depth === 0 ? '' : `${this.margin}${border} `;
    for (const text of texts) this.text += indent(text, prefix);
  }

  private exception(report: Report): void {
    if (report.stack.length > 0) {
      this.emit(['Traceback (most recent call last):\n']);
      this.emit(formatStack(report.stack, this.theme));
    }
    this.emit(this.lastLines(report));
  }

  /** The type and message, and the notes. */
  private lastLines(report: Report): string[] {
    const { theme } = this;
    const notes = report.notes.map((note) => `${note}\n`);
    if (report.syntax !== undefined) return [...formatSyntaxError(report.typeName, report.syntax, theme), ...notes];
    const message = report.message === '' ? '' : `: ${theme.message}${report.message}${theme.reset}`;
    return [`${theme.type}${report.typeName}${theme.reset}${message}\n`, ...notes];
  }

  private group(report: Report, exceptions: readonly Report[]): void {
    if (this.depth > MAX_GROUP_DEPTH) {
      this.emit([`... (max_group_depth is ${MAX_GROUP_DEPTH})\n`]);
      return;
    }
    const isTop = this.depth === 0;
    if (isTop) this.depth = 1;
    if (report.stack.length > 0) {
      this.emit(['Exception Group Traceback (most recent call last):\n'], isTop ? '+' : '|');
      this.emit(formatStack(report.stack, this.theme));
    }
    this.emit(this.lastLines(report));
    this.members(exceptions);
    if (isTop) this.depth = 0;
  }

  private members(exceptions: readonly Report[]): void {
    const shown = Math.min(exceptions.length, MAX_GROUP_WIDTH + 1);
    this.needsClosing = false;
    for (let index = 0; index < shown; index++) {
      const isLast = index === shown - 1;
      if (isLast) this.needsClosing = true;
      this.member(exceptions, index);
      if (isLast && this.needsClosing) {
        this.text += `${this.margin}+------------------------------------\n`;
        this.needsClosing = false;
      }
      this.depth--;
    }
  }

  private member(exceptions: readonly Report[], index: number): void {
    const isCut = index >= MAX_GROUP_WIDTH;
    const title = isCut ? '...' : `${index + 1}`;
    this.text += `${this.margin}${index === 0 ? '+-' : '  '}+---------------- ${title} ----------------\n`;
    this.depth++;
    if (!isCut) {
      this.chain(exceptions[index]);
      return;
    }
    const remaining = exceptions.length - MAX_GROUP_WIDTH;
    this.emit([`and ${remaining} more exception${remaining > 1 ? 's' : ''}\n`]);
  }
}
