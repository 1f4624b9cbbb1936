/**
 * The verifier's data flow: which registers are written, and which are bound, at every instruction.
 *
 * A forward analysis over single instructions, with one byte of state per register: simple rather than fast, because it
 * must be right where the back end may be wrong.
 */
import { CO_VARARGS, CO_VARKEYWORDS, type Code } from '../../bytecode/code.ts';
import type { Mnemonic } from '../../bytecode/instructions.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionInfo, type InstructionInfo, instructionLength } from '../../bytecode/operands.ts';

const WRITTEN = 1;
const BOUND = 2;

type Fail = (code: Code, pc: number, message: string) => never;

/** Operands that may be unbound. */
const MAY_BE_UNBOUND: Partial<Record<Mnemonic, readonly string[]>> = {
  Move: ['src'],
  CheckBound: ['src'],
  MakeCell: ['cell'],
  CallMethod: ['self'],
  CallMethodKw: ['self'],
  CallEx: ['kwargs'],
  ExitContext: ['self'],
};

/** Destinations that may be left unbound. */
const MAY_LEAVE_UNBOUND: Partial<Record<Mnemonic, readonly string[]>> = {
  Unbind: ['dst'],
  LoadMethod: ['self'],
  LoadSuperMethod: ['bound'],
  LoadSpecial: ['self'],
};

export function verifyRegisters(code: Code, fail: Fail): void {
  new RegisterVerifier(code, fail).run();
}

class RegisterVerifier {
  private readonly code: Code;
  private readonly fail: Fail;
  /** State before the instruction at a pc, once it is known to be reached. */
  private readonly states: Map<number, Uint8Array>;
  private readonly pending: number[];

  constructor(code: Code, fail: Fail) {
    this.code = code;
    this.fail = fail;
    this.states = new Map();
    this.pending = [];
  }

  run(): void {
    this.merge(0, this.entryState());
    while (this.pending.length > 0) this.step(this.pending.pop() as number);
    for (const [pc, state] of this.states) this.checkReads(pc, state);
  }

  private entryState(): Uint8Array {
    const { code } = this;
    const state = new Uint8Array(code.registerCount);
    const locals = Math.max(code.varnames.length, ...code.cellRegisters.map((register) => register + 1));
    state.fill(WRITTEN, 0, locals);
    const variadic = (code.flags & CO_VARARGS ? 1 : 0) + (code.flags & CO_VARKEYWORDS ? 1 : 0);
    state.fill(WRITTEN | BOUND, 0, code.argcount + code.kwonlyargcount + variadic);
    return state;
  }

  private merge(pc: number, state: Uint8Array): void {
    const known = this.states.get(pc);
    if (known === undefined) {
      this.states.set(pc, state.slice());
      this.pending.push(pc);
      return;
    }
    let changed = false;
    for (let i = 0; i < known.length; i++) {
      const both = known[i] & state[i];
      if (both === known[i]) continue;
      known[i] = both;
      changed = true;
    }
    if (changed) this.pending.push(pc);
  }

  private step(pc: number): void {
    const { code } = this;
    const before = this.states.get(pc) as Uint8Array;
    const info = instructionInfo(code.words[pc]);
    if (info.raises) this.flowToHandler(pc, before);
    const after = before.slice();
    this.write(pc, info, before, after);
    if (info.jumps) {
      const label = info.operands.findIndex(({ kind }) => kind === 'label');
      // A loop variable is not written by the exhausted iterator.
      this.merge(code.words[pc + 1 + label], info.opcode === Op.ForIter ? before : after);
    }
    if (!info.ends) this.merge(pc + instructionLength(code.words, pc), after);
  }

  private flowToHandler(pc: number, before: Uint8Array): void {
    const handler = this.code.handlers.find(({ start, end }) => start <= pc && pc < end);
    if (handler === undefined) return;
    const state = before.slice();
    state[handler.register] = WRITTEN | BOUND;
    this.merge(handler.target, state);
  }

  private write(pc: number, info: InstructionInfo, before: Uint8Array, after: Uint8Array): void {
    const { words } = this.code;
    info.operands.forEach(({ name, kind }, index) => {
      const word = words[pc + 1 + index];
      if (kind === 'dst' || kind === 'var') {
        const isUnbound = MAY_LEAVE_UNBOUND[info.mnemonic]?.includes(name) ?? false;
        after[word] = isUnbound ? WRITTEN : WRITTEN | BOUND;
        if (info.opcode === Op.Move) after[word] = before[words[pc + 2]];
      }
      if (kind === 'dsts') for (let i = 0; i < word; i++) after[words[pc + 2 + index + i]] = WRITTEN | BOUND;
    });
    if (info.opcode === Op.CheckBound) after[words[pc + 1]] = WRITTEN | BOUND;
  }

  private checkReads(pc: number, state: Uint8Array): void {
    const { words } = this.code;
    const info = instructionInfo(words[pc]);
    info.operands.forEach(({ name, kind }, index) => {
      const word = words[pc + 1 + index];
      if (kind === 'reg' || kind === 'var') this.checkRead(pc, info, name, word, state);
      if (kind !== 'regs') return;
      for (let i = 0; i < word; i++) this.checkRead(pc, info, name, words[pc + 2 + index + i], state);
    });
  }

  private checkRead(pc: number, info: InstructionInfo, name: string, register: number, state: Uint8Array): void {
    const needed = MAY_BE_UNBOUND[info.mnemonic]?.includes(name) ? WRITTEN : WRITTEN | BOUND;
    if ((state[register] & needed) === needed) return;
    const variable = this.code.varnames[register] ?? `register ${register}`;
    this.fail(
      this.code,
      pc,
      `${name} reads ${variable}, which may be ${state[register] === 0 ? 'unwritten' : 'unbound'}`,
    );
  }
}
