/** What an operation of a container has done when it is interrupted half way: the container is whole, and the rest of it is as before. */
import assert from 'node:assert';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { openLibrary } from '../../src/cli/node-library.ts';
import { nodeHost } from '../../src/host/node.ts';
import { runCode } from '../../src/interpreter/call.ts';
import { takeException } from '../../src/objspace/exception.ts';
import { EXIT } from '../../src/objspace/object.ts';
import { PyDict } from '../../src/objspace/types/dict/dict.ts';
import { Interpreter } from '../../src/vm/interpreter.ts';
import { defaultOptions } from '../../src/vm/options.ts';
import { start } from '../../src/vm/startup.ts';

const LIBRARY = 'dist/lib/stdlib.image';

/** Steps after which an operation is interrupted: the first of them, the distance of the others, and the number of attempts. */
const FIRST = 500;
const STRIDE = 3_000;
const ATTEMPTS = 10;

/**
 * `old` and `new` are lists of items; the checks compare the container `c` with what it was made of. A list or a table that an operation adds
 * items to or takes items from one after the other may have a part of them.
 */
const SETUP = `
import array, collections, heapq, random
from collections import Counter, OrderedDict, defaultdict, deque

SIZE = 6_000

def same_items(c, *parts):
    assert len(c) == sum(map(len, parts)) and Counter(c) == Counter(x for part in parts for x in part)

def beginning(c, *parts):
    whole = [x for part in parts for x in part]
    items = list(c)
    assert len(items) == len(c) >= len(parts[0]) and items == whole[:len(items)]

def before_or_after(c, old, new):
    items = list(c)
    assert len(items) == len(c) and items in (list(old), list(new))

def table(c, kept, possible):
    items = list(c)
    assert len(items) == len(c) == len(set(items)), (len(items), len(c))
    assert all(x in c for x in items) and all(x in c for x in kept)
    assert all(x in possible for x in items)
    present = set(items)
    assert not any(x in c for x in possible if x not in present)
    for x in list(items)[::7]:
        if isinstance(c, dict): del c[x]
        else: c.remove(x)
        present.discard(x)
    assert set(c) == present and len(c) == len(present)
    if isinstance(c, dict): c['another'] = 1
    else: c.add('another')
    assert 'another' in c and len(c) == len(present) + 1

ints = [x * 7919 % SIZE for x in range(SIZE)]
more = [x + SIZE for x in ints]
texts = [f'{x % 1000:03}{x}' for x in ints]
floats = [x / 3 for x in ints]
pairs = [(x % 100, x) for x in ints]
mixed = [x if x % 2 else x + 0.5 for x in ints]

class Key:
    def __init__(self, value): self.value = value
    def __lt__(self, other): return self.value < other.value
    def __hash__(self): return hash(self.value)
    def __eq__(self, other): return self.value == other.value
keys = [Key(x) for x in ints[:2000]]
`;

const LISTS = ['ints', 'texts', 'floats', 'pairs', 'mixed', 'keys'];
const KEYS = ['ints', 'texts', 'floats', 'pairs', 'keys'];

interface Operation {
  readonly make: string;
  readonly run: string;
  readonly check: string;
}

const OPERATIONS: readonly Operation[] = [
  ...LISTS.flatMap((old) =>
    ['c.sort()', 'c.sort(reverse=True)', 'c.reverse()', 'random.shuffle(c)', 'heapq.heapify(c)'].map((run) => ({
      make: `c = ${old}[:]`,
      run,
      check: `same_items(c, ${old})`,
    })),
  ),
  { make: 'c = ints[:]', run: 'c.sort(key=lambda x: -x)', check: 'same_items(c, ints)' },
  { make: 'c = ints[:]', run: 'c.sort(key=str)', check: 'same_items(c, ints)' },
  ...['c.extend(more)', 'c.extend(iter(more))', 'c += map(int, more)', 'c += tuple(more)'].map((run) => ({
    make: 'c = ints[:]',
    run: run.replaceAll('more', '(more * 9)'),
    check: 'beginning(c, ints, more * 9)',
  })),
  {
    make: 'c = ints[:]',
    run: 'c[5:9] = map(int, more)',
    check: 'before_or_after(c, ints, ints[:5] + more + ints[9:])',
  },
  { make: 'c = ints * 9', run: 'del c[::2]', check: 'before_or_after(c, ints * 9, (ints * 9)[1::2])' },
  {
    make: 'c = array.array("q", ints * 9)',
    run: 'del c[::2]',
    check: 'before_or_after(c, ints * 9, (ints * 9)[1::2])',
  },
  { make: 'c = ints * 9', run: 'c *= 3', check: 'before_or_after(c, ints * 9, ints * 27)' },
  {
    make: 'c = bytearray(SIZE)',
    run: 'c.extend(map(abs, [1] * SIZE * 9))',
    check: 'before_or_after(c, [0] * SIZE, [0] * SIZE + [1] * SIZE * 9)',
  },
  { make: 'c = array.array("q", ints)', run: 'c.extend(map(int, more))', check: 'beginning(c, ints, more)' },
  { make: 'c = deque(ints)', run: 'c.extend(map(int, more))', check: 'beginning(c, ints, more)' },
  { make: 'c = deque(ints)', run: 'c.extendleft(map(int, more))', check: 'beginning(list(c)[::-1], ints[::-1], more)' },
  { make: 'c = deque(ints)', run: 'while True: c.rotate(SIZE // 2 + 1)', check: 'same_items(c, ints)' },
  ...KEYS.flatMap((old) => [
    { make: 'c = set()', run: `c.update(${old} * 3)`, check: `table(c, [], set(${old}))` },
    {
      make: `c = set(${old}[::2])`,
      run: `c |= set(${old}); c.update(iter(${old}))`,
      check: `table(c, ${old}[::2], set(${old}))`,
    },
    { make: `c = set(${old})`, run: `c -= set(${old}[::2])`, check: `table(c, ${old}[1::2], set(${old}))` },
    {
      make: `c = set(${old})`,
      run: `c.difference_update(iter(${old}[::2]))`,
      check: `table(c, ${old}[1::2], set(${old}))`,
    },
    { make: `c = set(${old})`, run: `c &= set(${old}[::2])`, check: `table(c, ${old}[::2], set(${old}))` },
    { make: `c = set(${old}[100:])`, run: `c ^= set(${old}[:200])`, check: `table(c, ${old}[200:], set(${old}))` },
    { make: 'c = {}', run: `c.update(dict.fromkeys(${old}, 1))`, check: `table(c, [], set(${old}))` },
    {
      make: `c = dict.fromkeys(${old}[::2], 1)`,
      run: `c |= zip(${old}, ${old})`,
      check: `table(c, ${old}[::2], set(${old}))`,
    },
    { make: 'c = {}', run: `for x in ${old}: c[x] = x`, check: `table(c, [], set(${old}))` },
    { make: 'c = set()', run: `for x in ${old}: c.add(x)`, check: `table(c, [], set(${old}))` },
    {
      make: `c = dict.fromkeys(${old}, 1)`,
      run: `for x in ${old}[::2]: del c[x]`,
      check: `table(c, ${old}[1::2], set(${old}))`,
    },
    { make: 'c = Counter()', run: `c.update(${old})`, check: `table(c, [], set(${old}))` },
    { make: 'c = OrderedDict()', run: `c.update(zip(${old}, ${old}))`, check: `table(c, [], set(${old}))` },
    { make: 'c = defaultdict(list)', run: `for x in ${old}: c[x].append(x)`, check: `table(c, [], set(${old}))` },
  ]),
  { make: 'c = {}', run: 'c.update(**dict.fromkeys(texts, 1))', check: 'table(c, [], set(texts))' },
  // Closing the holes of a large dictionary, and going over to another index.
  ...['x', 'str(x)', 'x + 0.5', '(x, x)', 'Key(x)'].flatMap((key) => [
    {
      make: `keys = [${key} for x in range(20_000)]; c = dict.fromkeys(keys)\nfor x in keys[1:-4000]: del c[x]`,
      run: `c[keys[1]] = 1`,
      check: `table(c, keys[:1] + keys[-4000:], set(keys))`,
    },
    {
      make: `keys = [${key} for x in range(9_000)]; c = dict.fromkeys(keys)`,
      run: key === 'Key(x)' ? 'c[Key(-1)] = 1' : "c[None] = c[''] = c[0.25] = 1",
      check: `table(c, keys, {*keys, *c})`,
    },
    {
      make: `keys = [${key} for x in range(9_000)]; c = OrderedDict.fromkeys(keys)`,
      run: 'while True:\n  for x in keys: c.move_to_end(x)',
      check: 'same_items(list(c), keys); assert all(x in c for x in keys)',
    },
    {
      make: `keys = [${key} for x in range(9_000)]; c = OrderedDict.fromkeys(keys)`,
      run: 'while True:\n  for x in keys: c.move_to_end(x, False)',
      check: 'same_items(list(c), keys); assert all(x in c for x in keys)',
    },
  ]),
];

const interpreter = existsSync(LIBRARY)
  ? new Interpreter(nodeHost(), defaultOptions(), openLibrary(resolve('dist/lib/python3.14')), [''])
  : undefined;

/** The name of the exception that ends the source. */
function run(source: string, namespace: PyDict, steps: number | undefined): string {
  const { limits, compiler, builtins } = interpreter!;
  const code = compiler.compile(source, '<operation>', 'exec', 0, -1);
  limits.restart({ steps });
  const isRaised = runCode(code, namespace, builtins, namespace, []) === EXIT;
  limits.restart({});
  if (!isRaised) return '';
  const { name } = takeException().shape.type;
  return name;
}

test('containers are whole after an interruption', { skip: interpreter === undefined && 'not built' }, () => {
  start(interpreter!);
  const namespace = new PyDict();
  assert.strictEqual(run(SETUP, namespace, undefined), '');
  const wrong: string[] = [];
  let count = 0;
  for (const { make, run: operation, check } of OPERATIONS) {
    let interrupted = 0;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      assert.strictEqual(run(make, namespace, undefined), '');
      const outcome = run(operation, namespace, FIRST + attempt * STRIDE);
      if (outcome === 'LimitExceeded') interrupted++;
      const checked = run(check, namespace, undefined);
      if (checked !== '') wrong.push(`${make}; ${operation}: ${checked} after ${outcome} of attempt ${attempt}`);
      if (outcome === '') break;
    }
    if (interrupted > 0) count++;
  }
  assert.deepStrictEqual(wrong, []);
  // The others are done after few steps.
  assert.ok(count > OPERATIONS.length * 0.8, `${count} of ${OPERATIONS.length} were interrupted`);
});
