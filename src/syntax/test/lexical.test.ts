/** The tokenizer, literals and encodings against what CPython 3.14 made of the same sources (tools/oracle/record-lexical.py). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { charactersInBytes } from '../../util/code-points.ts';
import { reprConstant } from '../ast-dump.ts';
import { sourceFromBytes, sourceFromText } from '../decode-source.ts';
import { LiteralError } from '../literal-error.ts';
import { parseNumber } from '../number-literal.ts';
import type { Source } from '../source.ts';
import { decodeText, parseString } from '../string-literal.ts';
import { PySyntaxError, SourceError, type SourceWarning } from '../syntax-error.ts';
import { Tokenizer } from '../tokenizer.ts';
import * as T from '../tokens.ts';
import * as cases from './lexical-cases.generated.ts';

function tokenizerOf(source: Source, warn: (warning: SourceWarning) => void = () => {}): Tokenizer {
  return new Tokenizer(source, { mode: 'exec', typeComments: false, implyDedent: true, warn });
}

function scanAll(tokens: Tokenizer): void {
  for (let i = 0; tokens.need(i) !== T.EndMarker; i++);
}

/** CPython's name for a kind: the exact operators and keywords are OP and NAME in its `tokenize`. */
function kindName(kind: number): string {
  if (kind >= T.FirstKeyword) return 'NAME';
  return kind >= T.FirstOperator ? 'OP' : T.TOKEN_TEXTS[kind]!;
}

function tokenRow(tokens: Tokenizer, index: number): (string | number)[] {
  const kind = tokens.kinds[index]!;
  if (kind === T.Indent || kind === T.Dedent) return [kindName(kind)];
  const inCharacters = (line: number, column: number): number => {
    const start = tokens.lineStarts[line - 1]!;
    return charactersInBytes(tokens.input.slice(start, tokens.input.indexOf('\n', start) + 1), column);
  };
  const [line, endLine] = [tokens.lines[index]!, tokens.endLines[index]!];
  const column = tokens.columns[index]!;
  // A comment before the line end is a token of its own to `tokenize`, and part of the line end to the parser.
  const start = kind === T.Newline ? inCharacters(line, tokens.endColumns[index]!) - 1 : inCharacters(line, column);
  const end = inCharacters(endLine, tokens.endColumns[index]!);
  return [kindName(kind), line, start, endLine, end];
}

function errorOf(run: () => void): unknown[] | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof PySyntaxError) {
      const { kind, message, lineno, offset, text, endLineno, endOffset } = error;
      return [kind, message, lineno, offset, text ?? null, endLineno ?? null, endOffset ?? null];
    }
    if (error instanceof SourceError) return [error.kind, error.message];
    throw error;
  }
}

test('tokens', () => {
  for (const [source, expected] of cases.TOKENS) {
    const tokens = tokenizerOf(sourceFromText(source, '<f>'));
    scanAll(tokens);
    const rows = Array.from({ length: tokens.count - 1 }, (_, index) => tokenRow(tokens, index));
    assert.deepEqual(rows, expected, JSON.stringify(source));
  }
});

test('errors of the tokenizer', () => {
  for (const [source, expected] of cases.ERRORS) {
    const outcome = errorOf(() => scanAll(tokenizerOf(sourceFromText(source, '<f>'))));
    assert.deepEqual(outcome, expected, JSON.stringify(source));
  }
});

test('values of literals', () => {
  for (const [literal, expected] of cases.LITERALS) {
    const isNumber = /^[.\d]/.test(literal);
    const value = isNumber ? parseNumber(literal) : parseString(literal, 0, literal.length, () => {});
    assert.equal(reprConstant(value), expected, literal);
  }
});

test('literals without value', () => {
  for (const [literal, expected] of cases.INVALID_LITERALS) {
    const parse = () =>
      /^\d/.test(literal) ? parseNumber(literal) : parseString(literal, 0, literal.length, () => {});
    assert.throws(parse, (error: unknown) => {
      assert.ok(error instanceof LiteralError);
      assert.equal(error.syntaxMessage, expected);
      return true;
    });
  }
});

test('warnings', () => {
  for (const [source, expected] of cases.WARNINGS) {
    const warnings: unknown[] = [];
    const tokens = tokenizerOf(sourceFromText(source, '<f>'), (warning) => {
      warnings.push([warning.category, warning.lineno, warning.message]);
    });
    const warn = (offset: number, message: string) => {
      warnings.push(['SyntaxWarning', source.slice(0, offset).split('\n').length, message]);
    };
    for (let i = 0; tokens.need(i) !== T.EndMarker; i++) {
      const [start, end] = [tokens.starts[i]!, tokens.ends[i]!];
      if (tokens.kinds[i] === T.StringLiteral) parseString(tokens.input, start, end, warn);
      if (tokens.kinds[i] === T.FStringMiddle) decodeText(tokens.input, start, end, false, warn);
    }
    assert.deepEqual(warnings, expected, source);
  }
});

test('bytes in various encodings', () => {
  for (const [source, expected] of cases.SOURCES) {
    const bytes = Uint8Array.from(source, (character) => character.charCodeAt(0));
    const outcome = errorOf(() => scanAll(tokenizerOf(sourceFromBytes(bytes, '<f>'))));
    const isPlaceless = outcome !== null && outcome.length === 2;
    assert.deepEqual(outcome, isPlaceless ? expected?.slice(0, 2) : expected, JSON.stringify(source));
  }
});

test('text that is no source', () => {
  for (const [source, expected] of cases.BAD_TEXTS) {
    assert.deepEqual(
      errorOf(() => sourceFromText(source, '<f>')),
      expected.slice(0, 2),
      JSON.stringify(source),
    );
  }
});
