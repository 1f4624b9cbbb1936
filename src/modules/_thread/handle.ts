/** `_thread._ThreadHandle`: a thread to be joined. */
import { raise } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { PyObject, type Result } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';
import { MAIN_THREAD } from './lock.ts';

export class PyThreadHandle extends PyObject {
  ident: number;
  state: 'new' | 'running' | 'done';
  constructor(ident: number, state: PyThreadHandle['state']) {
    super();
    this.ident = ident;
    this.state = state;
  }
}

function join(self: PyThreadHandle): Result {
  if (self.state === 'new') return raise('RuntimeError', 'thread not started');
  if (self.state === 'running' && self.ident === MAIN_THREAD)
    return raise('RuntimeError', 'Cannot join current thread');
  self.state = 'done';
  return null;
}

export const threadHandleType: PyType = builtinType<PyThreadHandle>('_ThreadHandle', {
  base: objectType,
  layout: PyThreadHandle,
  module: '_thread',
  isBaseType: false,
  slots: {
    new: () => new PyThreadHandle(0, 'new'),
    repr: (self: PyThreadHandle) => `<_thread._ThreadHandle object: ident=${self.ident}>`,
  },
  define(type) {
    type.getset('ident', null, (self) => self.ident);
    type.method('is_done(self, /)', null, (self) => self.state === 'done');
    type.method('@join(self, timeout=None, /)', null, join);
    type.method('_set_done(self, /)', null, (self) => {
      if (self.state === 'new') return raise('RuntimeError', 'thread not started');
      self.state = 'done';
      return null;
    });
  },
});
