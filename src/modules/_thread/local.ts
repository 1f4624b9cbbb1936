/** `_thread._local`: attributes that each thread has for itself. */
import { noAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { executionParts } from '../../objspace/per-interpreter.ts';
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

/** Of a name that the class has not. */
const NO_DESCRIPTOR = { get: undefined, set: undefined };

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
    this.dict = known ?? new PyDict();
    const { init } = typeOf(this).slots;
    if (known !== undefined || init === undefined || init === objectType.slots.init) return true;
    return init(this as never, this.args, this.keywords);
  }
}

function newLocal(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (args.length > 0 && cls.slots.init === objectType.slots.init)
    return raiseTypeError('Initialization arguments are not supported');
  const local = new PyLocal(args, keywords);
  if (cls !== localType) adopt(local, cls);
  return local;
}

/** A dictionary that a Python class's objects have of their own is another one, which only `object.__getattribute__` asks. */
function getLocal(self: PyLocal, name: string): Result {
  if (self.enter() === EXIT) return EXIT;
  if (name === '__dict__') return self.dict;
  const type = typeOf(self);
  const found = type.lookup(name);
  const { get, set } = found === undefined ? NO_DESCRIPTOR : typeOf(found).slots;
  const own = get !== undefined && set !== undefined ? undefined : self.dict.getStr(name);
  if (own !== undefined) return own;
  if (found === undefined) return noAttribute(self, name);
  return get === undefined ? found : get(found as never, self, type);
}

function setLocal(self: PyLocal, name: string, value: Value | undefined): true | Exit {
  if (self.enter() === EXIT) return EXIT;
  if (name === '__dict__')
    return raise('AttributeError', `'${typeOf(self).errorName}' object attribute '__dict__' is read-only`);
  const found = typeOf(self).lookup(name);
  const set = found === undefined ? undefined : typeOf(found).slots.set;
  if (set !== undefined) return set(found as never, self, value);
  if (value !== undefined) self.dict.setStr(name, value);
  else if (!self.dict.deleteStr(name)) return noAttribute(self, name);
  return true;
}

export const localType: PyType = builtinType<PyLocal>('_local', {
  base: objectType,
  layout: PyLocal,
  signature: '()',
  module: '_thread',
  doc: 'Thread-local data',
  slots: {
    new: newLocal,
    getAttribute: getLocal,
    setAttribute: setLocal,
  },
});
