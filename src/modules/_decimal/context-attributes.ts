/** The attributes of a context: what values they take, and the errors for all others. */
import { error } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { type Int, intOperand } from '../../objspace/types/int/int-object.ts';
import { isText, textOf } from '../../objspace/types/str/text.ts';
import type { PyDecimalContext } from './context.ts';
import { checkedSize } from './conversion.ts';
import { MAX_EMAX, MAX_PREC, MIN_EMIN, type Rounding, ROUNDING_NAMES } from './settings.ts';
import { bitsOfArgument, bitsOfMapping } from './signal-dict.ts';

const ROUNDING_HINT =
  'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]';

/** An int that a C size holds. */
export function sizeArgument(value: Value): Int {
  const int = intOperand(value);
  if (int === undefined) throw error('TypeError', 'an integer is required');
  return checkedSize(int);
}

function ranged(value: Value, least: Int, most: Int, hint: string): Int {
  const int = sizeArgument(value);
  if (int < least || int > most) throw error('ValueError', hint);
  return int;
}

export function roundingOf(value: Value): Rounding {
  const index = isText(value) ? ROUNDING_NAMES.indexOf(textOf(value) as 'ROUND_UP') : -1;
  if (index < 0) throw error('TypeError', ROUNDING_HINT);
  return index as Rounding;
}

const flagOf = (value: Value, name: string): 0 | 1 =>
  ranged(value, 0, 1, `valid values for ${name} are 0 or 1`) as 0 | 1;

type Setter = (context: PyDecimalContext, value: Value) => void;

/** The attributes in the order of the constructor's parameters, and how each is set. */
export const ATTRIBUTES: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  [
    'prec',
    (context, value) => {
      context.settings.precision = ranged(value, 1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]');
      context.settings.update();
    },
  ],
  [
    'rounding',
    (context, value) => {
      context.settings.rounding = roundingOf(value);
    },
  ],
  [
    'Emin',
    (context, value) => {
      context.settings.emin = ranged(value, MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]');
      context.settings.update();
    },
  ],
  [
    'Emax',
    (context, value) => {
      context.settings.emax = ranged(value, 0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]');
      context.settings.update();
    },
  ],
  [
    'capitals',
    (context, value) => {
      context.capitals = flagOf(value, 'capitals') === 1;
    },
  ],
  [
    'clamp',
    (context, value) => {
      context.settings.clamp = flagOf(value, 'clamp');
      context.settings.update();
    },
  ],
  [
    'flags',
    (context, value) => {
      context.flags = bitsOfMapping(value);
    },
  ],
  [
    'traps',
    (context, value) => {
      context.traps = bitsOfMapping(value);
    },
  ],
]);

/** Sets what is given (not None): arguments of the constructor and of localcontext, where signals may be lists. */
export function setGiven(context: PyDecimalContext, values: readonly Value[]): void {
  let index = 0;
  for (const [name, set] of ATTRIBUTES) {
    const value = values[index++];
    if (value === null) continue;
    if (name === 'flags') context.flags = bitsOfArgument(value);
    else if (name === 'traps') context.traps = bitsOfArgument(value);
    else set(context, value);
  }
}
