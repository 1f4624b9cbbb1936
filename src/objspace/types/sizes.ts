/**
 * How large objects are in CPython on a machine of 64 bits, which `__basicsize__`, `__itemsize__` and `sys.getsizeof` tell. What Typhon's own
 * take is the engine's affair.
 */
import { PyMemberDescriptor } from '../descriptors.ts';
import type { Value } from '../object.ts';
import { PyType, typeOf } from '../type.ts';
import { memorySize } from './object.ts';
import { PyTuple } from './tuple.ts';
import { managedParts } from './type-flags.ts';

interface Size {
  readonly basic: number;
  /** Of an item, for objects with a number of them that differs. */
  readonly item: number;
  /** Whether the garbage collector keeps a header in front of the object. */
  readonly isTracked: boolean;
}

/** Those of builtin types that are not the same as their base's. */
const ROWS: readonly (readonly [basic: number, item: number, isTracked: boolean, names: string])[] = [
  [24, 0, false, 'float'],
  [
    24,
    0,
    true,
    '_io._BytesIOBuffer _thread._ThreadHandle _thread.lock _typing._ConstEvaluator ast.AST FrameLocalsProxy ' +
      'cell coroutine_wrapper dict_items dict_keys dict_values generic_alias_iterator mappingproxy ' +
      'types.SimpleNamespace',
  ],
  [24, 4, false, 'int'],
  [32, 0, false, 'complex'],
  [
    32,
    0,
    true,
    '_blake2.blake2b _blake2.blake2s _io._IOBase _md5.md5 _sha2.SHA224Type _sha2.SHA256Type _sha2.SHA384Type ' +
      '_sha2.SHA512Type _sha3.sha3_224 _sha3.sha3_256 _sha3.sha3_384 _sha3.sha3_512 _sha3.shake_128 ' +
      '_sha3.shake_256 anext_awaitable bytearray_iterator bytes_iterator callable_iterator classmethod filter ' +
      'iterator list_iterator list_reverseiterator method-wrapper reversed staticmethod str_ascii_iterator ' +
      'str_iterator tuple_iterator decimal.ContextManager itertools._grouper itertools.chain itertools.compress ' +
      'itertools.filterfalse itertools.repeat itertools.starmap string.templatelib.Template',
  ],
  [32, 8, true, 'tuple'],
  [33, 1, false, 'bytes'],
  [40, 0, false, 'longrange_iterator range_iterator'],
  [
    40,
    0,
    true,
    '_io.IncrementalNewlineDecoder _sha1.sha1 _thread.RLock array.arrayiterator async_generator_asend ' +
      'async_generator_athrow list map slice super traceback itertools.batched itertools.count itertools.cycle ' +
      'itertools.dropwhile itertools.pairwise itertools.takewhile operator.attrgetter ' +
      'string.templatelib.TemplateIter unicodedata.UCD',
  ],
  [40, 16, true, '_sre.SRE_Template'],
  [48, 0, false, 'formatteriterator range select.poll'],
  [
    48,
    0,
    true,
    '_abc._abc_data _contextvars.Context _contextvars.Token _csv.Dialect _io.BufferedRWPair _io.FileIO dict ' +
      'getset_descriptor member_descriptor memory_iterator method set_iterator zip itertools._tee ' +
      'itertools.product operator.itemgetter string.templatelib.Interpolation',
  ],
  [48, 8, true, 'time.struct_time'],
  [56, 0, false, 'bytearray fieldnameiterator'],
  [
    56,
    0,
    true,
    '_socket.socket _struct.Struct _thread._local builtin_function_or_method classmethod_descriptor ' +
      'dict_itemiterator dict_keyiterator dict_reverseitemiterator dict_reversekeyiterator ' +
      'dict_reversevalueiterator dict_valueiterator enumerate method_descriptor module wrapper_descriptor ' +
      'collections.defaultdict itertools.accumulate itertools.combinations ' +
      'itertools.combinations_with_replacement itertools.islice itertools.zip_longest typing.Union',
  ],
  [56, 8, true, 'sys.flags'],
  [64, 0, false, '_tokenize.TokenizerIter EncodingMap line_iterator str'],
  [
    64,
    0,
    true,
    '_contextvars.ContextVar _io.BytesIO _json.Scanner array.array PyCapsule odict_iterator property ' +
      'itertools.permutations operator.methodcaller types.GenericAlias weakref.ReferenceType',
  ],
  [72, 0, false, 'posix.DirEntry'],
  [72, 0, true, '_csv.writer BaseException itertools.groupby'],
  [80, 0, false, 'positions_iterator'],
  [80, 0, true, '_json.Encoder _lsprof.Profiler NameError StopIteration SystemExit'],
  [88, 0, true, '_csv.reader AttributeError pyexpat.xmlparser'],
  [96, 0, true, 'BaseExceptionGroup'],
  [104, 0, true, 'ImportError decimal.Context decimal.Decimal'],
  [
    112,
    0,
    true,
    '_struct.unpack_iterator OSError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ' +
      'collections.OrderedDict',
  ],
  [120, 0, true, '_io.StringIO'],
  [128, 0, false, 'posix.ScandirIterator'],
  [144, 0, true, 'SyntaxError'],
  [144, 8, true, 'memoryview'],
  [152, 0, true, '_io.BufferedRandom _io.BufferedReader _io.BufferedWriter function'],
  [152, 8, true, 'async_generator coroutine frame generator'],
  [168, 0, true, 'items keys values zlib.Compress zlib.Decompress'],
  [184, 0, true, 'zlib._ZlibDecompressor'],
  [200, 0, true, '_io.TextIOWrapper frozenset set'],
  [208, 2, false, 'code'],
  [216, 0, true, 'collections.deque'],
  [264, 0, true, '_sre.SRE_Scanner'],
  [496, 0, true, 'itertools._tee_dataobject'],
  [936, 40, true, 'type'],
  [2520, 0, false, '_random.Random'],
];

const OBJECT: Size = { basic: 16, item: 0, isTracked: false };

let byName: Map<string, Size> | undefined;

function rowOf({ module, name }: PyType): Size | undefined {
  if (byName === undefined) {
    byName = new Map();
    for (const [basic, item, isTracked, names] of ROWS)
      for (const one of names.split(' ')) byName.set(one, { basic, item, isTracked });
  }
  return byName.get(module === 'builtins' ? name : `${module}.${name}`);
}

/** The size of objects of a type. Classes add their slots; dictionaries and weak references stand in front of the object. */
export function sizeOfType(type: PyType): Size {
  if (type.base === null) return OBJECT;
  const inherited = sizeOfType(type.base);
  if (!type.isHeapType) return rowOf(type) ?? inherited;
  return { basic: inherited.basic + 8 * ownSlotCount(type), item: inherited.item, isTracked: true };
}

function ownSlotCount({ namespace }: PyType): number {
  let count = 0;
  for (const value of namespace.values()) if (value instanceof PyMemberDescriptor) count++;
  return count;
}

memorySize.of = (self) => {
  const { basic, item } = sizeOfType(typeOf(self));
  return self instanceof PyTuple ? basic + item * self.items.length : basic;
};

/** The header of the garbage collector, and the places of a dictionary and of weak references. */
export function sizeInFront(self: Value): number {
  // Builtin types are not collected.
  if (self instanceof PyType && !self.isHeapType) return 0;
  const type = typeOf(self);
  return (sizeOfType(type).isTracked ? 16 : 0) + (type.isHeapType && managedParts(type) !== 0 ? 16 : 0);
}
