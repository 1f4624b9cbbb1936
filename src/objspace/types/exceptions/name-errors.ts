/** `AttributeError` and `NameError`: they know the name that was looked for, so that a traceback can suggest another. */
import './simple.ts';
import { exceptionTypes, type PyBaseException } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { PyDict } from '../dict/dict.ts';
import { PyTuple } from '../tuple.ts';
import { attributesCopy, defineField, exceptionInit, fieldsOf, keywordError, reduced, splitKeywords } from './base.ts';
import { declareDerived, declareExtended } from './declare.ts';

/** `Name(*args, name=None, obj=None)`: the keywords become members. */
function initWith(typeName: string, allowed: readonly string[]) {
  return (self: PyBaseException, args: Value[], keywords: readonly string[] | null): true | Exit => {
    const { positional, named } = splitKeywords(args, keywords);
    if (exceptionInit(self, positional, null) === EXIT) return EXIT;
    if (keywordError(typeName, named, allowed) === EXIT) return EXIT;
    self.fields = named;
    return true;
  };
}

/** What a pickled AttributeError keeps: its name, but not its object, which may be anything. */
function attributeErrorState(self: PyBaseException): Result {
  const name = fieldsOf(self).get('name');
  const own = attributesCopy(self);
  const dict = own === undefined ? new PyDict() : own;
  if (name !== undefined) dict.setStr('name', name);
  dict.setStr('args', new PyTuple(self.args) as Value);
  return dict;
}

declareExtended(
  'AttributeError',
  exceptionTypes['Exception'],
  'Attribute not found.',
  { init: initWith('AttributeError', ['name', 'obj']) },
  (type) => {
    defineField(type, 'name', 'attribute name');
    defineField(type, 'obj', 'object');
    type.method('__getstate__(self, /)', 'Helper for pickle.', attributeErrorState);
    type.method('__reduce__(self, /)', 'Helper for pickle.', (self) => {
      const state = attributeErrorState(self);
      return state === EXIT ? EXIT : reduced(self, self.args, state as Value);
    });
  },
);

const nameErrorType = declareExtended(
  'NameError',
  exceptionTypes['Exception'],
  'Name not found globally.',
  { init: initWith('NameError', ['name']) },
  (type) => defineField(type, 'name', 'name'),
);
declareDerived('UnboundLocalError', nameErrorType, 'Local name referenced but not bound to a value.');
