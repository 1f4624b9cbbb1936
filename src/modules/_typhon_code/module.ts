/** `_typhon_code`: Typhon's own instructions (docs/bytecode.md), read for `dis` (lib-python-patches/_typhon_dis.py). Offsets are those of `co_code`. */
import type { Code } from '../../bytecode/code.ts';
import { OperandTexts } from '../../bytecode/disassembler.ts';
import { findInstruction, INSTRUCTION_COUNT, instructionInfo, type OperandKind } from '../../bytecode/operands.ts';
import { PyCode } from '../../interpreter/py-code.ts';
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Exit, Result, Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

/** Bytes of `co_code` per word. */
const WORD = 4;

/** Which operand of several stands for the whole instruction. */
const MAIN_KINDS: readonly OperandKind[] = ['name', 'const', 'label', 'free', 'int', 'reg', 'var', 'dst'];

const shownName = (mnemonic: string): string => mnemonic.replace(/(?<=[a-z0-9])([A-Z])/g, '_$1').toUpperCase();

interface MainOperand {
  readonly kind: OperandKind;
  readonly word: number;
}

function mainOperand(words: Int32Array, pc: number): MainOperand | undefined {
  const { operands } = instructionInfo(words[pc]);
  for (const kind of MAIN_KINDS) {
    const index = operands.findIndex((operand) => operand.kind === kind);
    if (index >= 0) return { kind, word: words[pc + 1 + index] };
  }
  return undefined;
}

function mainKind(opcode: number): Value {
  const { operands } = instructionInfo(opcode);
  return MAIN_KINDS.find((kind) => operands.some((operand) => operand.kind === kind)) ?? null;
}

/** Where the instruction may jump to. */
function targetOf(words: Int32Array, pc: number): number | undefined {
  const index = instructionInfo(words[pc]).operands.findIndex(({ kind }) => kind === 'label');
  return index < 0 ? undefined : words[pc + 1 + index];
}

/** Length in words, or undefined if that is no instruction. */
function lengthAt(words: Int32Array, pc: number): number | undefined {
  const info = findInstruction(words[pc]);
  if (info === undefined) return undefined;
  const fixed = 1 + info.operands.length;
  const length = info.isVariadic ? fixed + words[pc + fixed - 1] : fixed;
  return length >= 1 && pc + length <= words.length ? length : undefined;
}

/** A row for each instruction: offset, end, name, kind and value of the main operand, texts of all operands, offset of the target. */
function instructions(code: Code): Value {
  const { words } = code;
  const texts = new OperandTexts(code, new Map());
  const rows: Value[] = [];
  for (let pc = 0, length: number; pc < words.length; pc += length) {
    length = lengthAt(words, pc)!;
    rows.push(instructionRow(words, pc, pc + length, texts.of(pc)));
  }
  return PyList.of(rows) as Value;
}

function instructionRow(words: Int32Array, pc: number, end: number, texts: string[]): Value {
  const main = mainOperand(words, pc);
  const target = targetOf(words, pc);
  const scale = main?.kind === 'label' ? WORD : 1;
  return new PyTuple([
    pc * WORD,
    end * WORD,
    shownName(instructionInfo(words[pc]).mnemonic),
    main === undefined ? null : main.kind,
    main === undefined ? null : main.word * scale,
    new PyTuple(texts) as Value,
    target === undefined ? null : target * WORD,
  ]) as Value;
}

/** Targets of jumps in the bytes of `co_code`, in the order in which they are named. */
function labels(bytes: Uint8Array): Value | Exit {
  const words = new Int32Array(bytes.slice().buffer, 0, bytes.length >> 2);
  const found = new Set<number>();
  for (let pc = 0; pc < words.length; ) {
    const length = lengthAt(words, pc);
    if (length === undefined) return raiseValueError(`no instruction at offset ${pc * WORD}`);
    const target = targetOf(words, pc);
    if (target !== undefined) found.add(target * WORD);
    pc += length;
  }
  return PyList.of([...found]) as Value;
}

function handlers({ handlers: table }: Code): Value {
  const rows = table.map(
    ({ start, end, target, register }) =>
      new PyTuple([start * WORD, end * WORD, target * WORD, register]) as unknown as Value,
  );
  return PyList.of(rows) as Value;
}

function codeOf(value: Value): Code | Exit {
  return value instanceof PyCode ? value.code : raiseTypeError(`expected a code object, not '${typeName(value)}'`);
}

function ofCode(value: Value, read: (code: Code) => Value): Result {
  const code = codeOf(value);
  return typeof code === 'object' ? read(code as Code) : code;
}

export const _typhon_code = builtinModule('_typhon_code', "Typhon's own instructions, for dis.", (module) => {
  module.function('instructions(code, /)', 'The instructions of a code object, a tuple for each.', (code) =>
    ofCode(code, instructions),
  );
  module.function('handlers(code, /)', 'Tuples of start, end, target and register.', (code) => ofCode(code, handlers));
  module.function('labels(code: bytes, /)', 'Targets of the jumps in co_code.', (code) => labels(code.data));
  module.function('kinds()', 'Kind of the main operand of each instruction, None where there is none.', () =>
    PyList.of(Array.from({ length: INSTRUCTION_COUNT }, (_, opcode) => mainKind(opcode))),
  );
  module.function('names()', 'Names of the instructions by their numbers.', () =>
    PyList.of(
      Array.from({ length: INSTRUCTION_COUNT }, (_, opcode) => shownName(instructionInfo(opcode).mnemonic) as Value),
    ),
  );
});
