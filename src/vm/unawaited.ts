/**
 * "coroutine ... was never awaited". CPython says so when such a coroutine is freed; here the program is told at its end, with the place
 * where the coroutine was made.
 */
import { positionAt } from '../bytecode/position-table.ts';
import { coroutineSettings } from '../interpreter/coroutine-settings.ts';
import type { PyCoroutine } from '../interpreter/generator.ts';
import { services } from '../interpreter/services.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { exceptionTypes, takeException } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { importByName } from './importer.ts';

export function warnUnawaited(): void {
  for (const coroutine of coroutineSettings().takeUnstarted()) {
    if (warn(coroutine) === EXIT) services().unraisable(takeException(), coroutine);
  }
}

function warn(coroutine: PyCoroutine): Result {
  const warnings = importByName('warnings');
  if (warnings === EXIT) return EXIT;
  const { madeIn } = coroutine;
  // With an origin the text shows where the coroutine comes from: Python's own code makes it.
  const isPlain = coroutine.origin === null && madeIn !== null;
  const callee = getAttribute(warnings as Value, isPlain ? 'warn_explicit' : '_warn_unawaited_coroutine');
  if (callee === EXIT) return EXIT;
  if (!isPlain) return call(callee as Value, [coroutine]);
  const message = `coroutine '${coroutine.qualname}' was never awaited`;
  const { line } = positionAt(madeIn, coroutine.madeAt);
  return call(
    callee as Value,
    [message, exceptionTypes['RuntimeWarning'], madeIn.filename, Math.max(line, 1), coroutine],
    ['source'],
  );
}
