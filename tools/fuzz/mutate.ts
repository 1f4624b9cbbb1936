/**
 * Sources that are nearly Python, made from real ones: the generator behind tools/fuzz-syntax.ts.
 *
 * Everything is drawn from one small generator seeded by (seed, index), so that source number `index` is the same on
 * every machine as long as the corpus is. Sources stay small (a window of a corpus file), so that 100,000 of them
 * take minutes and an error is easy to look at.
 */
import { readFileSync } from 'node:fs';
import { globSync } from '../glob.mjs';

export type Corpus = string[];

const LARGEST_WINDOW = 1500;

const INSERTIONS =
  '( ) [ ] { } : ; , . = == := -> @ * ** / // % & | ^ ~ ! != <> < > << >> += \' " \'\'\' """ f" t" rb\' b" u" f\'{ }\' {x!r:>{ ' +
  "f''' \\ \\\n # \n \r \r\n \t \f \0 \ufeff \u00a0 \u20ac \u00e9 \ud800 \udc00 \u{1f600} \u{1d4d0} $ ? ` 0 1 1_0 0x 0b2 08 1e 1.5j 1__0 1if ... " +
  'if elif else while for in not is and or lambda def class return yield from import as with try except except* finally raise ' +
  'async await match case _ type global nonlocal del pass break continue assert None True False print exec __debug__ ' +
  'x self (x, (x:=1) *a **k x=1 [x for x in y] {**a} x[1:2] x.y x() @x\n if x:\n else:\n try:\n def f(): class C: case _: lambda: yield x';
const FRAGMENTS = INSERTIONS.split(' ')
  .filter((text) => text !== '')
  .concat(' ', '    ', '\n    ', '\n  ');

export function readCorpus(folders: string[]): Corpus {
  const files = folders.flatMap((folder) => globSync([folder], '.py'));
  if (files.length === 0) throw new Error(`no .py file under ${folders.join(', ')}`);
  return files.map((file) => readFileSync(file, 'utf8'));
}

/** A 32-bit generator (mulberry32): small, and good enough to choose places and kinds. */
class Random {
  private state: number;

  constructor(seed: number, index: number) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  }

  /** A whole number in 0 ... limit-1. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

export function mutate(corpus: Corpus, seed: number, index: number): string | Uint8Array {
  const random = new Random(seed, index);
  let text = chooseWindow(random.pick(corpus), random);
  for (let rounds = 1 + random.below(4); rounds > 0; rounds--) text = random.pick(MUTATIONS)(text, random, corpus);
  return random.below(8) === 0 ? mutateBytes(Buffer.from(text, 'utf8'), random) : text;
}

/** Some whole lines in a row, so that most of a source stays valid. */
function chooseWindow(text: string, random: Random): string {
  if (text.length <= LARGEST_WINDOW) return text;
  const start = text.lastIndexOf('\n', random.below(text.length - 200)) + 1;
  return text.slice(start, text.indexOf('\n', start + 200 + random.below(LARGEST_WINDOW - 200)) + 1 || undefined);
}

// ── Mutations of text ──────────────────────────────────────────────────────────────────────────────

type Mutation = (text: string, random: Random, corpus: Corpus) => string;

const TOKEN = /[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|"""|'''|\s+|[-+*/%<>=!&|^:@]{1,2}|[\s\S]/gu;

const truncate: Mutation = (text, random) => text.slice(0, random.below(text.length + 1));
const behead: Mutation = (text, random) => text.slice(random.below(text.length + 1));

const insertFragment: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(FRAGMENTS) + text.slice(at);
};

const deleteCharacters: Mutation = (text, random) => {
  const at = random.below(text.length);
  return text.slice(0, at) + text.slice(at + 1 + random.below(3));
};

const replaceCharacter: Mutation = (text, random) => {
  const at = random.below(text.length);
  return text.slice(0, at) + String.fromCharCode(random.below(128)) + text.slice(at + 1);
};

/** Mutates the list of tokens, the finest unit in which Python is wrong in interesting ways. */
function onTokens(change: (tokens: string[], at: number, random: Random) => void): Mutation {
  return (text, random) => {
    const tokens = text.match(TOKEN);
    if (tokens === null) return text;
    change(tokens, random.below(tokens.length), random);
    return tokens.join('');
  };
}

const deleteToken = onTokens((tokens, at, random) => tokens.splice(at, 1 + random.below(2)));
const duplicateToken = onTokens((tokens, at) => tokens.splice(at, 0, tokens[at]!));
const replaceToken = onTokens((tokens, at, random) => tokens.splice(at, 1, random.pick(FRAGMENTS)));
const insertToken = onTokens((tokens, at, random) => tokens.splice(at, 0, ` ${random.pick(FRAGMENTS)} `));
const swapTokens = onTokens((tokens, at, random) => {
  const other = random.below(tokens.length);
  [tokens[at], tokens[other]] = [tokens[other]!, tokens[at]!];
});

function onLines(change: (lines: string[], at: number, random: Random) => void): Mutation {
  return (text, random) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random);
    return lines.join('\n');
  };
}

const deleteLine = onLines((lines, at) => lines.splice(at, 1));
const duplicateLine = onLines((lines, at) => lines.splice(at, 0, lines[at]!));
const indentLine = onLines((lines, at, random) =>
  lines.splice(at, 1, random.pick([' ', '\t', '    ', '\f']) + lines[at]!),
);
const dedentLine = onLines((lines, at) => lines.splice(at, 1, lines[at]!.trimStart()));
const joinLines = onLines((lines, at) => lines.splice(at, 2, lines.slice(at, at + 2).join(' ')));

/** A few lines of another file in the middle of this one. */
const splice: Mutation = (text, random, corpus) => {
  const other = random.pick(corpus).split('\n');
  const from = random.below(other.length);
  const at = random.below(text.length + 1);
  return text.slice(0, at) + other.slice(from, from + 1 + random.below(4)).join('\n') + text.slice(at);
};

const deepen: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  const bracket = random.pick(['(', '[', '{', 'f"{', '-', 'not ', '~', 'lambda: ', 'x if x else ', '**', 'a.', '(x:=']);
  return text.slice(0, at) + bracket.repeat(random.pick([2, 20, 99, 100, 101, 200, 250, 1000])) + text.slice(at);
};

/** Common ones stand more than once. */
const MUTATIONS: Mutation[] = [
  ...[truncate, truncate, behead, insertFragment, insertFragment, insertFragment, deleteCharacters, deleteCharacters],
  ...[
    replaceCharacter,
    deleteToken,
    deleteToken,
    deleteToken,
    duplicateToken,
    replaceToken,
    replaceToken,
    replaceToken,
  ],
  ...[
    insertToken,
    insertToken,
    swapTokens,
    deleteLine,
    duplicateLine,
    indentLine,
    dedentLine,
    joinLines,
    splice,
    deepen,
  ],
];

// ── Mutations of bytes ─────────────────────────────────────────────────────────────────────────────

const COOKIES = [
  'utf-8',
  'latin-1',
  'ascii',
  'cp1252',
  'utf-16',
  'no-such-encoding',
  'utf-8-sig',
  'iso-8859-15',
  'rot13',
  'utf8 ',
];
const BYTES = [0, 0x80, 0xbf, 0xc0, 0xc3, 0xe2, 0xed, 0xf4, 0xf5, 0xfe, 0xff, 0x0c, 0x1a, 0x0d];

function mutateBytes(bytes: Buffer, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  switch (random.below(5)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([random.pick(BYTES)]), bytes.subarray(at)]);
    case 1:
      return Buffer.concat([Buffer.from(`# -*- coding: ${random.pick(COOKIES)} -*-\n`), bytes]);
    case 2:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 3:
      return bytes.subarray(0, at);
    default:
      return bytes.length === 0 ? bytes : Buffer.from(bytes).fill(random.below(256), Math.min(at, bytes.length - 1));
  }
}
