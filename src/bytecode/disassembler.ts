/**
 * Code objects as text: what `typhon dis` prints, and what golden tests of the compiler compare.
 *
 *     code f (example.py:1)
 *       parameters x · locals x, y · registers 4
 *          2      0       AddInt t2, x, 1
 *          3      5   L1: GetIter t3, t2
 *       handlers
 *         L1 to L2 -> L3 with t2
 *
 * The columns are the source line (where it changes), the pc and the label. Registers of variables and cells have their
 * names, temporaries are t<register>. Code among the constants follows, in their order. The text depends on the code alone.
 */
import { Code } from './code.ts';
import { reprConstant } from './constant-repr.ts';
import { FUNCTION_PARTS, INTRINSICS, SPECIAL_METHODS } from './instructions.ts';
import { instructionInfo, type InstructionInfo, instructionLength, type Operand } from './operands.ts';
import { allPositions } from './position-table.ts';

const LINE_WIDTH = 6;
const PC_WIDTH = 7;
const LABEL_WIDTH = 7;

/** `int` operands that stand for a row of a table. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  'CallIntrinsic.which': Object.keys(INTRINSICS),
  'LoadSpecial.which': SPECIAL_METHODS,
  'SetFunctionPart.part': FUNCTION_PARTS,
};

/** The text of `code` and, unless `isNested` is false, of all code inside it. Ends with a line end. */
export function disassemble(code: Code, isNested = true): string {
  const lines = new CodeDisassembler(code).run();
  const own = `${lines.join('\n')}\n`;
  if (!isNested) return own;
  const inner = code.constants.filter((constant) => constant instanceof Code);
  return [own, ...inner.map((constant) => disassemble(constant as Code))].join('\n');
}

/** The operands of instructions as text; a label that has no name is a pc. */
export class OperandTexts {
  private readonly code: Code;
  private readonly labels: ReadonlyMap<number, string>;
  private readonly registerNames: Map<number, string>;

  constructor(code: Code, labels: ReadonlyMap<number, string>) {
    this.code = code;
    this.labels = labels;
    this.registerNames = new Map(code.varnames.map((name, register) => [register, name]));
    code.cellvars.forEach((name, index) => {
      this.registerNames.set(code.cellRegisters[index], name);
    });
  }

  /** Those of the instruction at `pc`, without places of caches. */
  of(pc: number): string[] {
    const info = instructionInfo(this.code.words[pc]);
    return info.operands
      .map((operand, index) => this.operand(info, operand, pc + 1 + index))
      .filter((text) => text !== '');
  }

  private operand(info: InstructionInfo, { name, kind }: Operand, at: number): string {
    const { code } = this;
    const word = code.words[at];
    switch (kind) {
      case 'dst':
      case 'reg':
      case 'var':
        return this.register(word);
      case 'const':
        return reprConstant(code.constants[word]);
      case 'name':
        return code.names[word];
      case 'free':
        return code.freevars[word];
      case 'label':
        return this.labels.get(word) ?? String(word);
      case 'int':
        return TABLES[`${info.mnemonic}.${name}`]?.[word] ?? String(word);
      case 'ic':
        return '';
      default:
        return `(${Array.from({ length: word }, (_, i) => this.register(code.words[at + 1 + i])).join(', ')})`;
    }
  }

  register(register: number): string {
    return this.registerNames.get(register) ?? `t${register}`;
  }
}

class CodeDisassembler {
  private readonly code: Code;
  /** Name of each label by its pc. */
  private readonly labels: Map<number, string>;
  private readonly texts: OperandTexts;

  constructor(code: Code) {
    this.code = code;
    this.labels = nameLabels(code);
    this.texts = new OperandTexts(code, this.labels);
  }

  run(): string[] {
    const { code } = this;
    return [
      `code ${code.qualname} (${code.filename}:${code.firstLine})`,
      `  ${this.summary()}`,
      ...this.instructions(),
      ...this.handlers(),
    ];
  }

  private summary(): string {
    const { code } = this;
    const parts = [
      list('locals', code.varnames),
      list('cells', code.cellvars),
      list('free', code.freevars),
      `registers ${code.registerCount}`,
    ];
    return parts.filter((part) => part !== '').join(' · ');
  }

  private instructions(): string[] {
    let shownLine = -2;
    return allPositions(this.code).map(({ pc, line }) => {
      const text = line === shownLine ? '' : line < 0 ? '-' : String(line);
      shownLine = line;
      const label = this.labels.has(pc) ? `${this.labels.get(pc)}: ` : '';
      const columns = [text.padStart(LINE_WIDTH), String(pc).padStart(PC_WIDTH), label.padStart(LABEL_WIDTH)];
      return `${columns.join('')}${this.instruction(pc)}`;
    });
  }

  private instruction(pc: number): string {
    const { mnemonic } = instructionInfo(this.code.words[pc]);
    const operands = this.texts.of(pc);
    return operands.length === 0 ? mnemonic : `${mnemonic} ${operands.join(', ')}`;
  }

  private handlers(): string[] {
    const { handlers } = this.code;
    if (handlers.length === 0) return [];
    const place = (pc: number): string => this.labels.get(pc) ?? String(pc);
    return [
      '  handlers',
      ...handlers.map(
        ({ start, end, target, register }) =>
          `    ${place(start)} to ${place(end)} -> ${place(target)} with ${this.texts.register(register)}`,
      ),
    ];
  }
}

function list(title: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${title} ${names.join(', ')}`;
}

/** Every pc that a jump or a handler mentions is L1, L2 ... in the order of the code. */
function nameLabels(code: Code): Map<number, string> {
  const pcs = new Set<number>();
  for (let pc = 0; pc < code.words.length; pc += instructionLength(code.words, pc)) {
    instructionInfo(code.words[pc]).operands.forEach(({ kind }, index) => {
      if (kind === 'label') pcs.add(code.words[pc + 1 + index]);
    });
  }
  for (const { start, end, target } of code.handlers) for (const pc of [start, end, target]) pcs.add(pc);
  const sorted = [...pcs].sort((a, b) => a - b);
  return new Map(sorted.map((pc, index) => [pc, `L${index + 1}`]));
}
