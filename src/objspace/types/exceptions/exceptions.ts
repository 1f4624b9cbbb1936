/**
 * The hierarchy of builtin exceptions (https://docs.python.org/3/library/exceptions.html#exception-hierarchy). Importing this file
 * fills `exceptionTypes`; types with members of their own are in files beside it, which it loads in the order of the hierarchy.
 */
import { exceptionTypes, type PyBaseException } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import type { Result } from '../../object.ts';
import { repr } from '../../operations.ts';
import './simple.ts';
import './os-error.ts';
import './unicode-errors.ts';
import './import-error.ts';
import './syntax-error.ts';
import './name-errors.ts';
import './stop.ts';
import './groups.ts';
import { exceptionStr } from './base.ts';

/** `str(KeyError(key))` shows the key as it is written, so that an empty one is seen. */
exceptionTypes['KeyError'] = builtinType<PyBaseException>('KeyError', {
  base: exceptionTypes['LookupError'],
  doc: 'Mapping key not found.',
  slots: {
    str: (self: PyBaseException): Result => (self.args.length === 1 ? repr(self.args[0]) : exceptionStr(self)),
  },
});
