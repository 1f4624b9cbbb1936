/** Programs as regular expressions of the host: what they become, and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CharSet, setByTest } from '../char-set.ts';
import { hostSyntax } from '../host-syntax.ts';
import * as Op from '../program.ts';
import { improve } from '../analyse.ts';

const A = 97;
const B = 98;

/** The program of instructions; `letters`: what SET 0 holds. */
function syntaxOf(words: readonly number[], letters = 'ab'): ReturnType<typeof hostSyntax> {
  const all = [...words, Op.MATCH];
  const sets = [new CharSet(setByTest((point) => letters.includes(String.fromCodePoint(point))))];
  improve(all, sets);
  return hostSyntax(new Op.Program(all, sets, 1, 8, 0, [], null));
}

const greedy = (kind: number, argument: number): number[] => [Op.GREEDY, kind, argument, 0, Op.UNBOUNDED, -1];

test('characters, texts and sets are written out', () => {
  assert.equal(syntaxOf([Op.TEXT, 2, A, B])?.source, '\\x61\\x62');
  assert.equal(syntaxOf([Op.TEST, Op.SET, 0])?.source, '[\\x61-\\x62]');
  assert.equal(syntaxOf([Op.TEST, Op.CHAR, 0x100])?.source, '[]');
  assert.equal(syntaxOf([Op.TEST, Op.NOT_CHAR, 10])?.source, '[\\x00-\\x09\\x0b-\\xff]');
});

test('repetitions that something else must follow take one way', () => {
  const decided = syntaxOf([...greedy(Op.CHAR, A), Op.TEXT, 1, B]);
  assert.equal(decided?.source, '[\\x61]*\\x62');
  assert.equal(decided?.degree, 0);
  assert.equal(syntaxOf([...greedy(Op.SET, 0), Op.TEXT, 1, B])?.degree, 1);
  assert.equal(syntaxOf([...greedy(Op.SET, 0), ...greedy(Op.SET, 0), Op.TEXT, 1, B])?.degree, 2);
});

test('what could take exponential time is refused', () => {
  // (?:[ab]*b)*
  const body = [...greedy(Op.SET, 0), Op.TEXT, 1, B];
  assert.equal(syntaxOf([Op.SKIP, 0, 3 + body.length, ...body, Op.STAR, 3, -1, -1]), undefined);
  // (?:a*b)* is not.
  const decided = [...greedy(Op.CHAR, A), Op.TEXT, 1, B];
  const loop = syntaxOf([Op.SKIP, 0, 3 + decided.length, ...decided, Op.STAR, 3, -1, -1]);
  assert.equal(loop?.source, '(?:[\\x61]*\\x62)*');
});

test('looking ahead in a repetition counts once more', () => {
  // (?:a(?!a*b))*c
  const looking = [...greedy(Op.CHAR, A), Op.TEXT, 1, B];
  const body = [Op.TEXT, 1, A, Op.LOOK_NOT, 0, 3 + 3 + 3 + looking.length + 1, ...looking, Op.LOOK_NOT_END];
  const loop = syntaxOf([Op.SKIP, 0, 3 + body.length, ...body, Op.STAR, 3, -1, -1, Op.TEXT, 1, 99]);
  assert.equal(loop?.source, '(?:\\x61(?![\\x61]*\\x62))*\\x63');
  assert.equal(loop?.degree, 1);
});

test('groups in repetitions and references are refused', () => {
  assert.equal(syntaxOf([Op.MARK, 0, Op.TEXT, 1, A, Op.MARK, 1])?.source, '(\\x61)');
  const body = [Op.MARK, 0, Op.TEXT, 1, A, Op.MARK, 1];
  assert.equal(syntaxOf([Op.SKIP, 0, 3 + body.length, ...body, Op.STAR, 3, -1, -1]), undefined);
  assert.equal(syntaxOf([...body, Op.GROUP, 0]), undefined);
});
