/** The parser and its errors against what CPython 3.14 made of the same sources (tools/oracle/record-syntax.py). */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { dump } from '../ast-dump.ts';
import { parseSource } from '../parser/parse.ts';
import type { SourceMode } from '../scanner.ts';
import { PySyntaxError, SourceError } from '../syntax-error.ts';
import { CASES } from './syntax-cases.generated.ts';

const DIGITS = 12;

type Case = readonly [source: string, mode: SourceMode, flags: number, expected: string | readonly unknown[]];

function outcome(source: string, mode: SourceMode, flags: number): string | unknown[] {
  try {
    const text = dump(parseSource(source, '<string>', mode, { flags }), { includeAttributes: true });
    return createHash('sha1').update(text).digest('hex').slice(0, DIGITS);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const place = error instanceof PySyntaxError ? error : undefined;
    const places = [place?.lineno, place?.offset, place?.endLineno, place?.endOffset];
    return [error.kind, error.message, ...places.map((value) => value ?? null)];
  }
}

test('trees and errors', () => {
  const differing = (CASES as readonly Case[]).filter(
    ([source, mode, flags, expected]) => JSON.stringify(outcome(source, mode, flags)) !== JSON.stringify(expected),
  );
  const shown = differing.map((item) => JSON.stringify([...item, outcome(item[0], item[1], item[2])]));
  assert.equal(shown.join('\n'), '');
});
