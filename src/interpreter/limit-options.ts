/** What an embedder or a command may limit; on its own, so that the package's declarations tell nothing of what limits are made of. */

/**
 * What a program may use; what is absent is not limited. Each is a positive number.
 *
 * @example
 * ```ts
 * import { type LimitOptions, PythonError, Typhon } from 'typhon-python';
 *
 * const limits: LimitOptions = { time: 5, steps: 100_000, memory: 64 * 2 ** 20, recursion: 200 };
 * const typhon = await Typhon.create({ limits });
 * try {
 *   typhon.run('while True: pass');
 * } catch (error) {
 *   console.log((error as PythonError).message); // the program has used up 100000 steps
 * }
 * console.log(typhon.eval('1 + 1')); // 2
 * ```
 */
export interface LimitOptions {
  /** Seconds by the clock. */
  readonly time?: number | undefined;
  /** Seconds of computation of the process; by the clock where the host cannot tell (pages). */
  readonly cpuTime?: number | undefined;
  /** Loop back-edges and calls; work inside builtins counts in proportion. The same program takes the same number. */
  readonly steps?: number | undefined;
  /** Bytes beyond what is in use when the program begins. */
  readonly memory?: number | undefined;
  /** The most that `sys.setrecursionlimit` accepts. */
  readonly recursion?: number | undefined;
}
