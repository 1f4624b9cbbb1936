/** `_suggestions`: the name nearest to one that does not exist, for `traceback`. */
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { argumentName } from '../../objspace/operations.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { nearestName } from '../../util/edit-distance.ts';

function generateSuggestions(candidates: Value, item: Value): Result {
  if (!isText(item)) return raiseTypeError(`_generate_suggestions() argument 2 must be str, not ${argumentName(item)}`);
  if (!(candidates instanceof PyList)) return raiseTypeError('candidates must be a list');
  const names = candidates.toArray();
  if (!names.every(isText)) return raiseTypeError("all elements in 'candidates' must be strings");
  const texts = names.map(textOf);
  const nearest = nearestName(textOf(item), texts);
  return nearest === undefined ? null : names[texts.indexOf(nearest)];
}

export const _suggestions = builtinModule('_suggestions', '', (module) => {
  module.function(
    '_generate_suggestions(candidates, item, /)',
    "Returns the candidate in candidates that's closest to item",
    generateSuggestions,
  );
});
