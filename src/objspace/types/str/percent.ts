/** `format % values`. */
import type { Result, Value } from '../../object.ts';
import type { Text } from './text.ts';

export function formatPercent(format: Text, _values: Value): Result {
  return format;
}
