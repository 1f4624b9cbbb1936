/** "invalid syntax. Did you mean 'for'?": a name in the failed statement that, as a keyword, would make it right. */
import { sourceFromText } from '../../syntax/decode-source.ts';
import { ALLOW_INCOMPLETE_INPUT, DONT_IMPLY_DEDENT } from '../../syntax/parser/options.ts';
import { parseSource } from '../../syntax/parser/parse.ts';
import { PySyntaxError, SourceError } from '../../syntax/syntax-error.ts';
import { Tokenizer } from '../../syntax/tokenizer.ts';
import { EndMarker, KEYWORDS, Name } from '../../syntax/tokens.ts';
import type { Value } from '../../objspace/object.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { sourceLines } from '../source-lines.ts';
import { closeMatches } from './close-matches.ts';
import { nearestName } from '../../util/edit-distance.ts';
import type { SyntaxDetails } from './syntax-details.ts';
import { charactersOf, characterOffset, dedent } from './text.ts';

const MAX_SOURCE = 1024;
const MAX_NAMES = 10;
const MAX_MATCHES = 3;
const CUTOFF = 0.5;

/** In the order of `keyword.kwlist`: of two that are equally near, the first is suggested. */
const CANDIDATES: readonly string[] = [...KEYWORDS].sort();

type Correction = Pick<SyntaxDetails, 'message' | 'lineno' | 'endLineno' | 'text' | 'offset' | 'endOffset'>;

/** The statement in which the error is. */
interface FailedSource {
  readonly lines: readonly string[];
  /** The only line, from 1, whose names count; `undefined` if all do. */
  readonly errorLine: number | undefined;
}

/** The parser notes where the last statement before the error began, and the source if it is in no file. */
function failedSource(details: SyntaxDetails): FailedSource | undefined {
  const { metadata } = details;
  if (!(metadata instanceof PyTuple) || metadata.items.length !== 3) return undefined;
  const [line, , source] = metadata.items as readonly [Value, Value, Value];
  if (typeof line !== 'number') return undefined;
  const endLine = details.lineno === undefined ? 0 : Number(details.lineno);
  if (isText(source)) return cut(textOf(source).split('\n'), line, endLine, undefined);
  const lines = details.filename === undefined ? undefined : sourceLines(details.filename);
  if (lines === undefined) return cut((details.text ?? '').split('\n'), 0, 1, undefined);
  return cut(lines, line, endLine, (line === 0 ? endLine : endLine + 1) - line);
}

function cut(lines: readonly string[], line: number, endLine: number, errorLine: number | undefined): FailedSource {
  const code = dedent(lines.slice(line > 0 ? line - 1 : 0, endLine).join('\n'));
  return { lines: code.split('\n'), errorLine };
}

export function keywordTypo(details: SyntaxDetails): Correction | undefined {
  if (details.message !== 'invalid syntax' && !details.message.includes('Perhaps you forgot a comma')) return undefined;
  const failed = failedSource(details);
  if (failed === undefined || failed.lines.join('\n').length > MAX_SOURCE) return undefined;
  let count = 0;
  for (const name of namesIn(failed.lines)) {
    if (failed.errorLine !== undefined && name.line !== failed.errorLine) continue;
    if (++count > MAX_NAMES) return undefined;
    for (const keyword of keywordsLike(name.text)) {
      if (isRightWith(failed.lines, name, keyword)) return correction(failed.lines, name, keyword);
    }
  }
  return undefined;
}

interface NameToken {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Characters from 0. */
  readonly start: number;
  readonly end: number;
}

/** The names up to where the tokenizer fails. */
function* namesIn(lines: readonly string[]): Generator<NameToken> {
  const source = sourceFromText(lines.join('\n'), '<string>');
  const tokens = new Tokenizer(source, { mode: 'exec', typeComments: false, implyDedent: true, warn: () => {} });
  for (let index = 0; kindAt(tokens, index) !== EndMarker; index++) {
    if (tokens.kinds[index] !== Name) continue;
    const line = tokens.lines[index];
    const start = characterOffset(lines[line - 1], tokens.columns[index]);
    const end = characterOffset(lines[line - 1], tokens.endColumns[index]);
    yield { text: tokens.text(index), line, start, end };
  }
}

function kindAt(tokens: Tokenizer, index: number): number {
  try {
    return tokens.need(index);
  } catch (thrown) {
    if (thrown instanceof SourceError) return EndMarker;
    throw thrown;
  }
}

function keywordsLike(name: string): string[] {
  const nearest = nearestName(name, CANDIDATES);
  const close = closeMatches(name, CANDIDATES, MAX_MATCHES, CUTOFF);
  return (nearest === undefined ? close : [nearest, ...close])
    .slice(0, MAX_MATCHES)
    .filter((keyword) => keyword !== name);
}

/** Whether the statement can be parsed, or at least go on, with the keyword in place of the name. */
function isRightWith(lines: readonly string[], name: NameToken, keyword: string): boolean {
  const changed = [...lines];
  const characters = charactersOf(lines[name.line - 1]);
  changed[name.line - 1] = [...characters.slice(0, name.start), keyword, ...characters.slice(name.end)].join('');
  try {
    parseSource(changed.join('\n'), '<input>', 'exec', { flags: ALLOW_INCOMPLETE_INPUT | DONT_IMPLY_DEDENT });
    return true;
  } catch (thrown) {
    if (thrown instanceof SourceError)
      return thrown instanceof PySyntaxError && thrown.kind === '_IncompleteInputError';
    throw thrown;
  }
}

function correction(lines: readonly string[], name: NameToken, keyword: string): Correction {
  return {
    message: `invalid syntax. Did you mean '${keyword}'?`,
    text: lines[name.line - 1],
    offset: name.start + 1,
    endOffset: name.end + 1,
    lineno: String(name.line),
    endLineno: String(name.line),
  };
}
