/**
 * `_typhon_re`: regular expressions compiled without Python code. `re._compiler`, which otherwise is most of what importing a library costs,
 * asks it first, and compiles itself what this knows nothing of: everything that is an error, or gives a warning.
 */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, pointsOf } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { worked } from '../../util/work.ts';
import * as Sre from '../_sre/sre-codes.ts';
import { Emitter } from './emitter.ts';
import type { ExtraCases } from './folding.ts';
import { emitInformation } from './information.ts';
import { PatternParser } from './parser.ts';
import { Tokens } from './tokens.ts';
import { Unusual } from './unusual.ts';

/** As JavaScript has them, by `re._casefix._EXTRA_CASES`. */
const extraCases = new WeakMap<PyDict, ExtraCases>();

function extraCasesOf(table: PyDict): ExtraCases {
  let cases = extraCases.get(table);
  if (cases === undefined) {
    const found = new Map<number, readonly number[]>();
    for (let at = table.nextPosition(0); at >= 0; at = table.nextPosition(at + 1))
      found.set(table.keyAt(at) as number, (table.valueAt(at) as unknown as PyTuple).items as number[]);
    cases = found;
    extraCases.set(table, cases);
  }
  return cases;
}

function codeOf(points: readonly number[], flags: number, isText: boolean, extra: ExtraCases): Value {
  worked(points.length);
  const parser = new PatternParser(new Tokens(points), flags, isText);
  const whole = parser.run();
  const { groupWidths, groupNames } = parser;
  const emitter = new Emitter(extra, groupWidths);
  emitInformation(emitter, whole, whole.width(groupWidths), parser.flags, extra);
  emitter.sequence(whole, parser.flags);
  emitter.emit(Sre.SUCCESS);
  const names = new PyDict();
  const byGroup: Value[] = groupWidths.map(() => null);
  for (const [name, group] of groupNames) {
    names.setStr(name, group);
    byGroup[group] = name;
  }
  return new PyTuple([
    parser.flags,
    PyList.of(emitter.words),
    groupWidths.length - 1,
    names,
    new PyTuple(byGroup),
  ]) as unknown as Value;
}

/** The arguments of `_sre.compile` behind the pattern; None for what is unusual. */
function code(pattern: Value, flags: Value, cases: Value): Value {
  const isBytes = pattern instanceof PyBytes;
  if (!isBytes && !isText(pattern)) return null;
  if (typeof flags !== 'number' || (flags & Sre.FLAG_DEBUG) !== 0 || !(cases instanceof PyDict)) return null;
  try {
    const points = isBytes ? Array.from(pattern.data) : pointsOf(pattern);
    return codeOf(points, flags, !isBytes, extraCasesOf(cases));
  } catch (thrown) {
    if (thrown instanceof Unusual) return null;
    throw thrown;
  }
}

export const _typhon_re = builtinModule('_typhon_re', 'Regular expressions, compiled.', (module) => {
  module.function(
    'code(pattern, flags, cases, /)',
    'What _sre.compile takes behind the pattern: flags, code, groups, groupindex, indexgroup. None for patterns that re._compiler has to compile.',
    code,
  );
});
