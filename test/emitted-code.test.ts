/**
 * What hot Python becomes: the source of a unit, from the log of the compiler, has or has not what a pattern says. Each function is called often enough
 * to be compiled from its first instruction on.
 */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const COMMAND = 'dist/cli.cjs';

/** How often something may stand in the source of a unit. */
interface Expectation {
  readonly name: string;
  readonly source: string;
  /** Calls that make it hot, as Python expressions. */
  readonly call: string;
  /** Patterns, and how many matches each may have at most. */
  readonly atMost: readonly (readonly [RegExp, number])[];
  readonly has: readonly RegExp[];
}

const BY_INTERPRETER = /\bexecute\(/g;
/** Boxes that are made anywhere but where the unit is left. */
const BOX = /(?<!return leave\(.*)new Float\(/g;
const CALL = /\.entry\(null/g;
const BARE_CALL = /\.bareEntry\(null/g;
const FRAME = /\bopen\(U/g;

/** A function that is more than a few operations. */
const MEDIUM = `def NAME(x):\n${'    x = x * 3 % 1001\n'.repeat(24)}    return x\n`;

const CASES: readonly Expectation[] = [
  {
    name: 'coroutines',
    source:
      'async def one(a):\n    return a\nasync def two(a, b):\n    return b\n' +
      'def coroutines(n):\n    for i in range(n):\n        one(i).close()\n        two(i, n).close()\n',
    call: 'coroutines(50)',
    atMost: [[/newGenerator\(/g, 0]],
    has: [/newCoroutine1\(/, /newCoroutine2\(/],
  },
  {
    name: 'recursion',
    source: 'def recursion(n):\n    return n if n < 2 else recursion(n - 1) + recursion(n - 2)\n',
    call: 'recursion(12)',
    atMost: [
      [BY_INTERPRETER, 0],
      [CALL, 0],
      [FRAME, 0],
    ],
    has: [BARE_CALL],
  },
  {
    name: 'framed_recursion',
    source:
      'def framed_recursion(n, seen):\n    seen.add(Some(n))\n    return n if n < 2 else framed_recursion(n - 1, seen) + framed_recursion(n - 2, seen)\nclass Some:\n    def __init__(self, n): self.n = n\n    def __hash__(self): return self.n\n    def __eq__(self, other): return self.n == other.n\n',
    call: 'framed_recursion(8, set())',
    atMost: [[BARE_CALL, 0]],
    has: [CALL, FRAME],
  },
  {
    name: 'floats',
    source: 'def floats(n):\n    x = 0.5\n    for i in range(n):\n        x = x * 0.5 + i\n    return x\n',
    call: 'floats(50)',
    // The result is boxed where it is returned, and nowhere else.
    atMost: [[BOX, 1]],
    has: [/\* \(0\.5\)\) \+/],
  },
  {
    name: 'ints',
    source: 'def ints(values):\n    total = 0\n    for value in values:\n        total += value\n    return total\n',
    call: 'ints([1, 2, 3] * 9)',
    atMost: [
      [BY_INTERPRETER, 0],
      [/\.get\(/g, 0],
    ],
    has: [/\.storage\[/],
  },
  {
    name: 'bytewise',
    source:
      'def bytewise(data, table):\n    total = 0\n    for i, byte in enumerate(data):\n        table[byte] = total & 255\n        total += byte + data[i]\n    return total\n',
    call: "bytewise(b'abc' * 9, bytearray(256))",
    atMost: [
      [BY_INTERPRETER, 0],
      [/new Tuple|Tuple\.ofMany/g, 0],
    ],
    has: [/\.store\[/, /\.put\(/],
  },
  {
    name: 'spread_tuple',
    source: 'def sub(a, b):\n    return a - b\ndef spread_tuple(items):\n    return sub(*items)\n',
    call: 'spread_tuple((3, 2))',
    atMost: [[BY_INTERPRETER, 0]],
    has: [/\.isPair/],
  },
  {
    name: 'spread_generator',
    source:
      'def total(a, *rest):\n    return a + len(rest)\ndef spread_generator(items):\n    return total(*(x + 1 for x in items))\n',
    call: 'spread_generator([3, 2])',
    atMost: [
      [BY_INTERPRETER, 0],
      [/newGenerator/g, 0],
    ],
    has: [/tupleOfList\(/],
  },
  {
    name: 'spread_unknown',
    source:
      'def spread_unknown(functions, items, names):\n    return [function(*items, **names) for function in functions]\n',
    call: 'spread_unknown([max, lambda a, b: a, lambda *a, **k: k], (3, 2), {})',
    atMost: [[BY_INTERPRETER, 0]],
    has: [/callSpread\(/],
  },
  {
    name: 'no_keywords',
    source:
      'def log(level, message, extra=None):\n    return level\ndef no_keywords(message, **names):\n    return log(1, *(message,), **names)\n',
    call: 'no_keywords(2)',
    atMost: [[BY_INTERPRETER, 0]],
    has: [/\.size === 0/],
  },
  {
    name: 'identities',
    source:
      'def identities(items, memo):\n    for item in items:\n        if id(item) not in memo:\n            memo[id(item)] = item\n    return len(memo)\n',
    call: 'identities([[], {}, 1] * 3, {})',
    atMost: [
      [BY_INTERPRETER, 0],
      [/invoke\d\(/g, 0],
    ],
    has: [/identityOf\(/],
  },
  {
    name: 'without_init',
    source:
      'class Some: pass\ndef without_init(items):\n    for _ in range(3): items.append(Some())\n    return items\n',
    call: 'without_init([])',
    atMost: [
      [BY_INTERPRETER, 0],
      [/callAny/g, 0],
    ],
    has: [/new Instance\(/],
  },
  {
    name: 'stream_methods',
    source:
      'import io\ndef stream_methods(pieces):\n    stream = io.BytesIO()\n    for piece in pieces:\n        stream.write(piece)\n    return stream\n',
    call: "stream_methods([b'a'] * 9)",
    atMost: [[/\/\* (LoadMethod|CallMethod) \*\//g, 1]],
    has: [/!hides\(/, /= k\d+\(/],
  },
  {
    name: 'with_lock',
    source:
      'import threading\nLOCK = threading.RLock()\ndef with_lock(values):\n    for value in values:\n        with LOCK:\n            value + 1\n',
    call: 'with_lock([1] * 9)',
    atMost: [[BY_INTERPRETER, 0]],
    has: [/invoke1\(/],
  },
  {
    name: 'several_classes',
    source:
      'class Known:\n    pass\ndef several_classes(values):\n    return [isinstance(value, (int, str, Known)) for value in values]\n',
    call: "several_classes([1, '', Known(), []])",
    atMost: [
      [BY_INTERPRETER, 0],
      // Only where the unit is left.
      [/^(?!.*break X).*(?:new Tuple\(|Tuple\.ofMany)/gm, 0],
    ],
    has: [/typeof \w+ === 'number' \|\| typeof \w+ === 'string' \|\| \w+ instanceof Instance && /],
  },
  {
    name: 'words32',
    source:
      'M32 = 0xFFFFFFFF\ndef words32(data):\n    h = 0x811C9DC5\n    for x in data:\n        h = (h ^ x) * 0x01000193 & M32\n        h = (h << 5 | h >> 27) & M32\n    return h\n',
    call: "words32(b'abcdefghij' * 9)",
    atMost: [
      [BY_INTERPRETER, 0],
      [/bit(and|or|xor)\(/g, 0],
      // Only where the unit is left.
      [/^(?!.*break X).*arithmetic\(/gm, 0],
    ],
    has: [/Math\.imul\(/],
  },
  {
    name: 'words64',
    source:
      'M64 = 0xFFFFFFFFFFFFFFFF\ndef words64(data):\n    h = 0xCBF29CE484222325\n    for x in data:\n        h = (h ^ x) * 0x100000001B3 & M64\n    return h\n',
    call: "words64(b'abcdefghij' * 9)",
    atMost: [
      [BY_INTERPRETER, 0],
      [/^(?!.*break X).*arithmetic\(/gm, 0],
    ],
    has: [/BigInt\.asUintN\(64/],
  },
  {
    name: 'bounded',
    source:
      'def bounded(n):\n    a, b = 1, 2\n    for i in range(n):\n        a, b = b % 7 + 1, (a * 3 + i) % 1000\n    return a\n',
    call: 'bounded(60)',
    // The variables of the loop are known to be small: nothing can overflow.
    atMost: [[/MAX/g, 2]],
    has: [],
  },
  {
    name: 'zipped',
    source: 'def zipped(a, b):\n    total = 0\n    for x, y in zip(a, b):\n        total += x * y\n    return total\n',
    call: 'zipped([1, 2, 3] * 9, [4, 5, 6] * 9)',
    atMost: [
      [BY_INTERPRETER, 0],
      [/tamedNext/g, 0],
      // Only where the unit is left.
      [/^(?!.*(leave|break X)).*(?:new Tuple|Tuple\.ofMany)/gm, 0],
    ],
    has: [/\.storage\[/],
  },
  {
    name: 'sliced',
    source: 'def sliced(items):\n    items[:2] = items[1::-1]\n    return items[1:3]\n',
    call: 'sliced([1, 2, 3, 4])',
    atMost: [
      [BY_INTERPRETER, 0],
      [/^(?!.*(leave|raised|break X)).*new Slice/gm, 0],
    ],
    has: [/assignReversed\(/, /sliceList\(/],
  },
  {
    name: 'anysize',
    source:
      'def anysize(n):\n    a = b = 1\n    for i in range(n):\n        a, b = a << 1 ^ b, a & b | a >> 2\n    return a if a > b else ~b\n',
    call: 'anysize(90)',
    atMost: [
      [BY_INTERPRETER, 0],
      [/arithmetic\(/g, 0],
    ],
    has: [/xorInt\(/, /andInt\(/],
  },
  {
    name: 'swap',
    source: 'def swap(n):\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a\n    return a - b\n',
    call: 'swap(40)',
    atMost: [[/new Tuple|Tuple\.ofMany/g, 0]],
    has: [],
  },
  {
    name: 'counted',
    source:
      'def counted(items):\n    n = 0\n    for i, item in enumerate(items):\n        n += i * item\n    return n\n',
    call: 'counted([1, 2, 3] * 9)',
    atMost: [
      [/new Tuple|Tuple\.ofMany/g, 0],
      [BY_INTERPRETER, 0],
    ],
    has: [],
  },
  {
    name: 'inlined',
    source:
      'def half(x):\n    return x // 2\ndef inlined(n):\n    s = 0\n    for i in range(n):\n        s += half(i)\n    return s\n',
    call: 'inlined(60)',
    atMost: [
      [CALL, 0],
      [/registers\[/g, 0],
    ],
    has: [/Math\.floor\(/],
  },
  {
    name: 'inlined_in_loop',
    source: `${MEDIUM.replace('NAME', 'repeated')}def inlined_in_loop(n):\n    s = 0\n    for i in range(n):\n        s += repeated(i)\n    return s\n`,
    call: 'inlined_in_loop(20)',
    atMost: [
      [CALL, 0],
      [BARE_CALL, 0],
    ],
    has: [],
  },
  {
    name: 'called_once',
    source: `${MEDIUM.replace('NAME', 'alone')}def called_once(x):\n    return alone(x) + 1\n`,
    call: 'called_once(20)',
    // The call costs as much as that of the unit itself; V8 compiles both sooner than one that has it all twice.
    atMost: [],
    has: [/\.(?:bareE|e)ntry\(null/],
  },
  {
    name: 'vectors',
    source:
      'class V:\n    def __init__(self, x):\n        self.x = x\n    def __add__(self, other):\n        return V(self.x + other.x)\ndef vectors(n):\n    v, w = V(0), V(1)\n    for _ in range(n):\n        v = v + w\n    return v.x\n',
    call: 'vectors(60)',
    atMost: [
      [CALL, 0],
      [BY_INTERPRETER, 0],
    ],
    has: [/new Instance\(/],
  },
  {
    name: 'masked',
    source: 'def masked(n):\n    h = 0\n    for i in range(n):\n        h = (h ^ i) & 0xffff\n    return h\n',
    call: 'masked(60)',
    atMost: [
      [/bitand\(/g, 0],
      [/bitxor\(/g, 1],
    ],
    has: [/& 65535/],
  },
  {
    name: 'tallied',
    source:
      'def tallied(pairs):\n    table, seen = {}, set()\n    for key, value in pairs:\n        if key not in seen:\n            seen.add(key)\n        table[key] = table.get(key, 0) + value\n    return {k: v for k, v in table.items() if k > (0, 1)}\n',
    call: 'tallied([((1, 2), 3), ((2, 3), 4)] * 9)',
    atMost: [
      [BY_INTERPRETER, 0],
      [/registers\[/g, 0],
    ],
    has: [/setAgain\(/, /setHas\(/],
  },
  {
    name: 'stacked',
    source:
      'def stacked(n):\n    stack = []\n    for i in range(n):\n        stack.append(i if i % 2 else "a")\n        stack.append(1)\n        stack.pop()\n    return len(stack)\n',
    call: 'stacked(20)',
    atMost: [[BY_INTERPRETER, 0]],
    has: [],
  },
  {
    name: 'made_bare',
    // An `__init__` that is called needs no frames either.
    source:
      'class Nested:\n    def __init__(self, depth):\n        self.inner = Nested(depth - 1) if depth > 0 else None\ndef made_bare(depth):\n    return Nested(depth)\n',
    call: 'made_bare(5)',
    atMost: [
      [CALL, 0],
      [FRAME, 0],
    ],
    has: [BARE_CALL, /constructedBare\(/],
  },
  {
    name: 'queued',
    source:
      'import collections\nqueue = collections.deque()\ndef queued(item):\n    queue.append(item)\n    return queue.popleft()\n',
    call: 'queued(5)',
    atMost: [[FRAME, 0]],
    has: [/invoke1\(/, /runBody\(/],
  },
  {
    name: 'closed',
    source:
      'def closed(n):\n    total = 0\n    for i in range(n):\n        def add(x, by=2, *, scale=3, **others):\n            return (x + by) * scale + i\n        total += add(i) + add(i, by=1, scale=2)\n    return total\n',
    call: 'closed(20)',
    atMost: [
      [BY_INTERPRETER, 0],
      [CALL, 0],
    ],
    has: [/makeFunction\(/, /keywordDefaults/],
  },
  {
    name: 'shaped',
    source:
      'class A:\n    unit = 1\n    def __init__(self, x):\n        self.x = x\n    @property\n    def size(self):\n        return self.x\n    @staticmethod\n    def one():\n        return 1\nclass B(A):\n    def __init__(self, x):\n        super().__init__(x + 1)\n    @property\n    def size(self):\n        return self.x * 2\ndef shaped(n):\n    total = 0\n    for i in range(n):\n        item = A(i) if i % 2 else B(i)\n        item.x = i\n        total += item.size + item.one() + item.unit\n    return total\n',
    call: 'shaped(20)',
    atMost: [
      [BY_INTERPRETER, 0],
      [CALL, 0],
      [/superFunction/g, 0],
    ],
    has: [/new Instance\(/],
  },
  {
    name: 'resumed',
    source:
      'def odd(items):\n    for item in items:\n        if item % 2:\n            yield item\ndef squares(n):\n    i = 0\n    while i < n:\n        yield i * i\n        i += 1\ndef resumed(n):\n    total = 0\n    for x in odd(squares(n)):\n        total += x\n    return total\n',
    call: 'resumed(50)',
    // Where the generators are just made, or others: they are resumed by a call.
    atMost: [
      [/\bexecute\((?!.*ForIter)/g, 0],
      [/ advance\(/g, 2],
    ],
    has: [/placeIn\(/, /\.registers\[1\] = /],
  },
  {
    name: 'temporaries',
    source:
      'class Vector:\n    __slots__ = ("x", "y")\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n    def __add__(self, other):\n        return Vector(self.x + other.x, self.y + other.y)\n    def __mul__(self, factor):\n        return Vector(self.x * factor, self.y * factor)\n    def dot(self, other):\n        return self.x * other.x + self.y * other.y\ndef temporaries(n):\n    total = 0.0\n    for i in range(n):\n        a = Vector(1.5, 0.5) * 2.0\n        a.x = total\n        total = (a + a).dot(Vector(0.25, 0.5)) if i % 2 else total + a.y\n    return total\n',
    call: 'temporaries(20)',
    // Only the result is made.
    atMost: [
      [BY_INTERPRETER, 0],
      [CALL, 0],
      [/new Instance\(/g, 0],
      [BOX, 1],
    ],
    has: [/\* \(0\.25\)/],
  },
  {
    name: 'results',
    source:
      'def lookup(items, wanted):\n    if items is None:\n        return None, 0\n    if wanted == 3:\n        return items, wanted\n    return wanted, 1\ndef results(n):\n    total = 0\n    for i in range(n):\n        found, number = lookup(total if i % 2 else None, i)\n        total += number\n        found, total = total, number\n    return total\n',
    call: 'results(20)',
    atMost: [
      [BY_INTERPRETER, 0],
      [CALL, 0],
      [/new Tuple|Tuple\.ofMany/g, 0],
    ],
    has: [/\bp\d+ = /],
  },
  {
    name: 'escaping',
    source:
      'class Item:\n    def __init__(self, key):\n        self.key = key\n        self.used = False\ndef escaping(n):\n    kept = []\n    for i in range(n):\n        item = Item(i)\n        item.used = True\n        if item.key % 4 == 0:\n            kept.append(item)\n    return kept\n',
    call: 'escaping(20)',
    // Made on one path, before it is seen.
    atMost: [
      [BY_INTERPRETER, 0],
      [/new Instance\(/g, 1],
    ],
    has: [/& 3[\s\S]*new Instance\(/],
  },
  {
    name: 'raised',
    source:
      'def risky(i):\n    if i % 3 == 1:\n        raise ValueError(i)\n    return i\ndef careful(i):\n    try:\n        return risky(i)\n    finally:\n        i += 1\ndef raised(n):\n    total = 0\n    for i in range(n):\n        try:\n            total += careful(i)\n        except ValueError:\n            total -= 1\n    return total\n',
    call: 'raised(20)',
    // The handlers are reached from within the inlined functions, which are not called.
    atMost: [
      [BY_INTERPRETER, 0],
      [CALL, 0],
    ],
    has: [/handlesFor\(F1, F2, -1\)/, /handlesFor\(F, F1, /],
  },
];

/** Sources of the units of all functions that are entered at their first instruction, by name. */
function compileAll(): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-emitted-'));
  const [program, log] = [join(folder, 'program.py'), join(folder, 'log.json')];
  const text = CASES.map(({ source, call }) => `${source}\nfor _ in range(2000):\n    ${call}\n`).join('\n');
  writeFileSync(program, text);
  const result = spawnSync(process.execPath, [COMMAND, '--jit', 'on', '--jitlog', log, program], { encoding: 'utf8' });
  assert.strictEqual(result.stderr, '');
  const units = new Map<string, string>();
  for (const line of readFileSync(log, 'utf8').split('\n').filter(Boolean)) {
    const { event, code, pc, source } = JSON.parse(line);
    if (event === 'compiled' && pc === 0) units.set(code.split(' ')[0], source);
  }
  rmSync(folder, { recursive: true });
  return units;
}

test('what hot code becomes', { skip: !existsSync(COMMAND) && 'not built' }, async (t) => {
  const units = compileAll();
  for (const { name, atMost, has } of CASES) {
    await t.test(name, () => {
      const source = units.get(name);
      assert.ok(source !== undefined, 'it is compiled');
      for (const [pattern, count] of atMost)
        assert.ok([...source.matchAll(pattern)].length <= count, `${pattern}\n${source}`);
      for (const pattern of has) assert.match(source, new RegExp(pattern.source), source);
    });
  }
});
