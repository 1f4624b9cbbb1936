/** The facts in `sys`: version, sizes of numbers, flags, implementation. */
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { newNamespace } from '../../objspace/types/namespace.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { type Options, services } from '../../interpreter/services.ts';
import { hexVersion, PYTHON_VERSION, PYTHON_VERSION_TEXT, TYPHON_VERSION, TYPHON_VERSION_TEXT } from './version.ts';
import { PyFrozenSet } from '../../objspace/types/set/set.ts';
import { STDLIB_NAMES } from './stdlib-names.ts';

const float = (value: number): Value => new PyFloat(value) as Value;

const versionInfo = structSequence(
  'sys.version_info',
  'sys.version_info\n\nVersion information as a named tuple.',
  [
    ['major', 'Major release number'],
    ['minor', 'Minor release number'],
    ['micro', 'Patch release number'],
    ['releaselevel', "'alpha', 'beta', 'candidate', or 'final'"],
    ['serial', 'Serial release number'],
  ],
  { isConstructible: false },
);

const flags = structSequence(
  'sys.flags',
  'sys.flags\n\nFlags provided through command line arguments or environment vars.',
  [
    ['debug', '-d'],
    ['inspect', '-i'],
    ['interactive', '-i'],
    ['optimize', '-O or -OO'],
    ['dont_write_bytecode', '-B'],
    ['no_user_site', '-s'],
    ['no_site', '-S'],
    ['ignore_environment', '-E'],
    ['verbose', '-v'],
    ['bytes_warning', '-b'],
    ['quiet', '-q'],
    ['hash_randomization', '-R'],
    ['isolated', '-I'],
    ['dev_mode', '-X dev'],
    ['utf8_mode', '-X utf8'],
    ['warn_default_encoding', '-X warn_default_encoding'],
    ['safe_path', '-P'],
    ['int_max_str_digits', '-X int_max_str_digits'],
    // Fields that are no items.
    ['gil', '-X gil'],
    ['thread_inherit_context', '-X thread_inherit_context'],
    ['context_aware_warnings', '-X context_aware_warnings'],
  ],
  { items: 18, isConstructible: false },
);

const floatInfo = structSequence(
  'sys.float_info',
  "sys.float_info\n\nA named tuple holding information about the float type. It contains low level\ninformation about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.",
  [
    ['max', 'DBL_MAX -- maximum representable finite float'],
    ['max_exp', 'DBL_MAX_EXP -- maximum int e such that radix**(e-1) is representable'],
    ['max_10_exp', 'DBL_MAX_10_EXP -- maximum int e such that 10**e is representable'],
    ['min', 'DBL_MIN -- Minimum positive normalized float'],
    ['min_exp', 'DBL_MIN_EXP -- minimum int e such that radix**(e-1) is a normalized float'],
    ['min_10_exp', 'DBL_MIN_10_EXP -- minimum int e such that 10**e is a normalized float'],
    ['dig', 'DBL_DIG -- maximum number of decimal digits that can be faithfully represented in a float'],
    ['mant_dig', 'DBL_MANT_DIG -- mantissa digits'],
    ['epsilon', 'DBL_EPSILON -- Difference between 1 and the next representable float'],
    ['radix', 'FLT_RADIX -- radix of exponent'],
    ['rounds', 'FLT_ROUNDS -- rounding mode used for arithmetic operations'],
  ],
);

const intInfo = structSequence(
  'sys.int_info',
  "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.  The attributes are read only.",
  [
    ['bits_per_digit', 'size of a digit in bits'],
    ['sizeof_digit', 'size in bytes of the C type used to represent a digit'],
    ['default_max_str_digits', 'maximum string conversion digits limitation'],
    ['str_digits_check_threshold', 'minimum positive value for int_max_str_digits'],
  ],
);

const hashInfo = structSequence(
  'sys.hash_info',
  'hash_info\n\nA named tuple providing parameters used for computing\nhashes. The attributes are read only.',
  [
    ['width', 'width of the type used for hashing, in bits'],
    ['modulus', 'prime number giving the modulus on which the hash function is based'],
    ['inf', 'value to be used for hash of a positive infinity'],
    ['nan', 'value to be used for hash of a nan'],
    ['imag', 'multiplier used for the imaginary part of a complex number'],
    ['algorithm', 'name of the algorithm for hashing of str, bytes and memoryviews'],
    ['hash_bits', 'internal output size of hash algorithm'],
    ['seed_bits', 'seed size of hash algorithm'],
    ['cutoff', 'small string optimization cutoff'],
  ],
);

const threadInfo = structSequence(
  'sys.thread_info',
  'sys.thread_info\n\nA named tuple holding information about the thread implementation.',
  [
    ['name', 'name of the thread implementation'],
    ['lock', 'name of the lock implementation'],
    ['version', 'name and version of the thread library'],
  ],
);

const version = (numbers: readonly number[]): Value => versionInfo.make([...numbers, 'final', 0]);

function flagValues(options: Options): Value[] {
  const bit = (value: boolean): number => (value ? 1 : 0);
  return [
    options.debug,
    options.inspect,
    options.interactive,
    options.optimize,
    bit(options.dontWriteBytecode),
    bit(options.noUserSite),
    bit(options.noSite),
    bit(options.ignoreEnvironment),
    options.verbose,
    options.bytesWarning,
    bit(options.quiet),
    bit(options.hashRandomization),
    bit(options.isolated),
    options.devMode,
    bit(options.utf8Mode),
    bit(options.warnDefaultEncoding),
    options.safePath,
    options.intMaxStrDigits,
    1,
    bit(isOn(options, 'thread_inherit_context')),
    bit(isOn(options, 'context_aware_warnings')),
  ];
}

/** `-X name=1`, or the environment variable PYTHON_NAME. */
function isOn(options: Options, name: string): boolean {
  const given = options.xOptions.get(name);
  if (given !== undefined) return given !== '0';
  return !options.ignoreEnvironment && services().host.environment.get(`PYTHON_${name.toUpperCase()}`) === '1';
}

function defineVersion(module: ModuleBuilder): void {
  const platform = services().host.system.platform;
  module.constant('version', `${PYTHON_VERSION_TEXT} (Typhon ${TYPHON_VERSION_TEXT}) [JavaScript]`);
  module.constant('version_info', version(PYTHON_VERSION));
  module.constant('hexversion', hexVersion(PYTHON_VERSION));
  module.constant('api_version', 1013);
  module.constant(
    'copyright',
    'Copyright (c) The Typhon authors.\nThe standard library is Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.',
  );
  module.constant('platform', platform);
  module.constant(
    'implementation',
    newNamespace([
      ['name', 'typhon'],
      ['cache_tag', `typhon-${PYTHON_VERSION[0]}${PYTHON_VERSION[1]}`],
      ['version', version(TYPHON_VERSION)],
      ['hexversion', hexVersion(TYPHON_VERSION)],
      ['_multiarch', ''],
      ['supports_isolated_interpreters', true],
    ]),
  );
  module.constant('_git', new PyTuple(['Typhon', '', '']) as Value);
  module.constant('typhon_version_info', version(TYPHON_VERSION));
}

function defineNumbers(module: ModuleBuilder): void {
  module.constant('maxsize', 9223372036854775807n);
  module.constant('maxunicode', 0x10ffff);
  module.constant('byteorder', new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'little' : 'big');
  module.constant('float_repr_style', 'short');
  module.constant(
    'float_info',
    floatInfo.make([
      float(Number.MAX_VALUE),
      1024,
      308,
      float(2.2250738585072014e-308),
      -1021,
      -307,
      15,
      53,
      float(Number.EPSILON),
      2,
      1,
    ]),
  );
  module.constant('int_info', intInfo.make([30, 4, 4300, 640]));
  module.constant('hash_info', hashInfo.make([64, 2305843009213693951n, 314159, 0, 1000003, 'siphash13', 64, 128, 0]));
  module.constant('thread_info', threadInfo.make([null, null, null]));
}

/** Paths, arguments and options; vm/startup.ts sets what depends on the program that runs. */
function defineConfiguration(module: ModuleBuilder): void {
  const { host, options } = services();
  const executable = host.system.executable;
  module.constant('flags', flags.make(flagValues(options)));
  module.constant('warnoptions', PyList.of([...options.warnOptions]) as Value);
  const xOptions = new PyDict();
  for (const [name, value] of options.xOptions) xOptions.setStr(name, value);
  module.constant('_xoptions', xOptions);
  module.constant('dont_write_bytecode', options.dontWriteBytecode);
  module.constant('pycache_prefix', options.pycachePrefix ?? null);
  module.constant('executable', executable);
  module.constant('_base_executable', executable);
  module.constant('_framework', '');
  module.constant('_home', null);
  module.constant('abiflags', '');
  module.constant('argv', PyList.of([...services().argv]) as Value);
  module.constant('builtin_module_names', new PyTuple([...services().builtinModuleNames()].sort()) as Value);
  module.constant('stdlib_module_names', PyFrozenSet.of([...STDLIB_NAMES]) as Value);
  for (const name of ['meta_path', 'path_hooks', 'path']) module.constant(name, PyList.of([]) as Value);
  module.constant('path_importer_cache', new PyDict());
  module.constant('modules', services().modules);
}

export function defineInformation(module: ModuleBuilder): void {
  defineVersion(module);
  defineNumbers(module);
  defineConfiguration(module);
}
