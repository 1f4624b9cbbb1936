/** Interpreters beside each other: what one program changes, no other sees; calls between them find their own way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PythonFunction, PythonObject } from '../public.ts';
import { recorded } from './embedding.ts';

test('modules, builtins, types and settings are separate', () => {
  const a = recorded().typhon;
  const b = recorded().typhon;
  a.run(`
import sys, builtins, collections.abc, json, csv, warnings
sys.modules["fake"] = sys
builtins.answer = 42
builtins.print = None
json.dumps = None
class Registered: pass
collections.abc.Sequence.register(Registered)
csv.register_dialect("mine", delimiter=";")
sys.setrecursionlimit(123)
sys.path.append("/a")
warnings.simplefilter("error")
`);
  b.run(`
import sys, builtins, json, csv, collections.abc
seen = ["fake" in sys.modules, hasattr(builtins, "answer"), callable(print), json.dumps([1]), csv.list_dialects(),
        sys.getrecursionlimit(), "/a" in sys.path, len(object.__subclasses__()) > 0,
        any(c.__name__ == "Registered" for c in object.__subclasses__())]
`);
  assert.deepEqual(b.globals.get('seen'), [
    false,
    false,
    true,
    '[1]',
    ['excel', 'excel-tab', 'unix'],
    1000,
    false,
    true,
    false,
  ]);
  assert.equal(a.eval('sys.getrecursionlimit()'), 123);
});

test('built-in types cannot be changed, and hold nothing of a program', () => {
  const a = recorded().typhon;
  const b = recorded().typhon;
  assert.throws(() => a.run('int.mine = 1'), { type: 'TypeError' });
  a.run('class Mine(dict): pass');
  assert.equal(b.eval('any(c.__name__ == "Mine" for c in dict.__subclasses__())'), false);
  assert.equal(a.eval('any(c.__name__ == "Mine" for c in dict.__subclasses__())'), true);
});

test('standard streams, files, environment and context are separate', () => {
  const a = recorded({ environment: { NAME: 'a' } });
  const b = recorded({ environment: { NAME: 'b' } });
  const source =
    'import os; print(os.environ["NAME"], os.listdir("/tmp")); open("/tmp/" + os.environ["NAME"], "w").close()';
  for (const { typhon } of [a, b, a]) typhon.run(source);
  assert.equal(a.output(), "a []\na ['a']\n");
  assert.equal(b.output(), 'b []\n');
  a.typhon.run('import contextvars, sys\nv = contextvars.ContextVar("v")\nv.set(1)\nsys.settrace(lambda *args: None)');
  assert.equal(b.typhon.eval('__import__("sys").gettrace()'), null);
  assert.equal(a.typhon.eval('v.get()'), 1);
  assert.notEqual(a.typhon.eval('sys.gettrace()'), null);
});

test('calls from one interpreter into another', () => {
  const a = recorded();
  const b = recorded();
  b.typhon.run(
    'import sys\ndef there(fn, n):\n    print("b", n)\n    return fn(n - 1) if n else sys.getrecursionlimit()',
  );
  a.typhon.run('import sys; sys.setrecursionlimit(500)');
  const there = b.typhon.globals.get('there') as PythonFunction;
  a.typhon.globals.set('call_b', (n: number) =>
    there((m: number) => (a.typhon.globals.get('here') as PythonFunction)(m), n),
  );
  a.typhon.run('def here(n):\n    print("a", n)\n    return call_b(n)\nresult = here(2)');
  assert.equal(a.typhon.globals.get('result'), 1000);
  assert.equal(a.output(), 'a 2\na 1\na 0\n');
  assert.equal(b.output(), 'b 2\nb 1\nb 0\n');
  assert.equal(a.typhon.eval('sys.getrecursionlimit()'), 500);
});

test('an exception of one interpreter is an error of JavaScript in another', () => {
  const a = recorded().typhon;
  const b = recorded().typhon;
  b.run('def fail(): raise ValueError("in b")');
  const fail = b.globals.get('fail') as PythonFunction;
  a.globals.set('fail', () => fail());
  assert.throws(() => a.run('fail()'), { type: 'ValueError', message: 'in b' });
  a.run('import typhon\ntry: fail()\nexcept typhon.JsError as e: kind = e.name, str(e)');
  assert.deepEqual(a.globals.get('kind'), ['ValueError', 'ValueError: in b']);
});

test('objects of another interpreter are refused', () => {
  const a = recorded().typhon;
  const b = recorded().typhon;
  b.run('class C: pass\nc = C()\ndef f(): pass');
  for (const name of ['c', 'f'])
    assert.throws(() => a.globals.set('x', b.globals.get(name) as PythonObject), {
      type: 'TypeError',
      message: 'the Python object belongs to another interpreter',
    });
});

test('an interpreter that has been disposed of', () => {
  const a = recorded();
  a.typhon.run('import atexit; atexit.register(lambda: print("bye")); print("unfinished", end="")');
  a.typhon.dispose();
  a.typhon.dispose();
  assert.equal(a.output(), 'unfinishedbye\n');
  assert.throws(() => a.typhon.run('1'), new Error('the interpreter has been disposed of'));
  const b = recorded();
  b.typhon.run('print("b")');
  assert.equal(b.output(), 'b\n');
});

test('many interpreters', () => {
  const all = Array.from({ length: 8 }, (_, index) => recorded({ globals: { index } }));
  for (const { typhon } of all) typhon.run('print(index)');
  assert.deepEqual(
    all.map(({ output }) => output()),
    all.map((_, index) => `${index}\n`),
  );
});
