/** Values, functions and exceptions across the boundary, in both directions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { PythonError, type PythonFunction, PythonObject } from '../public.ts';
import { recorded } from './embedding.ts';

const { typhon, output } = recorded();

test('Python values in JavaScript', () => {
  const cases: [source: string, value: unknown][] = [
    ['None', null],
    ['True', true],
    ['2 ** 53 - 1', Number.MAX_SAFE_INTEGER],
    ['2 ** 53', 2n ** 53n],
    ['1.5', 1.5],
    ['2.0', 2],
    ['"a\\U0001f600"', 'a😀'],
    ['b"\\x00\\xff"', new Uint8Array([0, 255])],
    ['bytearray(b"ab")', new Uint8Array([97, 98])],
    ['[1, (2, "x"), []]', [1, [2, 'x'], []]],
    ['{}', {}],
    ['{"a": {"b": 1}}', { a: { b: 1 } }],
    [
      '{1: "x", (1, 2): None}',
      new Map<unknown, unknown>([
        [1, 'x'],
        [[1, 2], null],
      ]),
    ],
    ['{1, 2}', new Set([1, 2])],
    ['frozenset("a")', new Set(['a'])],
  ];
  for (const [source, value] of cases) assert.deepEqual(typhon.eval(source), value, source);
});

test('JavaScript values in Python', () => {
  const cases: [value: unknown, shown: string][] = [
    [undefined, 'None'],
    [null, 'None'],
    [false, 'False'],
    [3, '3'],
    [-0, '-0.0'],
    [2 ** 60, '1.152921504606847e+18'],
    [2n ** 60n, '1152921504606846976'],
    [5n, '5'],
    [0.5, '0.5'],
    [Number.NaN, 'nan'],
    ['a\ud800', "'a\\ud800'"],
    [new Uint8Array([1, 2]), "b'\\x01\\x02'"],
    [new Uint8Array([1, 2]).buffer, "b'\\x01\\x02'"],
    [[1, [2]], '[1, [2]]'],
    [{ a: 1, b: { c: null } }, "{'a': 1, 'b': {'c': None}}"],
    [Object.create(null), '{}'],
    [new Map([[1, 'x']]), "{1: 'x'}"],
    [new Set(['x']), "{'x'}"],
    [new Date(0), '<JsObject Date>'],
  ];
  for (const [value, shown] of cases) {
    typhon.globals.set('value', value);
    assert.equal(typhon.eval('repr(value)'), shown);
  }
  assert.throws(() => typhon.globals.set('value', Symbol('x')), { type: 'TypeError' });
  assert.throws(() => typhon.globals.set('value', new Map([[[1], 2]])), {
    type: 'TypeError',
    message: "cannot use 'list' as a dict key (unhashable type: 'list')",
  });
});

test('containers that contain themselves', () => {
  const array: unknown[] = [1];
  array.push(array);
  typhon.globals.set('value', array);
  assert.equal(typhon.eval('value[1] is value'), true);
  const copy = typhon.globals.get('value') as unknown[];
  assert.equal(copy[1], copy);
  typhon.run('d = {}; d["d"] = d');
  const object = typhon.globals.get('d') as { d: unknown };
  assert.equal(object.d, object);
});

test('a key named __proto__ is a key', () => {
  const object = typhon.eval('{"__proto__": 1}') as object;
  assert.deepEqual(Object.keys(object), ['__proto__']);
  assert.equal(Object.getPrototypeOf(object), Object.prototype);
});

test('functions of Python', () => {
  typhon.run('def add(a, b=10, *, scale=1): return (a + b) * scale');
  const add = typhon.globals.get('add') as PythonFunction;
  assert.equal(add(1, 2), 3);
  assert.equal(add(1), 11);
  assert.equal(add.name, 'add');
  assert.equal(typhon.globals.get('add'), add);
  assert.equal(typhon.objectOf(add).apply([1], { scale: 2 }), 22);
  typhon.globals.set('same', add);
  assert.equal(typhon.eval('same is add'), true);
  assert.throws(() => add(), { type: 'TypeError', message: "add() missing 1 required positional argument: 'a'" });
  assert.throws(() => typhon.objectOf(() => 1), TypeError);
});

test('functions of JavaScript', () => {
  const seen: unknown[] = [];
  typhon.globals.set('js', (...args: unknown[]) => {
    seen.push(args);
    return args.length;
  });
  assert.equal(typhon.eval('js(1, "x", key=[2])'), 3);
  assert.deepEqual(seen, [[1, 'x', { key: [2] }]]);
  typhon.globals.set('apply', (fn: PythonFunction, value: unknown) => fn(fn(value)));
  assert.equal(typhon.eval('apply(lambda x: x * 3, 2)'), 18);
  assert.deepEqual(typhon.eval('sorted([3, 1, 2], key=lambda x: js(*range(x)))'), [1, 2, 3]);
});

test('objects of Python', () => {
  typhon.run(`
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def moved(self, dx=0, dy=0): return Point(self.x + dx, self.y + dy)
    def __repr__(self): return f"Point({self.x}, {self.y})"
    def __len__(self): return 2
    def __iter__(self): return iter((self.x, self.y))
    def __getitem__(self, key): return getattr(self, key)
    def __setitem__(self, key, value): setattr(self, key, value)
    def __contains__(self, item): return item in (self.x, self.y)
point = Point(1, 2)`);
  const point = typhon.globals.get('point') as PythonObject;
  assert.ok(point instanceof PythonObject);
  assert.equal(point.type, 'Point');
  assert.equal(point.get('x'), 1);
  point.set('x', 5);
  assert.equal(typhon.eval('point.x'), 5);
  assert.deepEqual([point.has('x'), point.has('z')], [true, false]);
  assert.equal(`${point.callWith('moved', [1], { dy: 2 })}`, 'Point(6, 4)');
  assert.deepEqual([...point], [5, 2]);
  assert.equal(point.length, 2);
  assert.equal(point.getItem('y'), 2);
  point.setItem('y', 7);
  assert.equal(point.repr(), 'Point(5, 7)');
  assert.deepEqual([point.includes(7), point.includes(8), point.isTrue], [true, false, true]);
  point.delete('x');
  assert.throws(() => point.get('x'), { type: 'AttributeError', message: "'Point' object has no attribute 'x'" });
  assert.equal(typhon.globals.get('point'), point);
  const made = (typhon.globals.get('Point') as PythonObject).apply([8, 9]) as PythonObject;
  typhon.globals.set('made', made);
  assert.deepEqual(typhon.eval('made.x, type(made) is Point'), [8, true]);
});

test('subclasses are referenced, and copied when asked to', () => {
  typhon.run('from collections import *; dd = defaultdict(list, a=[1]); nt = namedtuple("N", "x y")(1, 2)');
  const [dd, nt] = ['dd', 'nt'].map((name) => typhon.globals.get(name) as PythonObject);
  assert.equal(dd.type, 'defaultdict');
  assert.deepEqual(dd.copy(), { a: [1] });
  assert.equal(nt.get('y'), 2);
  assert.deepEqual(nt.copy(), [1, 2]);
});

test('references to data', () => {
  typhon.run('numbers = [1, 2]');
  const numbers = typhon.globals.reference('numbers')!;
  numbers.call('append', 3);
  assert.deepEqual(typhon.eval('numbers'), [1, 2, 3]);
  assert.equal(typhon.globals.reference('missing'), undefined);
});

class Account {
  balance = 10;
  deposit(amount: number): number {
    this.balance += amount;
    return this.balance;
  }
}

test('objects of JavaScript', () => {
  const account = new Account();
  typhon.globals.set('account', account);
  assert.equal(typhon.eval('account.deposit(5)'), 15);
  typhon.run('account.balance = [1]; account.owner = "me"');
  assert.deepEqual(account, Object.assign(new Account(), { balance: [1], owner: 'me' }));
  assert.equal(typhon.globals.get('account'), account);
  assert.equal(typhon.eval('account is account'), true);
  assert.throws(() => typhon.eval('account.missing'), {
    type: 'AttributeError',
    message: "'typhon.JsObject' object has no attribute 'missing'",
  });
  typhon.globals.set('array', new Float64Array([1.5, 2.5]));
  assert.deepEqual(typhon.eval('array[1], len(array), list(array), 0 in array'), [2.5, 2, [1.5, 2.5], true]);
  typhon.globals.set('Url', URL);
  assert.equal(typhon.eval('Url.new("http://a.b/c").pathname'), '/c');
});

test('what was not granted cannot be reached', () => {
  typhon.globals.set('account', new Account());
  typhon.globals.set('fn', () => 1);
  for (const source of [
    'account.constructor',
    'account.__proto__',
    'account["constructor"]',
    'fn.constructor',
    'fn.prototype',
    'account.deposit.constructor',
    'account.__defineGetter__',
  ]) {
    assert.throws(() => typhon.eval(source), PythonError, source);
  }
  typhon.globals.set('holder', Object.assign(new Account(), { make: Function, run: Reflect.get(globalThis, 'eval') }));
  assert.deepEqual(typhon.eval('[holder.make, holder.run]'), [null, null]);
  assert.throws(() => typhon.globals.set('value', Function), { type: 'TypeError' });
  assert.deepEqual(typhon.eval('[name for name in dir(account) if "constr" in name or "proto" in name]'), []);
});

test('exceptions of Python', () => {
  typhon.run('class Custom(ValueError): pass\ndef fail(): raise Custom("no", 1)');
  const error = (() => {
    try {
      typhon.run('fail()', { filename: 'program.py' });
    } catch (thrown) {
      return thrown;
    }
    return undefined;
  })() as PythonError;
  assert.ok(error instanceof PythonError && error instanceof Error);
  assert.equal(error.type, 'Custom');
  assert.equal(error.message, "('no', 1)");
  assert.equal(
    error.traceback,
    [
      'Traceback (most recent call last):',
      '  File "program.py", line 1, in <module>',
      '    fail()',
      '    ~~~~^^',
      '  File "<string>", line 2, in fail',
      '    def fail(): raise Custom("no", 1)',
      '                ^^^^^^^^^^^^^^^^^^^^^',
      "Custom: ('no', 1)",
      '',
    ].join('\n'),
  );
  typhon.globals.set('again', () => {
    throw error;
  });
  typhon.run('try: again()\nexcept Custom as caught: same = caught.args');
  assert.deepEqual(typhon.globals.get('same'), ['no', 1]);
  assert.throws(
    () => typhon.run('again()'),
    (thrown) => thrown === error,
  );
  assert.throws(() => typhon.run('x = ('), { type: 'SyntaxError', message: "'(' was never closed (<string>, line 1)" });
});

test('errors of JavaScript', () => {
  const error = new RangeError('too far');
  typhon.globals.set('fail', (thrown: unknown) => {
    throw thrown ?? error;
  });
  assert.throws(
    () => typhon.run('fail()'),
    (thrown) => thrown === error,
  );
  typhon.run(
    'from typhon import JsError\ntry: fail()\nexcept JsError as e: shown = [str(e), e.name, isinstance(e, Exception)]',
  );
  assert.deepEqual(typhon.globals.get('shown'), ['RangeError: too far', 'RangeError', true]);
  assert.throws(
    () => typhon.run('try: fail()\nfinally: cleaned = True'),
    (thrown) => thrown === error,
  );
  assert.equal(typhon.globals.get('cleaned'), true);
  assert.throws(
    () => typhon.run('fail("text")'),
    (thrown) => thrown === 'text',
  );
  typhon.run('try: fail()\nexcept JsError as e: kept = e');
  assert.equal(typhon.globals.get('kept'), error);
});

test('deep recursion across the boundary is a RecursionError, and the interpreter stays usable', () => {
  typhon.run('def down(): return up()');
  typhon.globals.set('up', typhon.globals.get('down'));
  assert.throws(() => typhon.run('down()'), { type: 'RecursionError' });
  typhon.globals.set('up', () => (typhon.globals.get('down') as PythonFunction)());
  assert.throws(() => typhon.run('down()'), { type: 'RecursionError' });
  typhon.run('print("alive")');
  assert.match(output(), /alive\n$/);
});

test('functions in plain objects keep their object; equal ones are equal', () => {
  const api = {
    base: '/root/',
    path(name: string) {
      return `${this.base}${name}`;
    },
  };
  const date = new Date(0);
  typhon.globals.set('api', api);
  typhon.globals.set('date', date);
  assert.equal(typhon.eval('api["path"]("a")'), '/root/a');
  assert.equal((typhon.globals.get('api') as typeof api).path, api.path);
  assert.equal(typhon.eval('date.getTime == date.getTime and len({date.getTime, date.getTime}) == 1'), true);
  assert.equal(typhon.eval('date.getTime == date.getDay or date.getTime != date.getTime'), false);
});

test('typed arrays are sequences', () => {
  typhon.globals.set('v', new Float64Array([1.5, 2, 4]));
  assert.deepEqual(typhon.eval('[len(v), v[0], v[-1], list(v), sum(v)]'), [3, 1.5, 4, [1.5, 2, 4], 7.5]);
  typhon.run('v[-1] = 0.5');
  assert.equal(typhon.eval('v[2]'), 0.5);
  assert.throws(() => typhon.eval('v[3]'), { type: 'IndexError' });
  assert.throws(() => typhon.eval('v[-4]'), { type: 'IndexError' });
});

test('what JavaScript has thrown, with its properties and causes', () => {
  const inner = new RangeError('inner');
  const outer = Object.assign(new Error('outer', { cause: inner }), { code: 42 });
  typhon.globals.set('fail', (what: unknown) => {
    throw what === 'text' ? 'just text' : outer;
  });
  typhon.run(`
import traceback, typhon
def caught(*args):
    try:
        fail(*args)
    except typhon.JsError as error:
        return error
error = caught()
`);
  assert.deepEqual(typhon.eval('[str(error), error.name, error.js.message, error.js.code]'), [
    'Error: outer',
    'Error',
    'outer',
    42,
  ]);
  assert.equal(typhon.eval('error.js'), outer);
  assert.equal(typhon.eval('error.__cause__.js'), inner);
  assert.match(
    typhon.eval('"".join(traceback.format_exception(error))') as string,
    /^typhon\.JsError: RangeError: inner\n\nThe above exception was the direct cause of the following exception:\n/,
  );
  assert.deepEqual(typhon.eval('[str(caught("text")), caught("text").name, caught("text").js]'), [
    'just text',
    '',
    'just text',
  ]);
  const own: Error & { cause?: unknown } = new Error('own');
  own.cause = own;
  typhon.globals.set('value', own);
  assert.equal(typhon.eval('value.__cause__'), null);
});

test('exceptions of Python that JavaScript raises', () => {
  typhon.globals.set('find', (key: string) => {
    throw typhon.objectOf(typhon.eval('lambda key: KeyError(key)') as PythonFunction).apply([key]);
  });
  typhon.run('try: find("k")\nexcept KeyError as error: found = repr(error)');
  assert.equal(typhon.globals.get('found'), "KeyError('k')");
  typhon.run('try: 1 / 0\nexcept Exception as error: first = error');
  typhon.globals.set('wrap', () => {
    throw new Error('outer', { cause: typhon.globals.get('first') });
  });
  typhon.run('try: wrap()\nexcept Exception as error: same = error.__cause__ is first');
  assert.equal(typhon.globals.get('same'), true);
});

test('loops of JavaScript close the generators of Python that they leave', async () => {
  typhon.run(`
log = []
def numbers():
    try: yield from range(3)
    finally: log.append("closed")
async def later():
    try:
        for i in range(3): yield i
    finally: log.append("closed later")
`);
  const iterable = (name: string) => (typhon.globals.get(name) as PythonFunction<PythonObject>)();
  for (const number of iterable('numbers')) if (number === 1) break;
  for await (const number of iterable('later')) if (number === 1) break;
  assert.deepEqual(typhon.globals.get('log'), ['closed', 'closed later']);
  assert.deepEqual([...iterable('numbers')], [0, 1, 2]);
  const collected: unknown[] = [];
  for await (const number of iterable('later')) collected.push(number);
  for await (const number of typhon.eval('range(3, 5)') as PythonObject) collected.push(number);
  assert.deepEqual(collected, [0, 1, 2, 3, 4]);
  typhon.run('async def failing():\n    yield 1\n    raise ValueError("later")');
  await assert.rejects(
    async () => {
      for await (const number of iterable('failing')) assert.equal(number, 1);
    },
    { type: 'ValueError', message: 'later' },
  );
});

test('Python goes through asynchronous iterables of JavaScript', async () => {
  let returned = 0;
  typhon.globals.set('stream', async function* (this: unknown, count: number) {
    try {
      for (let index = 0; index < count; index++) yield { index };
    } finally {
      returned++;
    }
  });
  typhon.globals.set('failing', async function* () {
    yield 1;
    throw new RangeError('no more');
  });
  assert.deepEqual(await typhon.evalAsync('[item["index"] async for item in stream(3)]'), [0, 1, 2]);
  await typhon.runAsync(`
import contextlib, typhon
async with contextlib.aclosing(aiter(stream(5))) as items:
    async for item in items:
        break
seen = []
try:
    async for item in failing():
        seen.append(item)
except typhon.JsError as error:
    seen.append(error.name)
`);
  assert.equal(returned, 2);
  assert.deepEqual(typhon.globals.get('seen'), [1, 'RangeError']);
  typhon.globals.set('date', new Date(0));
  await assert.rejects(typhon.runAsync('async for x in date: pass'), {
    type: 'TypeError',
    message: 'the JavaScript object is not an asynchronous iterable',
  });
});

test('instances of subclasses of built-in types are references', () => {
  typhon.run('import enum\nclass Mode(enum.StrEnum): FAST = "fast"\nclass Real(float): pass');
  for (const source of ['Mode.FAST', 'Real(1.5)', 'enum.IntEnum("E", "A").A']) {
    const value = typhon.eval(source);
    assert.ok(value instanceof PythonObject, source);
  }
  typhon.globals.set('mode', typhon.eval('Mode.FAST'));
  assert.equal(typhon.eval('mode is Mode.FAST'), true);
});

test('bytes of another realm', () => {
  typhon.globals.set('value', runInNewContext('new Uint8Array([1, 2])'));
  assert.equal(typhon.eval('repr(value)'), "b'\\x01\\x02'");
  typhon.files.write('/bytes', runInNewContext('new Uint8Array([65])') as Uint8Array);
  assert.equal(typhon.files.readText('/bytes'), 'A');
});

test('a callback that fails where output is written at the end', () => {
  let isFull = true;
  const written: string[] = [];
  const failing = recorded({
    stdout: (text) => {
      if (isFull) throw new Error('the disk is full');
      written.push(text);
    },
  }).typhon;
  assert.throws(() => failing.run('print(1)'), { name: 'Error', message: 'the disk is full' });
  isFull = false;
  assert.equal(failing.eval('1 + 1'), 2);
  assert.deepEqual(written, ['1\n']);
});

test('input that is neither text nor bytes', async () => {
  const message = 'what stdin() gives must be a string or a Uint8Array, not the number 5';
  const sync = recorded({ stdin: (() => 5) as never }).typhon;
  assert.throws(() => sync.run('input()'), { name: 'TypeError', message });
  const later = recorded({ stdin: (async () => 5) as never }).typhon;
  await assert.rejects(later.runAsync('input()'), { name: 'TypeError', message });
});

test('the time zone of an interpreter', () => {
  const source = `
import time, datetime
moments = (0, 1767225600, 1783252800)
result = [[datetime.datetime.fromtimestamp(s).isoformat() for s in moments], time.mktime((2026, 7, 5, 12, 0, 0, 0, 0, -1))]
`;
  const cases: [zone: string | undefined, local: string[], noon: number][] = [
    ['Asia/Tokyo', ['1970-01-01T09:00:00', '2026-01-01T09:00:00', '2026-07-05T21:00:00'], 1783220400],
    ['America/New_York', ['1969-12-31T19:00:00', '2025-12-31T19:00:00', '2026-07-05T08:00:00'], 1783267200],
    ['Asia/Kolkata', ['1970-01-01T05:30:00', '2026-01-01T05:30:00', '2026-07-05T17:30:00'], 1783233000],
    [undefined, ['1970-01-01T00:00:00', '2026-01-01T00:00:00', '2026-07-05T12:00:00'], 1783252800],
  ];
  for (const [timeZone, local, noon] of cases) {
    // With a clock of its own an interpreter is in UTC, wherever it runs.
    const zone = timeZone === undefined ? { clock: new Date(0) } : { timeZone };
    const { typhon: there } = recorded(zone);
    there.run(source);
    assert.deepEqual(there.globals.get('result'), [local, noon], timeZone);
  }
});
