/** Wrong arguments of public functions: errors of JavaScript that name the argument, before anything happens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserHost, type Globals, memoryHost, PythonError, PythonObject, Typhon } from '../public.ts';
import { recorded } from './embedding.ts';

const { typhon } = recorded();

/** Calls that no program with types could make. */
// biome-ignore lint/suspicious/noExplicitAny: the types are what is violated
const untyped = typhon as any;

type Case = readonly [call: () => unknown, message: string];

function refused(cases: readonly Case[], name: 'TypeError' | 'RangeError'): void {
  for (const [call, message] of cases) assert.throws(call, { name, message });
}

test('arguments of methods', () => {
  const namespace = 'options.globals must be a namespace made by newGlobals(), not an object (Object)';
  refused(
    [
      [() => untyped.run(5), 'source must be a string, not the number 5'],
      [() => untyped.eval(), 'source must be a string, not undefined'],
      [() => untyped.run('', null), 'options must be an object, not null'],
      [() => untyped.run('', { filename: 5n }), 'options.filename must be a string, not the bigint 5'],
      [() => untyped.run('', { globals: {} }), namespace],
      [() => untyped.run('', { global: 1 }), 'options has no global: there are filename, globals'],
      [() => untyped.newGlobals(new Map()), 'variables must be an object, not an object (Map)'],
      [() => untyped.objectOf('f'), 'fn must be a function that came from Python, not "f"'],
      [() => untyped.objectOf(() => 1), 'fn must be a function that came from Python, not one of JavaScript'],
      [() => untyped.globals.get(Symbol('x')), 'name must be a string, not a symbol'],
      [() => untyped.globals.set(), 'name must be a string, not undefined'],
      [() => untyped.globals.has(1), 'name must be a string, not the number 1'],
      [() => untyped.globals.delete(1), 'name must be a string, not the number 1'],
      [() => untyped.globals.reference(true), 'name must be a string, not true'],
      [() => untyped.files.write('/a', 5), 'contents must be a string or a Uint8Array, not the number 5'],
      [() => untyped.files.write([]), 'path must be a string, not an object (Array)'],
      [() => untyped.files.read(), 'path must be a string, not undefined'],
      [() => untyped.files.list(1), 'path must be a string, not the number 1'],
      [() => untyped.files.exists(), 'path must be a string, not undefined'],
      [() => untyped.files.makeDirectory(), 'path must be a string, not undefined'],
      [() => untyped.files.remove(), 'path must be a string, not undefined'],
      [() => untyped.eval('object()').get(1), 'name must be a string, not the number 1'],
      [() => untyped.eval('int').apply('ab'), 'args must be an array, not "ab"'],
      [() => untyped.eval('int').callWith('mro', [], null), 'keywords must be an object, not null'],
    ],
    'TypeError',
  );
});

test('arguments of asynchronous methods reject', async () => {
  await assert.rejects(untyped.runAsync(5), {
    name: 'TypeError',
    message: 'source must be a string, not the number 5',
  });
  await assert.rejects(untyped.evalAsync('1', 5), {
    name: 'TypeError',
    message: 'options must be an object, not the number 5',
  });
  await assert.rejects(Typhon.create(5 as never), {
    name: 'TypeError',
    message: 'options must be an object, not the number 5',
  });
});

test('options of interpreters', () => {
  const make = (options: object) => () => Typhon.createSync(options);
  refused(
    [
      [
        make({ limits: { stepz: 1 } }),
        'options.limits has no stepz: there are time, cpuTime, steps, memory, recursion',
      ],
      [make({ limits: { time: '5' } }), 'options.limits.time must be a number, not "5"'],
      [make({ limits: null }), 'options.limits must be an object, not null'],
      [make({ stdout: console }), 'options.stdout must be a function, not an object (console)'],
      [make({ stdin: 5 }), 'options.stdin must be a string, a Uint8Array or a function, not the number 5'],
      [make({ files: { '/a': 5 } }), 'options.files["/a"] must be a string or a Uint8Array, not the number 5'],
      [make({ environment: { A: 1 } }), 'options.environment["A"] must be a string, not the number 1'],
      [make({ argv: ['a', 1] }), 'options.argv[1] must be a string, not the number 1'],
      [make({ globals: [] }), 'options.globals must be an object, not an object (Array)'],
      [make({ library: 'image' }), 'options.library must be a Uint8Array, not "image"'],
      [make({ clock: 5 }), 'options.clock must be a Date or a Clock, not the number 5'],
      [make({ clock: {} }), 'options.clock.wallTimeNs must be a function, not undefined'],
      [
        make({ interruptFlag: new Uint8Array(1) }),
        'options.interruptFlag must be an Int32Array, not an object (Uint8Array)',
      ],
      [make({ host: {} }), 'options.host.files must be an object, not undefined'],
      [
        make({ host: memoryHost(), stdout: () => undefined }),
        'options.stdout cannot be given beside options.host, which has its own',
      ],
      [() => memoryHost({ uid: '0' } as never), 'options.uid must be a number, not "0"'],
      [() => browserHost({ clock: new Date() } as never), 'options.clock.wallTimeNs must be a function, not undefined'],
    ],
    'TypeError',
  );
  const limits = ['time', 'cpuTime', 'steps', 'memory', 'recursion'].flatMap((name) =>
    [-1, 0, Number.NaN].map(
      (value): Case => [make({ limits: { [name]: value } }), `options.limits.${name} must be positive, not ${value}`],
    ),
  );
  refused(
    [
      ...limits,
      [make({ capacity: Number.NaN }), 'options.capacity must be positive, not NaN'],
      [make({ seed: 1.5 }), 'options.seed must be a whole number, not 1.5'],
      [make({ cwd: 'folder' }), 'options.cwd must be an absolute path, not "folder"'],
      [make({ clock: new Date(Number.NaN) }), 'options.clock must be a valid date'],
      [make({ timeZone: 'Mars/Base' }), 'options.timeZone must be a time zone, not "Mars/Base"'],
      [make({ interruptFlag: new Int32Array(0) }), 'options.interruptFlag must have an element'],
      [make({ files: { '/a/': 'x' } }), 'options.files["/a/"] cannot be made: EISDIR'],
      [make({ files: { '/a': 'x', '/a/b': 'y' } }), 'options.files["/a/b"] cannot be made: ENOTDIR'],
    ],
    'RangeError',
  );
});

test('no limit is a limit, and what is undefined is not given', () => {
  const { Infinity: endless } = globalThis;
  const unlimited = { time: endless, cpuTime: endless, steps: endless, memory: endless, recursion: endless };
  const given = { limits: unlimited, stdin: undefined, clock: undefined, cwd: undefined, nothing: undefined };
  assert.equal(Typhon.createSync(given as never).eval('1 + 1'), 2);
});

test('objects that only interpreters make, and methods without their object', () => {
  const made = (type: unknown) => () => new (type as new () => unknown)();
  const { get } = typhon.globals;
  refused(
    [
      [made(Typhon), 'a Typhon is made by Typhon.create() and Typhon.createSync() alone'],
      [made(PythonObject), 'a PythonObject is made by the interpreter alone'],
      [made(PythonError), 'a PythonError is made by the interpreter alone'],
      [made(typhon.globals.constructor), 'a Globals is made by the interpreter alone'],
      [made(typhon.files.constructor), 'a Files is made by the interpreter alone'],
      [() => get.call(undefined as unknown as Globals, 'x'), 'a method of Globals was called on something else'],
      [() => new Proxy(typhon, {}).run(''), 'a method of Typhon was called on something else'],
    ],
    'TypeError',
  );
});

test('objects of another interpreter', () => {
  const other = recorded().typhon;
  refused(
    [
      [() => typhon.run('', { globals: other.globals }), 'options.globals belongs to another interpreter'],
      [() => typhon.objectOf(other.eval('len') as () => unknown), 'fn belongs to another interpreter'],
    ],
    'TypeError',
  );
});
