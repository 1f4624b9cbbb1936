/** `_sre`: the engine of `re`. Lib/re/ parses and compiles patterns, what it makes is matched here. */
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt, argumentName } from '../../objspace/operations.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { isInt, intOf } from '../../objspace/types/int/int-object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { cIntArgument } from '../../objspace/types/str/arguments.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { worked } from '../../util/work.ts';
import { lowerAscii, simpleLower, simpleUpper, upperAscii } from './characters.ts';
import { PyPattern } from './pattern-object.ts';
import './pattern.ts';
import * as Sre from './sre-codes.ts';
import { newTemplate } from './template.ts';
import { translate } from './translate.ts';

const MAX_WORD = 0xffffffff;
/** Work of reading a word. */
const WORD_WORK = 6;

function codeOf(list: Value): number[] {
  if (!(list instanceof PyList))
    throw error('TypeError', `compile() argument 'code' must be list, not ${argumentName(list)}`);
  return list.toArray().map((item) => {
    worked(WORD_WORK);
    if (!isInt(item)) throw error('TypeError', 'an integer is required');
    const word = intOf(item);
    if (word < 0 || word > MAX_WORD) throw error('OverflowError', 'regular expression code size limit exceeded');
    return Number(word);
  });
}

function compile(
  pattern: Value,
  flags: Value,
  code: Value,
  groups: Value,
  groupIndex: Value,
  indexGroup: Value,
): Value {
  const flagBits = cIntArgument(flags);
  const words = codeOf(code);
  const count = Number(orThrow(toInt(groups)));
  if (!(groupIndex instanceof PyDict)) {
    throw error('TypeError', `compile() argument 'groupindex' must be dict, not ${argumentName(groupIndex)}`);
  }
  if (!(indexGroup instanceof PyTuple)) {
    throw error('TypeError', `compile() argument 'indexgroup' must be tuple, not ${argumentName(indexGroup)}`);
  }
  if (count < 0 || count > Sre.MAX_GROUPS) throw error('RuntimeError', 'invalid SRE code');
  return new PyPattern(pattern, flagBits, words, translate(words, count), groupIndex, indexGroup.items);
}

const character = cIntArgument;

export const _sre = builtinModule('_sre', '', (sre) => {
  sre.constant('MAGIC', Sre.MAGIC);
  sre.constant('CODESIZE', Sre.CODE_SIZE);
  sre.constant('MAXREPEAT', Sre.MAX_REPEAT);
  sre.constant('MAXGROUPS', Sre.MAX_GROUPS);
  sre.constant('copyright', ' SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ');
  sre.function('getcodesize()', '', () => Sre.CODE_SIZE);
  sre.function('ascii_iscased(character, /)', '', (value) => {
    const point = character(value);
    return lowerAscii(point) !== point || upperAscii(point) !== point;
  });
  sre.function('unicode_iscased(character, /)', '', (value) => {
    const point = character(value);
    return simpleLower(point) !== point || simpleUpper(point) !== point;
  });
  sre.function('ascii_tolower(character, /)', '', (value) => lowerAscii(character(value)));
  sre.function('unicode_tolower(character, /)', '', (value) => simpleLower(character(value)));
  sre.function('compile(pattern, flags, code, groups, groupindex, indexgroup)', '', compile);
  sre.function(
    'template(pattern, template, /)',
    'A replacement template, taken apart into literals and references to groups.',
    (_pattern, template) => newTemplate(template),
  );
});
