/**
 * A program as a regular expression of the host (host-syntax.ts), for texts of Latin-1 characters. It tells where a match begins and the
 * texts of the groups; where those stand, and what the host may take too long for, the matcher finds out.
 */
import { type HostSyntax, hostSyntax } from './host-syntax.ts';
import { worked } from '../../util/work.ts';
import type { Program } from './program.ts';

/** Searches after which a program is written for the host. */
const OFTEN = 40;
/** Steps that cannot be interrupted: some 50 ms. */
const MAX_STEPS = 2e7;
/** Longer texts might exhaust the stack on which the host's engine notes where to go back to. */
const LONGEST = 1e5;

export class HostPattern {
  private readonly anywhere: RegExp;
  private readonly here: RegExp;
  /** Up to the end of the text. */
  private readonly whole: RegExp;
  private readonly closing: readonly number[];
  /** Lengths of texts that may be searched, and matched at one place. */
  readonly longestSearch: number;
  readonly longestMatch: number;

  constructor({ source, degree, choices, closing }: HostSyntax) {
    this.anywhere = new RegExp(source, 'g');
    this.here = new RegExp(source, 'y');
    this.whole = new RegExp(`(?:${source})$`, 'y');
    this.closing = closing;
    const steps = MAX_STEPS / 2 ** choices;
    this.longestSearch = Math.min(steps ** (1 / (degree + 2)), LONGEST);
    this.longestMatch = Math.min(steps ** (1 / (degree + 1)), LONGEST);
  }

  /** `undefined` if the host cannot tell. */
  find(text: string, start: number): RegExpExecArray | null | undefined {
    return execute(this.anywhere, text, start);
  }

  /** The same at one place. */
  match(text: string, start: number, mustEnd: boolean): RegExpExecArray | null | undefined {
    return execute(mustEnd ? this.whole : this.here, text, start);
  }

  /** The number of the last group closed by a match; 0 if none was. */
  lastClosed(texts: readonly (string | undefined)[]): number {
    const { closing } = this;
    for (let index = closing.length - 1; index >= 0; index--)
      if (texts[closing[index]] !== undefined) return closing[index];
    return 0;
  }
}

/** A match that goes so far is counted: so many characters, as a logarithm, in a unit of work. */
const FAR = 256;
const SPEED = 3;

function execute(pattern: RegExp, text: string, start: number): RegExpExecArray | null | undefined {
  pattern.lastIndex = start;
  try {
    const found = pattern.exec(text);
    const distance = (found === null ? text.length : found.index + found[0].length) - start;
    if (distance >= FAR) worked(distance >> SPEED);
    return found;
  } catch (thrown) {
    // The engine's stack is full.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

const BEYOND_LATIN = /[^\0-\xff]/;
/** The last text that was looked at: tokenizers search the same one again and again, and so do several patterns one after the other. */
let lastText = '';
let wasLatin = true;

/** Whether all characters are Latin-1. The host knows at once of texts that it keeps as bytes. */
function isLatin(text: string): boolean {
  if (text !== lastText) {
    wasLatin = !BEYOND_LATIN.test(text);
    lastText = text;
  }
  return wasLatin;
}

/** The program for the host, if it is used often and can be had for the text. */
export function hostPattern(program: Program, text: string): HostPattern | null {
  if (program.host === null) return null;
  if (program.host === undefined) {
    if (++program.uses < OFTEN) return null;
    const syntax = hostSyntax(program);
    program.host = syntax === undefined ? null : new HostPattern(syntax);
    if (program.host === null) return null;
  }
  return isLatin(text) ? program.host : null;
}
