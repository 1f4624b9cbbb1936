/** Reads instructions and handlers of a code object from an image. */
import type { ByteReader } from '../util/byte-stream.ts';
import type { Handler } from './code.ts';
import * as Format from './image-format.ts';
import { RegisterModel } from './image-registers.ts';
import * as Op from './opcodes.generated.ts';

export function readHandlers(reader: ByteReader): Handler[] {
  const handlers: Handler[] = [];
  let last = 0;
  for (let left = reader.varint(); left > 0; left--) {
    const start = last + reader.signed();
    const end = start + reader.varint();
    handlers.push({ start, end, target: end + reader.signed(), register: reader.varint() });
    last = start;
  }
  return handlers;
}

export class InstructionReader {
  readonly operands: ByteReader;
  private readonly opcodes: Uint8Array;
  private readonly registers: ByteReader;
  private readonly model: RegisterModel;
  private readonly words: number[];
  private cacheCount: number;
  private nextConstant: number;
  private nextName: number;

  /** `fixed` is the number of locals and cells. */
  constructor(opcodes: Uint8Array, registers: ByteReader, operands: ByteReader, fixed: number) {
    this.operands = operands;
    this.opcodes = opcodes;
    this.registers = registers;
    this.model = new RegisterModel(fixed);
    this.words = [];
    this.cacheCount = 0;
    this.nextConstant = 0;
    this.nextName = 0;
  }

  read(): { words: Int32Array; cacheCount: number } {
    const { words, model } = this;
    for (const opcode of this.opcodes) {
      const pc = words.push(opcode) - 1;
      const encodings = Format.encodingsOf(opcode);
      for (let i = 0; i < encodings.length; i++) this.readOperand(opcode, pc, encodings[i], i);
      model.endReads();
      for (let i = 0; i < encodings.length; i++) this.readDestination(pc + 1 + i, encodings[i]);
    }
    return { words: Int32Array.from(words), cacheCount: this.cacheCount };
  }

  private readOperand(opcode: number, pc: number, encoding: number, i: number): void {
    const { words, operands, registers, model } = this;
    switch (encoding) {
      case Format.AS_READ:
        words.push(model.readRead(registers, (Format.lastingOperandsOf(opcode) & (1 << i)) !== 0));
        break;
      case Format.AS_WRITE:
        words.push(0);
        break;
      case Format.AS_READS: {
        const count = operands.varint();
        words.push(count);
        for (let left = count; left > 0; left--) words.push(model.readRead(registers, false));
        break;
      }
      case Format.AS_WRITES: {
        const count = operands.varint();
        words.push(count);
        for (let left = count; left > 0; left--) words.push(0);
        break;
      }
      case Format.AS_CONSTANT:
        words.push(this.readConstant());
        break;
      case Format.AS_NAME:
        words.push(this.readName());
        break;
      case Format.AS_INDEX:
        words.push(operands.varint());
        break;
      case Format.AS_INT:
        words.push(operands.signed());
        break;
      case Format.AS_LABEL:
        words.push(opcode === Op.LoopBack ? pc - operands.varint() : pc + operands.varint());
        break;
      default:
        words.push(this.cacheCount++);
    }
  }

  private readDestination(at: number, encoding: number): void {
    const { words, registers, model } = this;
    if (encoding === Format.AS_WRITE) words[at] = model.readWrite(registers);
    else if (encoding === Format.AS_WRITES) {
      for (let item = at + 1; item <= at + words[at]; item++) words[item] = model.readWrite(registers);
    }
  }

  private readConstant(): number {
    const reference = this.operands.varint();
    const index = reference === 0 ? this.nextConstant : reference - 1;
    if (index >= this.nextConstant) this.nextConstant = index + 1;
    return index;
  }

  private readName(): number {
    const reference = this.operands.varint();
    const index = reference === 0 ? this.nextName : reference - 1;
    if (index >= this.nextName) this.nextName = index + 1;
    return index;
  }
}
