/**
 * Python functions that are told of what the compiler does. It is at work in the middle of an instruction: what it does is put down, and told
 * at the next safepoint, which comes at once.
 */
import type { CodeState } from '../../jit/code-state.ts';
import { controls, type Listener } from '../../jit/controls.ts';
import type { Unit } from '../../jit/unit.ts';
import { PyCode } from '../../interpreter/py-code.ts';
import { type Watcher, watchers } from '../../interpreter/safepoint.ts';
import { services } from '../../interpreter/services.ts';
import { takeException } from '../../objspace/exception.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';
import { PyFloat } from '../../objspace/types/float.ts';

interface Message {
  readonly hook: Value;
  readonly args: Value[];
}

class Hooks implements Listener {
  compileHook: Value;
  abortHook: Value;
  private queue: Message[];
  private isTelling: boolean;

  constructor() {
    this.compileHook = null;
    this.abortHook = null;
    this.queue = [];
    this.isTelling = false;
  }

  compiled({ state, pc, source }: Unit, milliseconds: number): void {
    if (this.compileHook === null) return;
    this.put(this.compileHook, [PyCode.of(state.runtime.code), pc, new PyFloat(milliseconds) as Value, source]);
  }

  refused(code: CodeState, pc: number, reason: string): void {
    if (this.abortHook !== null) this.put(this.abortHook, [PyCode.of(code.runtime.code), pc, reason]);
  }

  dropped(code: CodeState, reason: string): void {
    this.refused(code, 0, reason);
  }

  failed(): void {}

  private put(hook: Value, args: Value[]): void {
    this.queue.push({ hook, args });
    services().limits.refuel(0);
  }

  /** What a hook does can put down more. */
  tell(): void {
    if (this.isTelling) return;
    this.isTelling = true;
    while (this.queue.length > 0) {
      const messages = this.queue;
      this.queue = [];
      for (const { hook, args } of messages)
        if (call(hook, args) === EXIT) services().unraisable(takeException(), hook);
    }
    this.isTelling = false;
  }
}

export const hooks = perInterpreter(() => {
  const made = new Hooks();
  controls().listeners.add(made);
  return made;
});

const messenger: Watcher = () => {
  hooks().tell();
  return true;
};
// Nothing is compiled while a program sleeps.
messenger.isPatient = true;
watchers.push(messenger);
