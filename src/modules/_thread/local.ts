/** `_thread._local`: attributes that each thread has for itself. */
import { genericGetAttribute, genericSetAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { adopt, installDictionary } from '../../objspace/instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { executionParts } from '../../objspace/per-interpreter.ts';
import type { Shaped } from '../../objspace/shape.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { objectType } from '../../objspace/types/object.ts';

/** Stands for what runs: another run of the interpreter is another thread. */
let thread: object = {};

executionParts.push({
  take: () => {
    const taken = thread;
    thread = {};
    return taken;
  },
  give: (taken) => {
    thread = taken as object;
  },
});

class PyLocal extends PyObject {
  /** The attributes in the thread that `enter` was called in last. */
  dict: PyDict;
  private thread: object;
  private readonly others: WeakMap<object, PyDict>;
  /** Arguments of `__init__`, which every thread calls for itself. */
  private readonly args: Value[];
  private readonly keywords: readonly string[] | null;

  constructor(args: Value[], keywords: readonly string[] | null) {
    super();
    this.dict = new PyDict();
    this.thread = thread;
    this.others = new WeakMap();
    this.args = args;
    this.keywords = keywords;
  }

  /** The attributes are those of the thread that runs. */
  enter(): true | Exit {
    if (this.thread === thread) return true;
    this.others.set(this.thread, this.dict);
    this.thread = thread;
    const known = this.others.get(thread);
    this.use(known ?? new PyDict());
    const { init } = typeOf(this).slots;
    if (known !== undefined || init === undefined || init === objectType.slots.init) return true;
    return init(this as never, this.args, this.keywords);
  }

  /** Objects of Python classes keep their dictionary where all such objects do. */
  use(dict: PyDict): void {
    this.dict = dict;
    const type = typeOf(this);
    if (type.isHeapType && type.hasDict) installDictionary(this as unknown as Shaped, dict);
  }
}

function newLocal(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (args.length > 0 && cls.slots.init === objectType.slots.init)
    return raiseTypeError('Initialization arguments are not supported');
  const local = new PyLocal(args, keywords);
  if (cls === localType) return local;
  adopt(local, cls);
  local.use(local.dict);
  return local;
}

/** There is no descriptor for `__dict__`: objects of derived classes have one of their own class, and are asked here first. */
function getLocal(self: PyLocal, name: string): Result {
  if (self.enter() === EXIT) return EXIT;
  return name === '__dict__' ? self.dict : genericGetAttribute(self, name);
}

function setLocal(self: PyLocal, name: string, value: Value | undefined): true | Exit {
  if (self.enter() === EXIT) return EXIT;
  if (name === '__dict__')
    return raise('AttributeError', `'${typeOf(self).errorName}' object attribute '__dict__' is read-only`);
  return genericSetAttribute(self, name, value);
}

export const localType: PyType = builtinType<PyLocal>('_local', {
  base: objectType,
  layout: PyLocal,
  signature: '()',
  module: '_thread',
  doc: 'Thread-local data',
  dictionary: (self: PyLocal) => self.dict,
  slots: {
    new: newLocal,
    getAttribute: getLocal,
    setAttribute: setLocal,
  },
});
