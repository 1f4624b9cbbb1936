/** What an embedder can ask for. */
import type { Clock, Host } from '../host/host.ts';
import type { LimitOptions } from '../interpreter/limit-options.ts';
import type { Globals } from './globals.ts';
import type { VirtualHostOptions } from '../host/virtual/virtual-host.ts';

/**
 * Options of `Typhon.create`. What is not given is not there: a program sees no file, variable or stream of the process or page.
 *
 * @example
 * ```ts
 * import { Typhon, type TyphonOptions } from 'typhon-python';
 *
 * const options: TyphonOptions = {
 *   stdout: (text) => console.log(text.trimEnd()),
 *   files: { '/data/numbers.txt': '1\n2\n3\n' },
 *   environment: { LANG: 'de_DE.UTF-8' },
 * };
 * const typhon = await Typhon.create(options);
 * typhon.run('print(sum(map(int, open("/data/numbers.txt"))))'); // 6
 * ```
 */
export interface TyphonOptions extends VirtualHostOptions {
  /** The image of the standard library (`lib/stdlib.image` of the package); the package's own if not given. */
  library?: Uint8Array;
  /** `sys.argv`; `['']` if not given. */
  argv?: readonly string[];
  /** Variables of `__main__`. */
  globals?: Readonly<Record<string, unknown>>;
  /** The time that programs see; the real one if not given. With a date it begins there and passes only when a program looks or sleeps. */
  clock?: Date | Clock;
  /** IANA's name of the time zone; the platform's if not given, UTC with a `clock`. */
  timeZone?: string;
  /** Makes `os.urandom` and `random` give the same numbers in each run. */
  seed?: number;
  /** Memory that is shared with other threads: `Atomics.store(interruptFlag, 0, 2)` in one of them interrupts the program (SIGINT). */
  interruptFlag?: Int32Array;
  /**
   * What a program may use: seconds, steps, bytes, depth of recursion. Counted for each program from its beginning; for programs that
   * overlap, from the beginning of the first. Too much time or too many steps is `LimitExceeded`, which programs cannot go on catching.
   */
  limits?: LimitOptions;
  /** A host of one's own, instead of a virtual one: for real files, as `nodeHost()` gives them. Streams and files are then the host's. */
  host?: Host;
}

/**
 * Options of `run`, `eval`, `runAsync` and `evalAsync`.
 *
 * @example
 * ```ts
 * import { type PythonError, type RunOptions, Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create();
 * const options: RunOptions = { filename: 'setup.py', globals: typhon.newGlobals() };
 * try {
 *   typhon.run('1 / 0', options);
 * } catch (error) {
 *   console.log((error as PythonError).traceback.split('\n')[1].trim()); // File "setup.py", line 1, in <module>
 * }
 * ```
 */
export interface RunOptions {
  /** The name of the source in tracebacks; `<string>` if not given. */
  filename?: string;
  /** The namespace to run in (`newGlobals`); that of `__main__` if not given. */
  globals?: Globals;
}
