/**
 * `_opcode`: facts about CPython's instructions, by CPython's numbers, which `opcode` and `dis` are written in. Typhon's own instructions
 * are others (docs/bytecode.md).
 */
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { toInt, typeName } from '../../objspace/operations.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import {
  BINARY_INTRINSICS,
  BINARY_OPERATIONS,
  EFFECTS,
  PREDICATES,
  SPECIAL_METHODS,
  UNARY_INTRINSICS,
  UNPACK_EX,
} from './cpython-opcodes.generated.ts';

const DOCS: Readonly<Record<string, string>> = {
  is_valid: 'Return True if opcode is valid, False otherwise.',
  has_arg: 'Return True if the opcode uses its oparg, False otherwise.',
  has_const: 'Return True if the opcode accesses a constant, False otherwise.',
  has_name: 'Return True if the opcode accesses an attribute by name, False otherwise.',
  has_jump: 'Return True if the opcode has a jump target, False otherwise.',
  has_free:
    "Return True if the opcode accesses a free variable, False otherwise.\n\nNote that 'free' in this context refers to names in the current scope\nthat are referenced by inner scopes or names in outer scopes that are\nreferenced from this scope. It does not include references to global\nor builtin scopes.",
  has_local: 'Return True if the opcode accesses a local variable, False otherwise.',
  has_exc: 'Return True if the opcode sets an exception handler, False otherwise.',
};

function satisfies(ranges: readonly (readonly [number, number])[], opcode: Value): Result {
  const number = toInt(opcode);
  if (number === EXIT) return EXIT;
  return ranges.some(([first, last]) => (number as number | bigint) >= first && (number as number | bigint) <= last);
}

function stackEffect(opcode: Value, oparg: Value, jump: Value): Result {
  const number = toInt(opcode);
  if (number === EXIT) return EXIT;
  const argument = oparg === null ? 0 : toInt(oparg);
  if (argument === EXIT) return EXIT;
  if (jump !== null && jump !== true && jump !== false)
    return raiseValueError('stack_effect: jump must be False, True or None');
  const row = EFFECTS.find(([known]) => known === number);
  if (row === undefined) return raiseValueError('invalid opcode or oparg');
  const [, base, slope, odd, notTaken] = row;
  const arg = Number(argument);
  if (number === UNPACK_EX) return (arg & 0xff) + (arg >> 8);
  return base + slope * arg + (arg % 2 === 0 ? 0 : odd) + (jump === false ? notTaken : 0);
}

const listOf = (names: readonly string[]): Value => PyList.of([...names]);

export const _opcode = builtinModule('_opcode', 'Opcode support module.', (module) => {
  module.function(
    'stack_effect(opcode, oparg=None, /, *, jump=None)',
    'Compute the stack effect of the opcode.',
    stackEffect,
  );
  for (const [name, doc] of Object.entries(DOCS)) {
    const ranges = PREDICATES[name];
    module.function(`${name}(opcode)`, doc, ((opcode: Value) => satisfies(ranges, opcode)) as never);
  }
  module.function('get_specialization_stats()', 'Return the specialization stats', () => null);
  module.function(
    'get_nb_ops()',
    'Return array of symbols of binary ops.\n\nIndexed by the BINARY_OP oparg value.',
    () => PyList.of(BINARY_OPERATIONS.map(([name, symbol]) => new PyTuple([name, symbol]))),
  );
  module.function('get_intrinsic1_descs()', 'Return a list of names of the unary intrinsics.', () =>
    listOf(UNARY_INTRINSICS),
  );
  module.function('get_intrinsic2_descs()', 'Return a list of names of the binary intrinsics.', () =>
    listOf(BINARY_INTRINSICS),
  );
  module.function(
    'get_executor(code, offset)',
    'Return the executor object at offset in code if exists, None otherwise.',
    (code) => {
      if (typeName(code) !== 'code') return raiseTypeError(`expected a code object, not '${typeName(code)}'`);
      return raiseValueError('no executor at given byte offset');
    },
  );
  module.function('get_special_method_names()', 'Return a list of special method names.', () =>
    listOf(SPECIAL_METHODS),
  );
  module.constant('ENABLE_SPECIALIZATION', 1);
  module.constant('ENABLE_SPECIALIZATION_FT', 1);
});
