/** Code points in code units: the index table, splits, and searching within long texts against the engine's own search. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLastLong, findLong } from '../long-search.ts';
import { PyStr, pointsOf, sliceUnits, type Text, TextBuilder, unitsOf } from '../text.ts';

let seed = 4711;
function random(limit: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >>> 8) % limit;
}

const POINTS = [0x61, 0xe9, 0x1f600, 0xd83d, 0xde00, 0xffff, 0x10ffff];

function build(points: readonly number[]): Text {
  const builder = new TextBuilder();
  for (const point of points) builder.appendPoint(point);
  return builder.finish();
}

test('every code point is found at its index, in any order of access', () => {
  for (let round = 0; round < 200; round++) {
    const points = Array.from({ length: random(300) + 1 }, () => POINTS[random(POINTS.length)]);
    const text = build(points);
    assert.deepEqual(pointsOf(text), points);
    if (!(text instanceof PyStr)) continue;
    assert.equal(text.length, points.length);
    for (let access = 0; access < 100; access++) {
      const index = random(points.length);
      const offset = text.offsetOf(index);
      assert.equal(text.pointAt(offset), points[index]);
      assert.equal(text.indexOf(offset), index);
    }
    assert.equal(text.offsetOf(points.length), text.text.length);
  }
});

test('slices keep surrogates apart', () => {
  const text = build([0xd83d, 0xde00, 0x1f600, 0xde00]) as PyStr;
  assert.deepEqual(text.splits, [1]);
  assert.deepEqual(pointsOf(sliceUnits(text, 0, 2)), [0xd83d, 0xde00]);
  assert.deepEqual(pointsOf(sliceUnits(text, 1, 4)), [0xde00, 0x1f600]);
  assert.equal(unitsOf(sliceUnits(text, 2, 4)), '\u{1f600}');
});

test('long parts are found where the engine finds them', () => {
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: random(400) }, () => (random(30) === 0 ? 'b' : 'a')).join('');
    const size = 65 + random(80);
    const at = random(text.length + 1);
    const part = random(3) === 0 ? 'a'.repeat(size) : text.slice(at, at + size).padEnd(size, 'a');
    assert.equal(findLong(text, part, 0, text.length), text.indexOf(part));
    const last = text.length < part.length ? -1 : text.lastIndexOf(part);
    assert.equal(text.length < part.length ? -1 : findLastLong(text, part, 0, text.length), last);
  }
});

test('alike texts take linear time', () => {
  const a = 'a'.repeat(200_000);
  const text = `${a}${a}b${a}${a}`;
  const part = `${a}bb${a}`;
  const start = performance.now();
  assert.equal(findLong(text, part, 0, text.length), -1);
  assert.equal(findLastLong(text, part, 0, text.length), -1);
  assert.ok(performance.now() - start < 5000);
});
