/** `_symtable`: the compiler's symbol table, for `symtable`. Flags and scopes of the compiler are CPython's numbers already. */
import type { Block, BlockKind } from '../../compiler/symtable.ts';
import { fspath } from '../../objspace/fspath.ts';
import { type CompileMode, services } from '../../interpreter/services.ts';
import { bytesOf } from '../../objspace/buffer.ts';
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { identityOf } from '../../objspace/identity.ts';
import { EXIT, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { argumentName } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strOfName, textOf } from '../../objspace/types/str/str.ts';

/** `TYPE_FUNCTION` and so on. */
const TYPES: Readonly<Record<BlockKind, number>> = {
  function: 0,
  class: 1,
  module: 2,
  annotation: 3,
  typeAlias: 4,
  typeParameters: 5,
  typeVariable: 6,
};

const CONSTANTS: readonly (readonly [name: string, value: number])[] = [
  ['USE', 16],
  ['DEF_GLOBAL', 1],
  ['DEF_NONLOCAL', 8],
  ['DEF_LOCAL', 2],
  ['DEF_PARAM', 4],
  ['DEF_TYPE_PARAM', 1024],
  ['DEF_FREE_CLASS', 64],
  ['DEF_IMPORT', 128],
  ['DEF_BOUND', 134],
  ['DEF_ANNOT', 256],
  ['DEF_COMP_ITER', 512],
  ['DEF_COMP_CELL', 2048],
  ['TYPE_FUNCTION', 0],
  ['TYPE_CLASS', 1],
  ['TYPE_MODULE', 2],
  ['TYPE_ANNOTATION', 3],
  ['TYPE_TYPE_ALIAS', 4],
  ['TYPE_TYPE_PARAMETERS', 5],
  ['TYPE_TYPE_VARIABLE', 6],
  ['LOCAL', 1],
  ['GLOBAL_EXPLICIT', 2],
  ['GLOBAL_IMPLICIT', 3],
  ['FREE', 4],
  ['CELL', 5],
  ['SCOPE_OFF', 12],
  ['SCOPE_MASK', 15],
];

/** An entry of the table; what it holds is made once. */
class Entry extends PyObject {
  readonly block: Block;
  readonly symbols: PyDict;
  readonly varnames: PyList;
  readonly children: PyList;

  constructor(block: Block) {
    super();
    this.block = block;
    this.symbols = new PyDict();
    for (const [name, symbol] of block.symbols) this.symbols.setStr(name, symbol);
    this.varnames = PyList.of([...block.varnames].map(strOfName));
    this.children = PyList.of(block.children.map((child) => new Entry(child)));
  }
}

builtinType<Entry>('symtable entry', {
  base: objectType,
  layout: Entry,
  isBaseType: false,
  slots: {
    repr: (self: Entry) => `<symtable entry ${self.block.name}(${identityOf(self)}), line ${self.block.lineno}>`,
  },
  define(type) {
    type.member('id', null, (self) => identityOf(self));
    type.member('name', null, (self) => self.block.name);
    type.member('symbols', null, (self) => self.symbols);
    type.member('varnames', null, (self) => self.varnames);
    type.member('children', null, (self) => self.children);
    type.member('nested', null, (self) => Number(self.block.isNested));
    type.member('type', null, (self) => TYPES[self.block.kind]);
    type.member('lineno', null, (self) => self.block.lineno);
  },
});

function symtable(source: Value, filename: Value, mode: Value): Result {
  if (!isText(mode)) return raiseTypeError(`symtable() argument 3 must be str, not ${argumentName(mode)}`);
  if (!['exec', 'eval', 'single'].includes(textOf(mode))) {
    return raiseValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  }
  const code = sourceOf(source);
  if (code === EXIT) return EXIT;
  return new Entry(services().compiler.symbols(code as Value, fileName(filename), textOf(mode) as CompileMode));
}

/** The name of a file: str, bytes, or what has `__fspath__`. */
function fileName(value: Value): string {
  const path = fspath(value);
  return path instanceof PyBytes ? new TextDecoder().decode(path.data) : textOf(path);
}

function sourceOf(source: Value): Result {
  if (isText(source) || source instanceof PyBytes) return source;
  const buffer = bytesOf(source);
  if (buffer === EXIT) return raiseTypeError('symtable() arg 1 must be a string or bytes object');
  return new PyBytes((buffer as { data: Uint8Array }).data.slice());
}

export const _symtable = builtinModule('_symtable', '', (module) => {
  module.function(
    'symtable(source, filename, startstr, /)',
    'Return symbol and scope dictionaries used internally by compiler.',
    symtable,
  );
  for (const [name, value] of CONSTANTS) module.constant(name, value);
});
