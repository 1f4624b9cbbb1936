/**
 * The list and the dictionary that a call `f(first, *args, name=value, **kwargs)` puts its arguments into, where nothing but the call has them:
 * they are made only where the unit is left, or where the interpreter makes the call.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import { contextRun } from '../../interpreter/handover.ts';
import { BuiltinDefinition } from '../../objspace/gateway/builtin-function.ts';
import { PyType } from '../../objspace/type.ts';
import type { PyTuple } from '../../objspace/types/tuple.ts';
import type { Builder } from '../builder.ts';
import { stateAt } from '../frame-states.ts';
import { type Node, original } from '../graph.ts';
import { BOUND, DICT, LIST } from '../kinds.ts';
import { itemsOfList } from '../virtuals.ts';

const LIST_FOR_CALL = 'list_for_call';
const KEYWORDS_FOR_CALL = 'keywords_for_call';
/** An empty dictionary for `**kwargs`. */
export const NO_KEYWORDS = 'new Dict()';

/** The CallEx behind the instruction, if there is nothing but what collects its arguments in between and it has been seen at work; -1 if not. */
function callBehind(b: Builder, collects: number): number {
  const { words, pc } = b;
  let next = pc + instructionLength(words, pc);
  if (words[next] === collects) next += instructionLength(words, next);
  return words[next] === Op.CallEx && b.context.profile.isVisited(next) ? next : -1;
}

/** Whether the call at `pc` has the temporary register for itself. */
function isOwn(b: Builder, pc: number, register: number): boolean {
  const { flow } = b.context;
  return !flow.isKept(register) && (b.words[pc + 1] === register || !flow.liveBehind(pc).has(register));
}

// ── context.run(callback, *args) ─────────────────────────────────────────────────────────────────────────────────

/** The definition and the context of `Context.run` as a bound method that has not been made. */
function contextRunOf(node: Node): readonly Node[] | undefined {
  const { op, inputs } = original(node);
  const definition: unknown = op === 'new' && inputs.length === 2 ? inputs[0].constant : undefined;
  return definition instanceof BuiltinDefinition && definition.body === contextRun.body ? inputs : undefined;
}

/** At a ListExtend: the list of `first` and what is in a tuple; `undefined` if the call that takes it is none of `Context.run`. */
export function listForCall(b: Builder, first: readonly Node[], tuple: Node): Node | undefined {
  const { words } = b;
  const register = words[b.pc + 1];
  const unbind = b.pc + instructionLength(words, b.pc);
  const call = first.length === 1 && words[unbind] === Op.Unbind ? callBehind(b, Op.Unbind) : -1;
  if (call < 0 || words[call + 4] !== words[unbind + 1] || words[call + 3] !== register || !isOwn(b, call, register))
    return undefined;
  if (contextRunOf(b.get(words[call + 2])) === undefined) return undefined;
  return b.pure(LIST_FOR_CALL, 'listWith($0, [$1])', [tuple, b.boxed(first[0])], LIST);
}

// ── f(first, name=value, **kwargs) ───────────────────────────────────────────────────────────────────────────────

/** At a BuildConstMap: the dictionary, where it and an empty `**kwargs` are the keywords of a call of a builtin class. */
export function keywordsForCall(b: Builder, text: string, inputs: Node[]): Node | undefined {
  const { words, pc } = b;
  const register = words[pc + 1];
  const merge = pc + instructionLength(words, pc);
  const call = callBehind(b, Op.MapMerge);
  if (call < 0 || words[merge] !== Op.MapMerge || words[merge + 1] !== register) return undefined;
  if (words[call + 4] !== register || !isOwn(b, call, register)) return undefined;
  const { sites } = b.context.profile;
  const source = original(b.get(words[merge + 2]));
  if (source.template !== NO_KEYWORDS || sites[merge]?.isWild !== false) return undefined;
  const callees = sites[call]?.callees ?? [];
  const isBuiltinClass = callees.length === 1 && callees[0] instanceof PyType && !callees[0].isHeapType;
  return isBuiltinClass ? b.pure(KEYWORDS_FOR_CALL, text, inputs, DICT) : undefined;
}

/** At a MapMerge: true if nothing is added to the keywords of a call. */
export function mergesNothing(b: Builder, target: Node, source: Node): boolean {
  if (original(target).op !== KEYWORDS_FOR_CALL) return false;
  b.guard('$0.size === 0', [source], 'keywords');
  return true;
}

// ── The call ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The result of a CallEx whose containers are not made; `undefined` for all others. */
export function callWithoutContainers(b: Builder): Node | undefined {
  const { words, pc } = b;
  const callee = b.get(words[pc + 2]);
  const starred = b.get(words[pc + 3]);
  const place = `${b.context.frameName}, ${pc}`;
  if (original(starred).op === LIST_FOR_CALL) {
    const [tuple, callback] = original(starred).inputs;
    const run = contextRunOf(callee);
    if (run === undefined) return undefined;
    return callOnFrame(b, `runInContext(${place}, $0, $1, $2, $3)`, [...run, callback, tuple]);
  }
  const keywords = original(b.get(words[pc + 4]));
  const items = keywords.op === KEYWORDS_FOR_CALL ? itemsOfList(b, starred) : null;
  if (items === null) return undefined;
  const [names, ...values] = keywords.inputs;
  const args = [...items, ...values].map((node) => b.boxed(node));
  const list = args.map((_node, index) => `$${index + 3}`).join(', ');
  const strings = b.object((names.constant as unknown as PyTuple).items);
  return callOnFrame(b, `callWithNames(${place}, $0, [${list}], $1, $2)`, [callee, strings, names, ...args]);
}

/** The frame has what the call leaves; its operands get there only where the interpreter makes it. */
function callOnFrame(b: Builder, text: string, inputs: Node[]): Node {
  const { words, pc, environment, context } = b;
  b.currentState = stateAt(pc, environment, context.flow.liveWithin(pc));
  b.publish();
  b.currentState = null;
  const result = b.writeRunning('call', text, inputs, BOUND);
  b.checkRaised(result);
  b.environment.forget();
  b.outdate(words[pc + 1]);
  return result;
}
