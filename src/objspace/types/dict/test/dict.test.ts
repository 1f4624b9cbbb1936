/** What the interpreter's caches and the containers rely on, and Python cannot see: layouts, shared keys, positions, costs. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import '../dict-type.ts';
import type { Value } from '../../../object.ts';
import { PyTuple } from '../../tuple.ts';
import { PyDict } from '../dict.ts';

function dictOf(count: number): PyDict {
  const dict = new PyDict();
  for (let index = 0; index < count; index++) dict.setStr(`k${index}`, index);
  return dict;
}

test('a layout lasts while the keys stay, and is never given out again', () => {
  for (const size of [3, 100]) {
    const dict = dictOf(size);
    const place = dict.slotOfStr('k1');
    const { layout } = dict;
    assert.notEqual(layout, 0);
    dict.setStr('k1', 'other');
    assert.equal(dict.layout, layout);
    assert.equal(dict.values[place], 'other');
    dict.setStr('new', 1);
    assert.notEqual(dict.layout, layout);
    dict.slotOfStr('k1');
    const second = dict.layout;
    dict.deleteStr('new');
    dict.slotOfStr('k1');
    assert.equal(new Set([layout, second, dict.layout]).size, 3);
  }
});

test('a missing name can be cached too', () => {
  const dict = dictOf(2);
  assert.equal(dict.slotOfStr('absent'), -1);
  const { layout } = dict;
  dict.setStr('absent', 1);
  assert.notEqual(dict.layout, layout);
});

test('copies share keys until one of them changes', () => {
  for (const size of [4, 50]) {
    const original = dictOf(size);
    const copy = original.copy();
    assert.equal(copy.keys, original.keys);
    copy.setStr('k0', 'changed');
    assert.equal(original.getStr('k0'), 0);
    copy.setStr('more', 1);
    original.deleteStr('k0');
    assert.equal(copy.size, size + 1);
    assert.equal(original.size, size - 1);
    assert.equal(copy.getStr('k0'), 'changed');
    assert.equal(original.hasStr('more'), false);
  }
});

test('constant keys are shared by all dictionaries of a display', () => {
  const names = ['a', 'b'];
  assert.equal(PyDict.canShareKeys(names), true);
  assert.equal(PyDict.canShareKeys(['a', 'a']), false);
  const first = PyDict.ofConstantKeys(names, [1, 2]);
  const second = PyDict.ofConstantKeys(names, [3, 4]);
  first.deleteStr('a');
  first.setStr('c', 5);
  assert.deepEqual(first.strKeys(), ['b', 'c']);
  assert.deepEqual(second.strKeys(), ['a', 'b']);
  assert.deepEqual(names, ['a', 'b']);
});

test('queues and stacks of entries stay small', () => {
  const keys: ((index: number) => Value)[] = [
    (index) => index,
    (index) => `k${index}`,
    (index) => new PyTuple([index, 1]) as Value,
  ];
  for (const keyOf of keys) {
    const dict = new PyDict();
    for (let index = 0; index < 20_000; index++) {
      dict.set(keyOf(index), index);
      if (index >= 20) dict.removeAt(dict.nextPosition(0));
      assert.ok(dict.end < 200);
    }
    while (dict.size > 0) dict.removeAt(dict.lastPosition());
    assert.equal(dict.nextPosition(0), -1);
  }
});

test('moving to either end keeps all entries', () => {
  const dict = dictOf(30);
  for (let index = 0; index < 30; index += 2) dict.moveToEnd(dict.slotOfStr(`k${index}`));
  for (let index = 1; index < 30; index += 2) dict.moveToFront(dict.slotOfStr(`k${index}`));
  const odd = Array.from({ length: 15 }, (_, index) => `k${29 - 2 * index}`);
  const even = Array.from({ length: 15 }, (_, index) => `k${2 * index}`);
  assert.deepEqual(dict.strKeys(), [...odd, ...even]);
  for (let index = 0; index < 30; index++) assert.equal(dict.getStr(`k${index}`), index);
});

describe('what compiled code relies on in a namespace', () => {
  function namespace(...names: string[]): PyDict {
    const dict = new PyDict();
    for (const name of names) dict.setStr(name, 1);
    return dict;
  }

  test('a name that goes takes nothing else with it', () => {
    const dict = namespace('a', 'b', 'c');
    const [stays, goes] = [dict.watched().placeAt(0), dict.watched().placeAt(2)];
    const missing = dict.watched().withoutName('d');
    dict.deleteStr('c');
    assert.deepEqual([stays.changes, goes.changes, missing.changes], [0, 1, 0]);
  });

  test('names before the first hole stay where they are, however often others come and go', () => {
    const dict = namespace('a', 'b');
    const stays = [dict.watched().placeAt(0), dict.watched().constantAt(1, 'b')!];
    for (let turn = 0; turn < 1000; turn++) {
      dict.setStr('error', 1);
      dict.deleteStr('error');
    }
    assert.deepEqual([stays[0].changes, stays[1].changes, dict.slotOfStr('b')], [0, 0, 1]);
  });

  test('names behind a hole move when it is closed', () => {
    const dict = namespace('a', 'b', 'c');
    const moves = dict.watched().placeAt(2);
    dict.deleteStr('a');
    for (let turn = 0; turn < 1000; turn++) {
      dict.setStr('error', 1);
      dict.deleteStr('error');
    }
    assert.deepEqual([moves.changes, dict.slotOfStr('c')], [1, 1]);
  });

  test('a name that comes tells those who rely on there being none', () => {
    const dict = namespace('a');
    const missing = dict.watched().withoutName('b');
    dict.setStr('b', 1);
    assert.equal(missing.changes, 1);
  });
});
