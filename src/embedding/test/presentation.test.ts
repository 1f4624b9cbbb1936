/** How interpreters, namespaces, Python objects and errors look from JavaScript: in consoles, as text, in JSON, in operators. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { PythonError, PythonObject } from '../public.ts';
import { recorded } from './embedding.ts';

const { typhon } = recorded();

function errorOf(source: string): PythonError {
  try {
    typhon.run(source);
  } catch (error) {
    assert.ok(error instanceof PythonError);
    return error;
  }
  throw new Error('there was no exception');
}

test('consoles show what an object is, and nothing of what is inside', () => {
  const { typhon: other } = recorded({ globals: { x: 1, y: 2 } });
  assert.equal(inspect(other), 'Typhon {}');
  assert.equal(inspect(other.globals), 'Globals { x, y }');
  assert.equal(inspect(other.files), 'Files {}');
  const date = other.eval('__import__("datetime").date(2026, 1, 2)');
  assert.equal(inspect([date]), '[ PythonObject datetime.date(2026, 1, 2) ]');
  const broken = other.eval('type("Broken", (), {"__repr__": lambda self: 1 / 0})()');
  assert.equal(inspect(broken), 'PythonObject <Broken object>');
  assert.equal(JSON.stringify(other), '{"files":{},"globals":{}}');
  assert.equal(String(other), '[object Typhon]');
  other.dispose();
  assert.equal(inspect(other), 'Typhon { disposed of }');
  assert.equal(inspect(date), 'PythonObject <date object>');
});

test('many names', () => {
  const variables = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`v${index}`, index]));
  assert.match(inspect(typhon.newGlobals(variables)), /^Globals \{ v0, v1, .*, v19, \.\.\. 5 more \}$/);
});

test('Python objects in JSON and in operators', () => {
  typhon.run(`
import collections, datetime, decimal, enum, fractions
Point = collections.namedtuple("Point", "x y")
Color = enum.IntEnum("Color", "RED GREEN")
Mode = enum.StrEnum("Mode", "FAST SLOW")
class Real(float): pass
`);
  const object = (source: string): PythonObject => {
    const value = typhon.eval(source);
    assert.ok(value instanceof PythonObject, source);
    return value;
  };
  const json: [source: string, text: string][] = [
    ['Point(1, Color.GREEN)', '[1,2]'],
    ['collections.OrderedDict(a=Mode.FAST)', '{"a":"fast"}'],
    ['collections.defaultdict(list, k=[1])', '{"k":[1]}'],
    ['decimal.Decimal("1.50")', '"1.50"'],
    ['datetime.date(2026, 1, 2)', '"2026-01-02"'],
    ['Real(1.5)', '1.5'],
  ];
  for (const [source, text] of json) assert.equal(JSON.stringify(object(source)), text, source);
  assert.equal((object('Color.GREEN') as unknown as number) + 1, 3);
  assert.equal(`${object('Mode.SLOW')}!`, 'slow!');
  assert.equal((object('Mode.SLOW') as unknown as string) + '!', 'slow!');
  assert.equal(Number(object('fractions.Fraction(3, 4)')), 0.75);
  assert.equal((object('fractions.Fraction(3, 4)') as unknown as string) + '', '3/4');
  assert.equal(object('Color.GREEN').copy(), 2);
  assert.ok(Number.isNaN(Number(object('object()'))));
});

test('exceptions: class, attributes, cause', () => {
  const error = errorOf('open("missing.txt")');
  assert.equal(error.type, 'FileNotFoundError');
  assert.deepEqual(
    ['FileNotFoundError', 'OSError', 'Exception', 'BaseException', 'object', 'ValueError'].map((name) =>
      error.is(name),
    ),
    [true, true, true, true, true, false],
  );
  assert.ok(errorOf('import json; json.loads("x")').is('json.decoder.JSONDecodeError'));
  assert.equal(error.exception.get('errno'), 2);
  assert.equal(error.exception.get('filename'), 'missing.txt');
  typhon.globals.set('same', error.exception);
  assert.equal(typhon.eval('type(same).__name__'), 'FileNotFoundError');
  const chained = errorOf('try: 1 / 0\nexcept Exception as e: raise ValueError("v") from e');
  assert.ok(chained.cause instanceof PythonError);
  assert.equal(chained.cause.type, 'ZeroDivisionError');
  assert.equal(chained.cause, chained.cause);
  assert.equal(error.cause, undefined);
});

test('exceptions in consoles and JSON', () => {
  const error = errorOf('1 / 0');
  const shown = inspect(error);
  assert.equal(shown.split('ZeroDivisionError: division by zero').length, 2, shown);
  assert.ok(shown.startsWith('Traceback (most recent call last):\n'));
  // Where JavaScript called Python, and nothing of how that is done.
  assert.match(shown, /division by zero\n {4}at Typhon\.run .*\n {4}at errorOf /);
  assert.deepEqual(Object.keys(error), []);
  assert.deepEqual(JSON.parse(JSON.stringify(error)), {
    type: 'ZeroDivisionError',
    message: 'division by zero',
    traceback: error.traceback,
  });
  assert.equal(String(error), 'ZeroDivisionError: division by zero');
});
