/** What a program gets that has used up its time or steps (interpreter/limits.ts): no builtin name, and no `Exception`. */
import { exceptionTypes, type PyBaseException } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { exceptionNew } from './base.ts';
import './simple.ts';

export const limitExceededType = builtinType<PyBaseException>('LimitExceeded', {
  module: 'typhon',
  base: exceptionTypes['BaseException'],
  doc: 'The program has used up the time or the steps that it was given.',
  slots: { new: exceptionNew },
});
