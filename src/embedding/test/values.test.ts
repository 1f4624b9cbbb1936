/** Values, functions and exceptions across the boundary, in both directions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
