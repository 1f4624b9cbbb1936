/** `_thread._local`: attributes that each thread has for itself. */
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { PyObject } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { objectType } from '../../objspace/types/object.ts';

class PyLocal extends PyObject {
  readonly dict: PyDict;
  constructor() {
    super();
    this.dict = new PyDict();
  }
}

export const localType: PyType = builtinType<PyLocal>('_local', {
  base: objectType,
  layout: PyLocal,
  signature: '()',
  module: '_thread',
  doc: 'Thread-local data',
  dictionary: (self: PyLocal) => self.dict,
  slots: {
    new: (cls: PyType, args) => {
      if (args.length > 0 && cls.slots.init === objectType.slots.init)
        return raiseTypeError('Initialization arguments are not supported');
      return cls === localType ? new PyLocal() : adopt(new PyLocal(), cls);
    },
  },
  define: (type) => type.getset('__dict__', null, (self) => self.dict),
});
