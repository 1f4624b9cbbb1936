/** `_typing._ConstEvaluator`: what `evaluate_bound` and its like are where the value was given at once. */
import { raiseTypeError } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../object.ts';
import { repr, toInt } from '../../operations.ts';
import { objectType } from '../object.ts';
import { textOf } from '../str/str.ts';
import { PyTuple } from '../tuple.ts';
import { typeRepr } from '../type-parameters.ts';

/** Format STRING of annotations. */
const STRING_FORMAT = 4;

export class ConstantEvaluator extends PyObject {
  readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}

/** The value as source text: constraints as a tuple of types. */
function sourceText(value: Value): string | Exit {
  if (!(value instanceof PyTuple)) return typeRepr(value);
  const texts: string[] = [];
  for (const item of value.items) {
    const text = typeRepr(item);
    if (text === EXIT) return EXIT;
    texts.push(text as string);
  }
  return `(${texts.join(', ')})`;
}

function evaluate(self: ConstantEvaluator, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null) return raiseTypeError('constevaluator.__call__() takes no keyword arguments');
  if (args.length !== 1)
    return raiseTypeError(`constevaluator.__call__() takes exactly 1 argument (${args.length} given)`);
  const format = toInt(args[0]);
  if (format === EXIT) return EXIT;
  return format === STRING_FORMAT ? sourceText(self.value) : self.value;
}

export const constantEvaluatorType = builtinType<ConstantEvaluator>('_ConstEvaluator', {
  base: objectType,
  layout: ConstantEvaluator,
  module: '_typing',
  isBaseType: false,
  slots: {
    repr: (self: ConstantEvaluator) => {
      const text = repr(self.value);
      return text === EXIT ? EXIT : `<constevaluator ${textOf(text as Value)}>`;
    },
    call: evaluate,
  },
});
