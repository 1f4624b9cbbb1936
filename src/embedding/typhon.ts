/** The public interface: Python inside a JavaScript program (docs/embedding.md). */
import { CO_COROUTINE } from '../bytecode/code.ts';
import type { Code } from '../bytecode/code.ts';
import type { Host } from '../host/host.ts';
import type { VirtualHost } from '../host/virtual/virtual-host.ts';
import { ALLOW_TOP_LEVEL_AWAIT } from '../interpreter/compiler-flags.ts';
import { codeFrame, runCode } from '../interpreter/call.ts';
import { services } from '../interpreter/services.ts';
import { boundary } from '../modules/typhon/boundary.ts';
import type { Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { strFromText } from '../objspace/types/str/str.ts';
import { outsideOthers } from '../vm/execution.ts';
import { Interpreter } from '../vm/interpreter.ts';
import type { Library } from '../vm/library.ts';
import { defaultOptions } from '../vm/options.ts';
import { finish } from '../vm/run.ts';
import { registerSource } from '../vm/source-lines.ts';
import { mainModule, start } from '../vm/startup.ts';
import { AsyncRun } from './async-run.ts';
import { dictionaryOf, Globals } from './globals.ts';
import { Files } from './files.ts';
import { hostFor, Interruption } from './hosts.ts';
import { libraryAtHand, libraryOfBytes, loadLibrary } from './library.ts';
import type { RunOptions, TyphonOptions } from './options.ts';
import { objectBehind, type PythonFunction, type PythonObject } from './python-object.ts';
import { valueOf } from './python-error.ts';
import { Session } from './session.ts';
import './to-javascript.ts';
import './to-python.ts';

/**
 * A Python interpreter. Any number of them live beside each other and share nothing that a program can change.
 *
 * @example
 * ```ts
 * import { Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create({ stdout: (text) => console.log(text.trimEnd()) });
 * typhon.run('print("hello")'); // hello
 * console.log(typhon.eval('[n ** 2 for n in range(5)]')); // [ 0, 1, 4, 9, 16 ]
 * ```
 */
export class Typhon {
  /** The global variables of `__main__`. */
  readonly globals: Globals;
  /** The file system that programs see. */
  readonly files: Files;
  private readonly session: Session;
  private constructor(session: Session, options: TyphonOptions) {
    this.session = session;
    const { interpreter } = session;
    const { host } = interpreter;
    const { virtualFiles } = host as Partial<VirtualHost>;
    this.files = new Files(
      host.files,
      virtualFiles === undefined ? (body) => body() : (body) => virtualFiles.privileged(body),
    );
    this.globals = new Globals(session, mainModule(interpreter).dict);
    for (const [name, value] of Object.entries(options.globals ?? {})) this.globals.set(name, value);
  }

  /**
   * Makes an interpreter, and loads the standard library if that has not been done before.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create({ globals: { name: 'world' } });
   * console.log(typhon.eval('f"hello {name}"')); // hello world
   * ```
   */
  static async create(options: TyphonOptions = {}): Promise<Typhon> {
    return make(options.library === undefined ? await loadLibrary() : libraryOfBytes(options.library), options);
  }

  /**
   * Makes an interpreter at once: the library has been loaded by `create`, is given as an option, or is read from files (Node).
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * console.log(Typhon.createSync().eval('2 ** 100')); // 1267650600228229401496703205376n
   * ```
   */
  static createSync(options: TyphonOptions = {}): Typhon {
    return make(options.library === undefined ? libraryAtHand() : libraryOfBytes(options.library), options);
  }

  /** @internal */
  static of(session: Session, options: TyphonOptions): Typhon {
    return new Typhon(session, options);
  }

  private compile(source: string, mode: 'exec' | 'eval', flags: number, options: RunOptions): Code {
    const filename = options.filename ?? '<string>';
    registerSource(filename, source);
    return services().compiler.compile(strFromText(source) as Value, filename, mode, flags, -1);
  }

  private namespace(options: RunOptions): PyDict {
    return dictionaryOf(options.globals ?? this.globals);
  }

  /**
   * Runs statements, to their end: nothing else happens in this thread meanwhile. Throws a `PythonError` for an exception that the
   * program does not catch. What would have to wait for the event loop raises RuntimeError: see `runAsync`.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * typhon.run(`
   * def greet(name):
   *     return f"hello {name}"
   * `);
   * console.log(typhon.eval('greet("you")')); // hello you
   * ```
   */
  run(source: string, options: RunOptions = {}): void {
    this.session.enter(() => {
      const code = this.compile(source, 'exec', 0, options);
      const dict = this.namespace(options);
      valueOf(runCode(code, dict, this.session.interpreter.builtins, dict as unknown as Value, []));
    });
  }

  /**
   * The value of an expression, converted.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * console.log(typhon.eval('{"name": "typhon", "parts": (1, 2.5, None)}')); // { name: 'typhon', parts: [ 1, 2.5, null ] }
   * ```
   */
  eval(source: string, options: RunOptions = {}): unknown {
    return this.session.enter(() => {
      const code = this.compile(source, 'eval', 0, options);
      const dict = this.namespace(options);
      const result = runCode(code, dict, this.session.interpreter.builtins, dict as unknown as Value, []);
      return boundary.toJavaScript(valueOf(result));
    });
  }

  /**
   * Runs statements without blocking the thread: in turns of a few milliseconds, and suspended while the program sleeps, waits for input
   * or for a promise. `await` may stand outside of functions; such a program runs in the interpreter's event loop of asyncio.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const answers = ['Ada'];
   * const typhon = await Typhon.create({
   *   stdin: async () => answers.shift(),
   *   stdout: (text) => console.log(text.trimEnd()),
   *   globals: { later: (value: unknown) => Promise.resolve(value) },
   * });
   * await typhon.runAsync(`
   * import time
   * name = input()
   * time.sleep(0.01)
   * print(name, await later(42))
   * `); // Ada 42
   * ```
   */
  async runAsync(source: string, options: RunOptions = {}): Promise<void> {
    await this.startAsync(source, 'exec', options);
  }

  /**
   * The value of an expression, computed without blocking the thread (see `runAsync`). It may contain `await`.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create({ globals: { load: async () => ({ size: 3 }) } });
   * console.log(await typhon.evalAsync('(await load())["size"] + 1')); // 4
   * ```
   */
  async evalAsync(source: string, options: RunOptions = {}): Promise<unknown> {
    return await this.startAsync(source, 'eval', options);
  }

  private startAsync(source: string, mode: 'exec' | 'eval', options: RunOptions): Promise<unknown> {
    const dict = this.namespace(options);
    const { builtins } = this.session.interpreter;
    const code = this.session.enter(() => this.compile(source, mode, ALLOW_TOP_LEVEL_AWAIT, options));
    if ((code.flags & CO_COROUTINE) === 0)
      return new AsyncRun(this.session, () => codeFrame(code, dict, builtins, dict as unknown as Value, [])).promise;
    return this.session.enter(() => {
      const coroutine = valueOf(runCode(code, dict, builtins, dict as unknown as Value, []));
      return boundary.toJavaScript(coroutine) as Promise<unknown>;
    });
  }

  /**
   * A namespace beside `__main__`: programs that run in it share modules with the others, and no variables.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * const globals = typhon.newGlobals({ x: 1 });
   * typhon.run('x += 1', { globals });
   * console.log(globals.get('x'), typhon.globals.has('x')); // 2 false
   * ```
   */
  newGlobals(variables: Readonly<Record<string, unknown>> = {}): Globals {
    const dict = new PyDict();
    this.session.enter(() => {
      dict.setStr('__name__', '__main__');
      dict.setStr('__builtins__', this.session.interpreter.modules.getStr('builtins') as Value);
    });
    const globals = new Globals(this.session, dict);
    for (const [name, value] of Object.entries(variables)) globals.set(name, value);
    return globals;
  }

  /**
   * The object behind a function that came from Python: for its attributes, and for calls with keyword arguments.
   *
   * @example
   * ```ts
   * import { type PythonFunction, Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * const area = typhon.eval('lambda width, height=1: width * height') as PythonFunction;
   * console.log(area(2, 3)); // 6
   * console.log(typhon.objectOf(area).apply([2], { height: 5 })); // 10
   * ```
   */
  objectOf(fn: PythonFunction): PythonObject {
    return objectBehind(fn);
  }

  /**
   * Raises KeyboardInterrupt in the program that runs or is suspended, as Ctrl-C does. From another thread, set the option
   * `interruptFlag`: a thread that is busy cannot be told anything else.
   *
   * @example
   * ```ts
   * import { PythonError, Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * const running = typhon.runAsync('while True: pass');
   * setTimeout(() => typhon.interrupt(), 20);
   * await running.catch((error: PythonError) => console.log(error.type)); // KeyboardInterrupt
   * ```
   */
  interrupt(): void {
    this.session.interruption.request();
    this.session.wake();
  }

  /**
   * Ends the interpreter: runs the functions that `atexit` knows, writes what files and streams hold back, and gives up programs that are
   * suspended. It cannot be used any more. An interpreter that is merely forgotten is garbage as any object.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create({ stdout: (text) => console.log(text.trimEnd()) });
   * typhon.run('import atexit; atexit.register(print, "bye")');
   * typhon.dispose(); // bye
   * ```
   */
  dispose(): void {
    if (this.session.isDisposed) return;
    this.session.enter(() => finish(this.session.interpreter, 0));
    this.session.isDisposed = true;
    for (const run of [...this.session.runs]) run.abandon(new Error('the interpreter has been disposed of'));
  }
}

function make(library: Library, options: TyphonOptions): Typhon {
  const interruption = new Interruption(options.interruptFlag);
  const host: Host = hostFor(options, interruption);
  const interpreter = outsideOthers(() => newInterpreter(host, library, options));
  return Typhon.of(new Session(interpreter, interruption), options);
}

function newInterpreter(host: Host, library: Library, options: TyphonOptions): Interpreter {
  const interpreterOptions = { ...defaultOptions(), dontWriteBytecode: true, lineBuffering: true, limits: {} };
  const argv = options.argv ?? [''];
  const interpreter = new Interpreter(host, interpreterOptions, library, [host.system.executable, ...argv]);
  start(interpreter);
  const limits = options.limits ?? {};
  interpreter.options.limits = limits;
  state.depthLimit = Math.min(state.depthLimit, limits.recursion ?? state.depthLimit);
  interpreter.sys.setStr('argv', PyList.of([...argv]) as Value);
  const path = interpreter.sys.getStr('path');
  // The working directory comes first, as for an interactive interpreter.
  if (path instanceof PyList) {
    const entries = path.toArray();
    path.clear();
    for (const entry of ['', ...entries]) path.append(entry);
  }
  return interpreter;
}
