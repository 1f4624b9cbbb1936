/**
 * Builtins that run no Python code and look at no frame when their arguments are of simple kinds: compiled code calls them without
 * bringing its frames up to date.
 */
import * as kinds from './kinds.ts';

/** Kinds whose operations are the machine's own. */
const NUMBERS = kinds.INT | kinds.BIG | kinds.FLOAT | kinds.BOOL;
export const SIMPLE = NUMBERS | kinds.NONE | kinds.STR;
/** Containers whose items are simple, as their strategy shows. */
export const FLAT = kinds.LIST_OF_INTS | kinds.LIST_OF_FLOATS | kinds.LIST_EMPTY;

/** Kinds of the arguments (self first) under which a builtin is quiet; the last one goes for all further ones. */
export const QUIET: Record<string, readonly number[]> = {
  abs: [NUMBERS],
  divmod: [NUMBERS],
  pow: [NUMBERS],
  round: [NUMBERS, NUMBERS | kinds.NONE],
  ord: [SIMPLE],
  chr: [SIMPLE],
  bin: [NUMBERS],
  hex: [NUMBERS],
  len: [kinds.LIST | kinds.TUPLE | kinds.STR | kinds.DICT | kinds.SET | kinds.BYTES | kinds.BYTEARRAY | kinds.RANGE],
  min: [NUMBERS | FLAT],
  max: [NUMBERS | FLAT],
  sum: [FLAT | kinds.RANGE],
  sorted: [FLAT | kinds.STR],
  hash: [SIMPLE],
  callable: [kinds.BOUND],
  repr: [SIMPLE],
  format: [SIMPLE, kinds.STR],
  id: [kinds.BOUND],
  'int.bit_length': [NUMBERS],
  'int.bit_count': [NUMBERS],
  'int.to_bytes': [NUMBERS, kinds.INT, kinds.STR],
  'int.from_bytes': [kinds.TYPE, kinds.BYTES | kinds.BYTEARRAY, kinds.STR],
  'bytearray.append': [kinds.BYTEARRAY, kinds.INT],
  'bytearray.extend': [kinds.BYTEARRAY, kinds.BYTES | kinds.BYTEARRAY],
  'bytearray.clear': [kinds.BYTEARRAY],
  'bytearray.pop': [kinds.BYTEARRAY, kinds.INT],
  'bytes.hex': [kinds.BYTES],
  'sys.intern': [kinds.STR],
  '_struct.calcsize': [kinds.STR],
  '_struct.pack': [kinds.STR, SIMPLE | kinds.BYTES],
  '_struct.unpack': [kinds.STR, kinds.BYTES],
  '_struct.unpack_from': [kinds.STR, kinds.BYTES, kinds.INT],
  'Struct.pack': [kinds.BOUND, SIMPLE | kinds.BYTES],
  'Struct.unpack': [kinds.BOUND, kinds.BYTES],
  'Struct.unpack_from': [kinds.BOUND, kinds.BYTES, kinds.INT],
  'BytesIO.read': [kinds.BOUND, kinds.INT | kinds.NONE],
  'BytesIO.write': [kinds.BOUND, kinds.BYTES],
  'BytesIO.getvalue': [kinds.BOUND],
  'BytesIO.tell': [kinds.BOUND],
  'StringIO.write': [kinds.BOUND, kinds.STR],
  'StringIO.getvalue': [kinds.BOUND],
  'Pattern.match': [kinds.BOUND, kinds.STR, kinds.INT],
  'Pattern.search': [kinds.BOUND, kinds.STR, kinds.INT],
  'Pattern.fullmatch': [kinds.BOUND, kinds.STR, kinds.INT],
  'Pattern.findall': [kinds.BOUND, kinds.STR, kinds.INT],
  'Pattern.split': [kinds.BOUND, kinds.STR, kinds.INT],
  'Match.group': [kinds.BOUND, SIMPLE],
  'Match.groups': [kinds.BOUND, SIMPLE],
  'Match.start': [kinds.BOUND, SIMPLE],
  'Match.end': [kinds.BOUND, SIMPLE],
  'Match.span': [kinds.BOUND, SIMPLE],
  'deque.append': [kinds.BOUND, kinds.BOUND],
  'deque.appendleft': [kinds.BOUND, kinds.BOUND],
  'deque.pop': [kinds.BOUND],
  'deque.popleft': [kinds.BOUND],
  'list.append': [kinds.LIST, kinds.BOUND],
  'list.pop': [kinds.LIST, kinds.INT],
  'list.insert': [kinds.LIST, kinds.INT, kinds.BOUND],
  'list.reverse': [kinds.LIST],
  'list.copy': [kinds.LIST],
  'list.clear': [kinds.LIST],
  'list.extend': [kinds.LIST, kinds.LIST | kinds.TUPLE | kinds.RANGE],
  'list.sort': [FLAT],
  any: [FLAT | kinds.RANGE],
  all: [FLAT | kinds.RANGE],
  'str.format': [kinds.STR, SIMPLE],
  '_bisect.bisect_left': [FLAT, NUMBERS],
  '_bisect.bisect_right': [FLAT, NUMBERS],
  '_bisect.insort_left': [FLAT, NUMBERS],
  '_bisect.insort_right': [FLAT, NUMBERS],
  'str.join': [kinds.STR, kinds.LIST | kinds.TUPLE],
  'str.translate': [kinds.STR, kinds.DICT],
  'dict.copy': [kinds.DICT],
  'Pattern.finditer': [kinds.BOUND, kinds.STR, kinds.INT],
  'Match.groupdict': [kinds.BOUND, SIMPLE],
  'StringIO.read': [kinds.BOUND, kinds.INT | kinds.NONE],
  'StringIO.tell': [kinds.BOUND],
  'ContextVar.get': [kinds.BOUND, kinds.BOUND],
  'ContextVar.set': [kinds.BOUND, kinds.BOUND],
  'RLock.acquire': [kinds.BOUND, SIMPLE],
  'RLock.release': [kinds.BOUND],
  'RLock.__enter__': [kinds.BOUND],
  'RLock.__exit__': [kinds.BOUND],
  'lock.release': [kinds.BOUND],
  'lock.locked': [kinds.BOUND],
  'lock.__exit__': [kinds.BOUND],
  'Future.done': [kinds.BOUND],
  'Future.cancelled': [kinds.BOUND],
  'Future.exception': [kinds.BOUND],
  'Future.result': [kinds.BOUND],
  'Task.done': [kinds.BOUND],
  'Task.cancelled': [kinds.BOUND],
  'Task.exception': [kinds.BOUND],
  'Task.result': [kinds.BOUND],
  '_asyncio.current_task': [kinds.BOUND],
  '_asyncio.get_running_loop': [],
  '_asyncio._get_running_loop': [],
  '_asyncio.future_add_to_awaited_by': [kinds.BOUND],
  '_asyncio.future_discard_from_awaited_by': [kinds.BOUND],
  'Random.getrandbits': [kinds.BOUND, kinds.INT],
  'Random.random': [kinds.BOUND],
  '_operator.index': [kinds.INT | kinds.BOOL],
  'posix.fspath': [kinds.STR | kinds.BYTES],
  '_thread.get_ident': [],
  'posix.getpid': [],
  'time.time': [],
  'time.time_ns': [],
  'time.monotonic': [],
  'time.monotonic_ns': [],
  'time.perf_counter': [],
  'time.perf_counter_ns': [],
};

const TEXT_METHODS =
  'split rsplit strip lstrip rstrip startswith endswith find rfind index rindex count replace upper lower title capitalize isdigit ' +
  'isalpha isalnum isspace isupper islower zfill ljust rjust center partition rpartition splitlines swapcase casefold isidentifier ' +
  'isascii isdecimal isnumeric isprintable istitle removeprefix removesuffix expandtabs';
for (const name of TEXT_METHODS.split(' ')) QUIET[`str.${name}`] = [kinds.STR, SIMPLE];

const MATHEMATICS =
  'sqrt sin cos tan asin acos atan atan2 exp expm1 exp2 log log2 log10 log1p pow floor ceil trunc fabs fmod hypot isnan isinf isfinite ' +
  'gcd lcm isqrt factorial comb perm copysign degrees radians sinh cosh tanh frexp ldexp modf cbrt asinh acosh atanh erf erfc gamma lgamma';
for (const name of MATHEMATICS.split(' ')) QUIET[`math.${name}`] = [NUMBERS];

const BYTES_METHODS = 'find rfind index rindex count startswith endswith';
for (const name of BYTES_METHODS.split(' ')) {
  QUIET[`bytes.${name}`] = [kinds.BYTES, kinds.BYTES | kinds.INT];
  QUIET[`bytearray.${name}`] = [kinds.BYTEARRAY, kinds.BYTES | kinds.INT];
}

const SEQUENCE = kinds.LIST | kinds.TUPLE | kinds.STR | kinds.BYTES | kinds.BYTEARRAY | kinds.RANGE;
const BYTES_SOURCE = kinds.INT | kinds.BYTES | kinds.BYTEARRAY | FLAT | kinds.RANGE;

interface QuietClass {
  /** Kinds of the arguments, as in QUIET. */
  readonly wanted: readonly number[];
  /** Kinds of the objects that it makes. */
  readonly made: number;
  /** So many arguments at most, if not one. */
  readonly most?: number;
}

/** Builtin classes whose calls are quiet. */
export const QUIET_CLASSES: Record<string, QuietClass> = {
  bytes: { wanted: [BYTES_SOURCE], made: kinds.BYTES },
  bytearray: { wanted: [BYTES_SOURCE], made: kinds.BYTEARRAY },
  list: { wanted: [SEQUENCE], made: kinds.LIST },
  tuple: { wanted: [SEQUENCE], made: kinds.TUPLE },
  str: { wanted: [SIMPLE], made: kinds.STR },
  int: { wanted: [SIMPLE, kinds.INT], made: kinds.INT | kinds.BIG, most: 2 },
  float: { wanted: [SIMPLE], made: kinds.FLOAT },
  bool: { wanted: [SIMPLE], made: kinds.BOOL },
  reversed: { wanted: [kinds.LIST | kinds.TUPLE | kinds.STR | kinds.RANGE], made: kinds.OTHER },
};
