/** An activation that a unit executes: that of the code it was compiled for, or one that is inlined. */
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import type { Flow } from './bytecode-flow.ts';
import type { Edge, Node } from './graph.ts';
import type { InlinedConsumer } from './lowering/consuming.ts';
import type { Resumed } from './lowering/resuming.ts';
import type { Profile } from './profile.ts';
import type { Version } from './versions.ts';

/** What an instruction calls a method for, whose result it may not take as it is. */
export interface Operation {
  readonly left: Node;
  /** The same again if there is one operand. */
  readonly right: Node;
  /** Whether it is the in-place form of an operator, after which the plain one is asked. */
  readonly isInplace: boolean;
}

export class Context {
  readonly index: number;
  readonly runtime: RuntimeCode;
  readonly flow: Flow;
  readonly profile: Profile;
  readonly parent: Context | null;
  /** The function, or one of the same code; null for the code of the unit itself. */
  readonly fn: PyFunction | null;
  /** What holds the function. */
  readonly callee: Node | null;
  /** The calling instruction. */
  readonly callPc: number;
  readonly returnPc: number;
  /** The object that an inlined `__init__` fills. */
  readonly made: Node | null;
  /** Why the method is called, if an operator calls it. */
  readonly operation: Operation | null;
  readonly depth: number;
  /** Whether the unit makes its frame somewhere. */
  isPublished: boolean;
  /** What consumes the generator whose code this is. */
  readonly consumer: InlinedConsumer | null;
  /** Of a generator's code that goes on where it is resumed. */
  resumed: Resumed | null;
  /** The version of a loop that is being compiled. */
  version: Version | null;
  /** The way from the current block to another one of this code, while it is compiled. */
  connect: ((target: number) => Edge) | null;

  constructor(
    index: number,
    runtime: RuntimeCode,
    flow: Flow,
    profile: Profile,
    fn: PyFunction | null,
    callee: Node | null,
    parent: Context | null,
    callPc: number,
    returnPc: number,
    made: Node | null,
    operation: Operation | null = null,
    consumer: InlinedConsumer | null = null,
  ) {
    this.consumer = consumer;
    this.index = index;
    this.runtime = runtime;
    this.flow = flow;
    this.profile = profile;
    this.fn = fn;
    this.callee = callee;
    this.parent = parent;
    this.callPc = callPc;
    this.returnPc = returnPc;
    this.made = made;
    this.operation = operation;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.isPublished = false;
    this.resumed = null;
    this.version = null;
    this.connect = null;
  }

  /** The operands of the operator that calls the method. */
  get operands(): readonly Node[] {
    return this.operation === null ? [] : [this.operation.left, this.operation.right];
  }

  /** The variable of the unit that has its frame, null as long as nobody needs one. */
  get frameName(): string {
    return this.index === 0 ? 'F' : `F${this.index}`;
  }
}
