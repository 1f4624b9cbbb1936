/** `_random`: the generator behind `random`. */
import { binaryText, readBinary } from '../../util/huge/text.ts';
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { hashOf, toInt } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { absInt, normalize } from '../../objspace/types/int/arithmetic.ts';
import { intOperand, type Int } from '../../objspace/types/int/int-object.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { services } from '../../interpreter/services.ts';
import { MersenneTwister, WORDS } from './mersenne-twister.ts';
import { STRIDE, worked } from '../../util/work.ts';

const MAX_UINT64 = (1n << 64n) - 1n;
/** More bits than any int may have here. */
const MAX_BITS = 2 ** 30;

export class PyRandom extends PyObject {
  readonly generator: MersenneTwister;

  constructor() {
    super();
    this.generator = new MersenneTwister();
  }
}

/** The words of an int that is not negative, least significant first; one word for 0. */
function keyOf(seed: Int): Uint32Array {
  if (typeof seed === 'number') {
    const high = Math.floor(seed / 0x100000000);
    return high === 0 ? Uint32Array.of(seed) : Uint32Array.of(seed, high);
  }
  const text = binaryText(seed, 16);
  const key = new Uint32Array(Math.ceil(text.length / 8));
  for (let index = 0; index < key.length; index++) {
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE * 4);
    const end = text.length - index * 8;
    key[index] = Number.parseInt(text.slice(Math.max(0, end - 8), end), 16);
  }
  return key;
}

function seed(self: PyRandom, value: Value): true | Exit {
  if (value === null) {
    const bytes = new Uint8Array(WORDS * 4);
    services().host.entropy(bytes);
    self.generator.seed(new Uint32Array(bytes.buffer));
    return true;
  }
  const int = intOperand(value);
  if (int !== undefined) {
    self.generator.seed(keyOf(absInt(int)));
    return true;
  }
  const hash = hashOf(value);
  if (hash === EXIT) return EXIT;
  self.generator.seed(keyOf(normalize(BigInt.asUintN(64, BigInt(hash as Int)))));
  return true;
}

function getRandomBits(self: PyRandom, count: Value): Result {
  const given = toInt(count);
  if (given === EXIT) return EXIT;
  if ((given as Int) < 0) return raiseValueError('Cannot convert negative int');
  if ((given as Int) > MAX_UINT64) return raise('OverflowError', 'Python int too large for C uint64_t');
  if ((given as Int) > MAX_BITS) return raise('MemoryError');
  return randomBits(self.generator, Number(given));
}

function randomBits(generator: MersenneTwister, count: number): Int {
  if (count === 0) return 0;
  if (count <= 32) return generator.next() >>> (32 - count);
  if (count <= 53) {
    const low = generator.next();
    return (generator.next() >>> (64 - count)) * 0x100000000 + low;
  }
  const words: string[] = [];
  for (let left = count; left > 0; left -= 32) {
    worked(2);
    const word = left >= 32 ? generator.next() : generator.next() >>> (32 - left);
    words.push(word.toString(16).padStart(8, '0'));
  }
  return normalize(readBinary(words.reverse().join(''), 16));
}

function setState(self: PyRandom, state: Value): Result {
  if (!(state instanceof PyTuple)) return raiseTypeError('state vector must be a tuple');
  if (state.items.length !== WORDS + 1) return raiseValueError('state vector is the wrong size');
  const words = new Uint32Array(WORDS);
  for (let index = 0; index <= WORDS; index++) {
    const int = intOperand(state.items[index]);
    if (int === undefined) return raiseTypeError('an integer is required');
    if (index === WORDS) return finishState(self, words, int);
    if (int < 0) return raise('OverflowError', "can't convert negative value to unsigned int");
    if (int > MAX_UINT64) return raise('OverflowError', 'Python int too large to convert to C unsigned long');
    words[index] = Number(BigInt.asUintN(32, BigInt(int)));
  }
  return null;
}

function finishState(self: PyRandom, words: Uint32Array, index: Int): Result {
  if (BigInt.asIntN(64, BigInt(index)) !== BigInt(index))
    return raise('OverflowError', 'Python int too large to convert to C long');
  if (index < 0 || index > WORDS) return raiseValueError('invalid state');
  self.generator.words.set(words);
  self.generator.index = Number(index);
  return null;
}

function init(self: PyRandom, args: Value[], keywords: readonly string[] | null): true | Exit {
  if (keywords !== null) return raiseTypeError('Random() takes no keyword arguments');
  if (args.length > 1) return raiseTypeError(`Random expected at most 1 argument, got ${args.length}`);
  return seed(self, args.length === 0 ? null : args[0]);
}

export const randomType: PyType = builtinType<PyRandom>('Random', {
  base: objectType,
  layout: PyRandom,
  module: '_random',
  doc: 'Random() -> create a random number generator with its own internal state.',
  slots: {
    new: (cls: PyType) => (cls === randomType ? new PyRandom() : adopt(new PyRandom(), cls)),
    init,
  },
  define(random) {
    random.method('random(self, /) -> float', 'random() -> x in the interval [0, 1).', (self) =>
      self.generator.nextFloat(),
    );
    random.method(
      'seed(self, n=None, /)',
      'seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier.',
      (self, n) => (seed(self, n) === EXIT ? EXIT : null),
    );
    random.method(
      'getstate(self, /)',
      'getstate() -> tuple containing the current state.',
      (self) => new PyTuple([...self.generator.words, self.generator.index]),
    );
    random.method('setstate(self, state, /)', 'setstate(state) -> None.  Restores generator state.', setState);
    random.method(
      'getrandbits(self, k, /)',
      'getrandbits(k) -> x.  Generates an int with k random bits.',
      getRandomBits,
    );
  },
});

export const _random = builtinModule(
  '_random',
  'Module implements the Mersenne Twister random number generator.',
  (module) => {
    module.types(randomType);
  },
);
