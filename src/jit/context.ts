/** An activation that a unit executes: that of the code it was compiled for, or one that is inlined. */
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import type { PyType } from '../objspace/type.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import type { Flow } from './bytecode-flow.ts';
import type { Edge, Node } from './graph.ts';
import type { InlinedConsumer } from './lowering/consuming.ts';
import type { Resumed } from './lowering/resuming.ts';
import type { Profile } from './profile.ts';
import type { Version } from './versions.ts';

export interface Namespaces {
  readonly globals: PyDict;
  readonly builtins: PyDict;
}

/** Those of a function, which are mostly those of its caller. */
function namespacesOf({ globals, builtins }: PyFunction, { namespaces }: Context): Namespaces {
  const isSame = globals === namespaces.globals && builtins === namespaces.builtins;
  return isSame ? namespaces : { globals, builtins };
}

/** What an instruction calls a method for, whose result it may not take as it is. */
export interface Operation {
  readonly left: Node;
  /** The same again if there is one operand. */
  readonly right: Node;
  /** Whether it is the in-place form of an operator, after which the plain one is asked. */
  readonly isInplace: boolean;
}

/** Calls of a class inline its `__new__` for this: `__init__` follows, if there is one. */
export class Construction {
  readonly cls: PyType;
  readonly init: PyFunction | null;
  /** Those of the call, the last ones with names. */
  readonly args: readonly Node[];
  readonly names: readonly string[];
  /** Values for the parameters of `__init__` behind the first one. */
  readonly following: readonly Node[];
  /** Words of the calling instruction. */
  readonly length: number;

  constructor(
    cls: PyType,
    init: PyFunction | null,
    args: readonly Node[],
    names: readonly string[],
    following: readonly Node[],
    length: number,
  ) {
    this.cls = cls;
    this.init = init;
    this.args = args;
    this.names = names;
    this.following = following;
    this.length = length;
  }
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
  /** Why the function is called, if an operator or a class calls it. */
  readonly operation: Operation | Construction | null;
  readonly depth: number;
  /** Whether the unit makes its frame somewhere. */
  isPublished: boolean;
  /** What consumes the generator whose code this is. */
  readonly consumer: InlinedConsumer | null;
  /** Of a generator's code that goes on where it is resumed. */
  resumed: Resumed | null;
  /** Of the code of a coroutine that is awaited where it is made: the call that would make it; -1 for all others. */
  awaitedAt: number;
  /** The version of a loop that is being compiled. */
  version: Version | null;
  /** Whether a round of a loop of few is being compiled. */
  isUnrolled: boolean;
  /** The way from the current block to another one of this code, while it is compiled. */
  connect: ((target: number) => Edge) | null;
  /** Where the code finds global variables. */
  readonly namespaces: Namespaces;

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
    operation: Operation | Construction | null = null,
    consumer: InlinedConsumer | null = null,
    namespaces: Namespaces = namespacesOf(fn!, parent!),
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
    this.awaitedAt = -1;
    this.version = null;
    this.isUnrolled = false;
    this.connect = null;
    this.namespaces = namespaces;
  }

  /** The operands of the operator that calls the method, or the arguments of the class. */
  get operands(): readonly Node[] {
    if (this.operation instanceof Construction) return this.operation.args;
    return this.operation === null ? [] : [this.operation.left, this.operation.right];
  }

  /** What the caller has a hold of until the code returns. */
  get held(): readonly Node[] {
    const following = this.operation instanceof Construction ? this.operation.following : [];
    return [...(this.made === null ? [] : [this.made]), ...this.operands, ...following];
  }

  /** The variable of the unit that has its frame, null as long as nobody needs one. */
  get frameName(): string {
    return this.index === 0 ? 'F' : `F${this.index}`;
  }
}
