/**
 * Files of reasons: paragraphs of a sentence, flush left, and the entries that it covers, indented. `*` stands for any text. What has no
 * entry is a remark.
 */
import { readFileSync } from 'node:fs';

export interface Pattern {
  readonly text: string;
  readonly test: RegExp;
}

export interface Reason {
  readonly text: string;
  readonly patterns: readonly Pattern[];
}

export function readReasons(path: string): Reason[] {
  return readFileSync(path, 'utf8')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.some((line) => line.startsWith(' ')))
    .map((lines) => ({
      text: lines.filter((line) => !line.startsWith(' ')).join(' '),
      patterns: lines.filter((line) => line.startsWith(' ')).map((line) => patternOf(line.trim())),
    }));
}

function patternOf(text: string): Pattern {
  const source = text
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return { text, test: new RegExp(`^${source}$`) };
}

/** The first reason that covers an entry. */
export function reasonFor(reasons: readonly Reason[], entry: string): Reason | undefined {
  return reasons.find(({ patterns }) => patterns.some(({ test }) => test.test(entry)));
}
