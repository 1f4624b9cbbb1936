/** `_tuplegetter`: the descriptor behind the fields of named tuples. */
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType, fieldSetter } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { repr, toSize, typeName } from '../../objspace/operations.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';
import { strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { PyTupleField } from '../../objspace/types/tuple-field.ts';

function newGetter(_cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null) return raiseTypeError('_tuplegetter() takes no keyword arguments');
  if (args.length !== 2) return raiseTypeError(`_tuplegetter expected 2 arguments, got ${args.length}`);
  if (typeOf(args[0]).slots.index === undefined) {
    return raiseTypeError(`'${typeName(args[0])}' object cannot be interpreted as an integer`);
  }
  const index = toSize(args[0]);
  return index === EXIT ? EXIT : new PyTupleField(index as number, args[1]);
}

function getField(self: PyTupleField, instance: Value | undefined): Result {
  if (instance === undefined) return self;
  if (!(instance instanceof PyTuple)) {
    if (instance === null) return self;
    return raiseTypeError(
      `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${typeName(instance)}' object`,
    );
  }
  const { index } = self;
  return index >= 0 && index < instance.length ? instance.at(index) : raise('IndexError', 'tuple index out of range');
}

export const tupleGetterType: PyType = builtinType<PyTupleField>('_tuplegetter', {
  base: objectType,
  layout: PyTupleField,
  module: 'collections',
  isBaseType: false,
  slots: {
    new: newGetter,
    init: () => true,
    get: getField,
    set: (_self, _instance, value) =>
      raise('AttributeError', value === undefined ? "can't delete attribute" : "can't set attribute"),
    repr: (self: PyTupleField) => {
      const doc = repr(self.doc);
      return doc === EXIT ? EXIT : strFromText(`_tuplegetter(${self.index}, ${textOf(doc as Value)})`);
    },
  },
  define(type) {
    type.method(
      '__reduce__(self, /)',
      null,
      (self) => new PyTuple([tupleGetterType, new PyTuple([self.index, self.doc])]),
    );
    type.member('__doc__', null, (self) => self.doc, fieldSetter('doc'));
  },
});
