/** Calls from unit to unit. Neither side has a frame where nothing can look at it (bare.ts). */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { isTruthInstruction } from '../../interpreter/instructions/operators.ts';
import type { RuntimeCode } from '../../interpreter/runtime-code.ts';
import type { Value } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import type { Builder } from '../builder.ts';
import { CodeState } from '../code-state.ts';
import type { Operation } from '../context.ts';
import type { Node } from '../graph.ts';
import { BOOL, BOUND } from '../kinds.ts';
import { UNWOUND } from '../reasons.ts';
import type { FunctionCallee } from './callees.ts';

/** More arguments than these are not passed from unit to unit. */
export const MAX_ARGUMENTS = 16;

// ── What follows on the answer ───────────────────────────────────────────────────────────────────────────────────

/** What the instruction does with the answer of the callee: in the texts, `$0` is the answer, and the inputs follow. */
export interface Following {
  readonly inputs: readonly Node[];
  /** Where the callee was called on frames; the running one has the name. */
  framed(frame: string): string;
  /** Where it was called without; null: nothing. */
  readonly bare: string | null;
  readonly kinds: number;
  /** The instruction has no result: the register where a call has its own holds its first operand. */
  readonly isStore: boolean;
}

const RETURNED: Following = {
  inputs: [],
  framed: (frame) => `$0 === EXIT ? land(${frame}) : $0`,
  bare: null,
  kinds: BOUND,
  isStore: false,
};

/** The callee is the `__init__` of the object. What is left of it goes on as a constructor. */
export function constructed(object: Node): Following {
  return {
    inputs: [object],
    framed: (frame) => `$0 === EXIT ? constructed(${frame}, $1, land(${frame})) : $0`,
    bare: '$0 === EXIT ? constructedBare($1) : $0',
    kinds: BOUND,
    isStore: false,
  };
}

/** Answers that pass the test are the result. For others, and for callees that are left, there is a continuation (continuing.ts). */
function resultIf(
  b: Builder,
  test: string,
  continuation: string,
  fn: Node,
  inputs: readonly Node[],
  kinds: number,
): Following {
  const { pc } = b;
  return {
    inputs: [fn, ...inputs],
    framed: (frame) => `${test} ? $0 : continued(${frame}, ${pc}, $0, ${continuation})`,
    bare: `${test} ? $0 : continuedBare($1, $0, ${continuation})`,
    kinds,
    isStore: false,
  };
}

/** The callee is the method of an operator. */
export function operated(b: Builder, callee: FunctionCallee, { left, right, isInplace }: Operation): Following {
  const opcode = b.words[b.pc];
  const isBool = asksForBool(opcode);
  const test = isBool ? '$0 === true || $0 === false' : '$0 !== EXIT && $0 !== $4';
  const inputs = [b.boxed(left), b.boxed(right), b.constant(NotImplemented as Value)];
  const continuation = `continuationOf(${opcode}, $2, $3, ${isInplace})`;
  const following = resultIf(b, test, continuation, callee.node, inputs, isBool ? BOOL : BOUND);
  return isStore(opcode) ? storing(following, b.words[b.pc + 1]) : following;
}

function isStore(opcode: number): boolean {
  return opcode === Op.StoreItem || opcode === Op.StoreAttr;
}

/** Where the interpreter has finished the method, it has put the answer into the register of the object, which gets it back. */
function storing(following: Following, register: number): Following {
  return {
    ...following,
    framed: (frame) => `(${frame}.registers[${register}] = $2, ${following.framed(frame)})`,
    isStore: true,
  };
}

function asksForBool(opcode: number): boolean {
  return opcode === Op.In || opcode === Op.NotIn || isTruthInstruction(opcode);
}

/** Whether the instruction that the builder is at can go on with what a call of its method answers. */
export function canBeOperated(b: Builder, runtime: RuntimeCode): boolean {
  const opcode = b.words[b.pc];
  // Iterators are looked at where they are inlined, and the end of a loop is an exception.
  if (opcode === Op.GetIter || opcode === Op.ForIter) return false;
  // Compiled code tests the truth itself: what the interpreter has made of it is of no use.
  const isDecided = opcode === Op.NotIn || isTruthInstruction(opcode);
  return !isDecided || b.canCallBare(CodeState.of(runtime));
}

/** The callee is the `__new__` of the class, which has no `__init__` of its own, unless `__new__` gives it one. */
export function made(
  b: Builder,
  callee: FunctionCallee,
  cls: PyType,
  args: readonly Node[],
  names: readonly string[],
  length: number,
): Following {
  const list = args.map((_value, index) => `$${index + 3}`);
  const keywords = names.length === 0 ? 'null' : `$${args.length + 3}`;
  const inputs = [b.object(cls), ...args.map((value) => b.boxed(value))];
  if (names.length > 0) inputs.push(b.object(names));
  const continuation = `afterNew($2, [${list.join(', ')}], ${keywords}, ${length})`;
  return resultIf(b, '$0 !== EXIT && typeOf($0) === $2 && isLeftToNew($2)', continuation, callee.node, inputs, BOUND);
}

// ── The call ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function expectCode(b: Builder, { fn, node }: FunctionCallee): void {
  // A function that is known by its code has been looked at already.
  if (node.isConstant) b.rely(fn.dependents);
}

/** Calls the function with values for all its parameters. */
export function callUnit(
  b: Builder,
  callee: FunctionCallee,
  runtime: RuntimeCode,
  values: readonly Node[],
  following = RETURNED,
): Node | undefined {
  if (values.length > MAX_ARGUMENTS) return undefined;
  expectCode(b, callee);
  const state = CodeState.of(runtime);
  const isBare = b.canCallBare(state);
  if (!isBare) {
    b.publish();
    if (!b.isHandled()) b.framedCallees.add(state);
  }
  const list = values.map((_value, index) => `, $${index + 2}`).join('');
  const inputs = [b.object(state), callee.node, ...values.map((value) => b.boxed(value))];
  return isBare ? callBare(b, state, list, inputs, following) : callFramed(b, list, inputs, following);
}

function callBare(b: Builder, state: CodeState, list: string, inputs: Node[], following: Following): Node {
  b.bareCallees.add(state);
  const answer = b.writeRunning('call', `$0.bareEntry(null, $1${list})`, inputs, BOUND);
  const { bare, kinds } = following;
  const result = bare === null ? answer : b.write('answered', bare, [answer, ...following.inputs], kinds);
  b.guard('$0 !== EXIT', [result], UNWOUND);
  b.environment.forget();
  return result;
}

function callFramed(b: Builder, list: string, inputs: Node[], following: Following): Node {
  const { framed, inputs: others, kinds } = following;
  b.deepen();
  const answer = b.write('call', `$0.entry(null, $1${list})`, inputs, BOUND);
  const result = b.write('landed', framed(b.context.frameName), [answer, ...others], kinds);
  b.undeepen();
  b.checkRaised(result);
  b.environment.forget();
  if (!following.isStore) b.outdate(b.words[b.pc + 1]);
  return result;
}
