/** Bad input must end in an error of Python's, never in one of JavaScript's: mutated programs, and sources made to hurt. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutate, readCorpus } from '../../../tools/fuzz/mutate.ts';
import { parseSource } from '../parser/parse.ts';
import { SourceError } from '../syntax-error.ts';

const SEED = 1;
const COUNT = 3000;

/** Parses and returns the class of the error, or undefined. */
function refusalOf(source: string | Uint8Array): string | undefined {
  try {
    parseSource(source, '<string>', 'exec');
    return undefined;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.kind;
  }
}

test('mutated programs', () => {
  const corpus = readCorpus(['examples', 'benchmarks/programs']);
  let refused = 0;
  for (let index = 0; index < COUNT; index++) {
    const source = mutate(corpus, SEED, index);
    try {
      if (refusalOf(source) !== undefined) refused++;
    } catch (error) {
      assert.fail(`source ${index} of seed ${SEED}: ${(error as Error)?.stack ?? error}`);
    }
  }
  assert.ok(refused > COUNT / 2 && refused < COUNT);
});

test('depth', () => {
  for (const opening of ['(', '[', '{', 'f(', 'a[', '{1:', '(x:=', 'f"{', 'lambda x=(', '[x for x in [']) {
    for (const count of [100, 200, 10_000]) {
      assert.notEqual(refusalOf(opening.repeat(count)), undefined, `${opening} ${count}`);
    }
  }
  for (const prefix of ['-', 'not ', 'lambda: ', 'x if x else ', 'a**', 'if x:\n ', 'await ', '*']) {
    refusalOf(`${prefix.repeat(100_000)}x`);
  }
  assert.equal(refusalOf(`x = ${'a + '.repeat(100_000)}a`), undefined);
  assert.equal(refusalOf(`x = a${'.b()'.repeat(100_000)}`), undefined);
});

test('length', () => {
  assert.equal(refusalOf(`x = "${'a'.repeat(1_000_000)}"`), undefined);
  assert.equal(refusalOf(`x = [${'"é", '.repeat(200_000)}]`), undefined);
  assert.equal(refusalOf(`x = [${'1, '.repeat(100_000)}a b]`), 'SyntaxError');
  assert.equal(refusalOf('x = 1\n'.repeat(100_000)), undefined);
  assert.equal(refusalOf(`x = ${'9'.repeat(4301)}`), 'SyntaxError');
});

test('no text', () => {
  assert.equal(refusalOf('x\0'), 'SyntaxError');
  assert.equal(refusalOf('"\ud800"'), 'UnicodeEncodeError');
  assert.equal(refusalOf(Uint8Array.of(0xff)), 'SyntaxError');
  assert.equal(refusalOf(Uint8Array.of(0xc3)), 'SyntaxError');
  assert.equal(refusalOf(Buffer.from('# coding: no-such\nx')), 'SyntaxError');
  assert.equal(refusalOf(Uint8Array.of(0xef, 0xbb, 0xbf)), undefined);
});
