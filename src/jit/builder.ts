/**
 * From bytecode and profile to the graph: executes the code abstractly, block after block in reverse post-order, with nodes in place of
 * values. What each instruction becomes is in lowering/.
 *
 * Requirements that it keeps
 *   - A guard stands before every effect of its instruction, so that the interpreter can execute the instruction anew.
 *   - Wherever Python code may run, the frames of the unit are up to date (`publish`): `sys._getframe`, tracebacks and `locals()` see
 *     what they would see of interpreted code.
 *   - What was never executed while the code was profiled is not compiled: the unit is left there.
 */
import { instructionInfo, instructionLength } from '../bytecode/operands.ts';
import type { Handler } from '../bytecode/code.ts';
import { FAST } from '../interpreter/fast/table.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import type { Value } from '../objspace/object.ts';
import type { Shape } from '../objspace/shape.ts';
import type { PyType } from '../objspace/type.ts';
import type { PyFloat } from '../objspace/types/float.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import type { Flow } from './bytecode-flow.ts';
import { type FlowBlock, labelOf } from './flow-block.ts';
import { escape, noteUsed, settleVirtuals, type Way } from './virtuals.ts';
import { publish, publishState, stateAt, syncedOf } from './frame-states.ts';
import { connectBack, enterLoop, type Header } from './loop-headers.ts';
import { expectValid, Validity } from './validity.ts';
import { NEVER_EXECUTED, NeedsFrame, NotCompilable, RAISES } from './reasons.ts';
import { CodeState } from './code-state.ts';
import { Construction, Context, type Namespaces, type Operation } from './context.ts';
import type { Draining } from '../objspace/draining.ts';
import type { Dependents } from '../objspace/dependents.ts';
import { Environment } from './environment.ts';
import {
  areSame,
  Block,
  Edge,
  type Effect,
  type FrameState,
  GUARD,
  leastKnown,
  Node,
  original,
  Phi,
  PURE,
  READ,
  WRITE,
} from './graph.ts';
import { ANY, BOOL, BOUND, FLOAT, INT, isWithin, kindOf, kindText, LIST, SMALL, UNBOUND } from './kinds.ts';
import { checkOf } from './checks.ts';
import { kindsOfShape, OBJECTS } from './shape-kinds.ts';
import { doubleText } from './texts.ts';
import { lower } from './lowering/lower.ts';
import { madeObject } from './lowering/constructing.ts';
import { finishAwaited } from './lowering/awaiting.ts';
import { endResumed } from './lowering/resuming.ts';
import { answerOf } from './lowering/special-methods.ts';
import { chooseVersion } from './lowering/versions.ts';
import type { InlinedConsumer, PendingGenerator } from './lowering/consuming.ts';
import { type Profile, renewShapes, type Site } from './profile.ts';

/** More nodes than this make a unit that V8 compiles late and badly. */
export const MAX_NODES = 4000;
/** Stores an item that the strategy of the list has a form for. */
export const SET_ITEM = 'set_item';
/** What a word of bytecode becomes, on the average. */
export const NODES_PER_WORD = 0.9;
/** Of the code that is still to be compiled, without what will be inlined into it. */
const NODES_PER_WORD_AHEAD = 0.6;

export interface Pending {
  edge: Edge;
  readonly environment: Environment;
}

/** A place where an inlined function returns. */
export interface ReturnSite {
  readonly block: Block;
  readonly environment: Environment;
  readonly value: Node;
}

/** An exception handler, and the activation that it belongs to. */
interface Taker {
  readonly handler: Handler;
  readonly environment: Environment;
}

export class Builder {
  readonly blocks: Block[];
  readonly root: Context;
  readonly contexts: Context[];
  environment: Environment;
  block: Block;
  /** The instruction that is being compiled. */
  pc: number;
  /** Whether what follows in this block cannot be reached. */
  isClosed: boolean;
  private nodeCount: number;
  /** Words of bytecode that are still to be compiled, in all contexts that are open. */
  private wordsAhead: number;
  /** The frames as they are before the instruction, once somebody has asked for them. */
  currentState: FrameState | null;
  private readonly constants: Map<unknown, Node>;
  /** Where the code of an inlined function returns; null in the code of the unit itself. */
  returnSites: ReturnSite[] | null;
  /** Generators that were made here, by their nodes. */
  readonly generators: Map<Node, PendingGenerator>;
  /** What stands for coroutines that have been awaited in place: their results. */
  readonly awaited = new Map<Node, Node>();
  /** What has been looked up last, dictionary and key: whatever happens in between, it may be worth a look at the same place. */
  lastLookup: readonly [Node, Node] | null;
  /** Nodes beyond which little is inlined. */
  readonly inlining: number;
  /** Whether nothing has needed a frame so far, in a unit that is called from its beginning. */
  isFrameless: boolean;
  /** How many functions are inlined within each other. */
  inlinedDepth: number;
  /** What is called without the unit's frame; itself only if it is frameless to the end. */
  readonly bareCallees: Set<CodeState>;
  /** What is called with its frame only because the callee's unit needs one, or is not made yet. */
  readonly framedCallees: Set<CodeState>;
  /** How the unit drains its generator, 0 if it does not; and where it puts the items. */
  draining: Draining | 0;
  drained: Node | null;
  /** What the unit relies on, and how often that had changed before. */
  readonly dependencies: Map<Dependents, number>;

  constructor(
    runtime: RuntimeCode,
    flow: Flow,
    profile: Profile,
    namespaces: Namespaces,
    inlining: number,
    isFrameless = false,
  ) {
    this.inlining = inlining;
    this.isFrameless = isFrameless;
    this.inlinedDepth = 0;
    this.bareCallees = new Set();
    this.framedCallees = new Set();
    this.draining = 0;
    this.drained = null;
    this.dependencies = new Map();
    this.blocks = [];
    this.constants = new Map();
    this.generators = new Map();
    this.lastLookup = null;
    this.nodeCount = 0;
    this.wordsAhead = 0;
    this.root = new Context(0, runtime, flow, profile, null, null, null, 0, 0, null, null, null, namespaces);
    this.contexts = [this.root];
    this.block = this.newBlock();
    this.environment = new Environment(this.root, null, new Array(runtime.registerCount).fill(null));
    this.environment.current = this.root;
    // Units are entered where the fuel has been looked at, which observers take away; those of generators by others, too.
    this.environment.isUnobserved = !runtime.isGenerator;
    this.environment.validity = new Validity();
    this.pc = flow.entry.start;
    this.isClosed = false;
    this.currentState = null;
    this.returnSites = null;
  }

  /** Nodes that the unit will have if nothing more is inlined. */
  get expectedSize(): number {
    return this.nodeCount + this.wordsAhead * NODES_PER_WORD_AHEAD;
  }

  // ── Nodes ──────────────────────────────────────────────────────────────────────────────────────────────────────

  newBlock(): Block {
    const block = new Block(this.blocks.length);
    this.blocks.push(block);
    return block;
  }

  add(node: Node): Node {
    if (++this.nodeCount > MAX_NODES) throw new NotCompilable('too long');
    for (const input of node.inputs) escape(this, input);
    if (node.effect === WRITE && node.op !== SET_ITEM) this.environment.strategies.clear();
    return this.put(node);
  }

  /** Without asking what its inputs are. */
  put(node: Node): Node {
    node.block = this.block;
    node.context = this.context;
    node.pc = this.pc;
    this.block.nodes.push(node);
    return node;
  }

  private node(op: string, template: string, inputs: Node[], effect: Effect, kinds: number): Node {
    return this.add(new Node(op, template, inputs, effect, kinds));
  }

  pure(op: string, template: string, inputs: Node[], kinds: number): Node {
    return this.node(op, template, inputs, PURE, kinds);
  }

  read(op: string, template: string, inputs: Node[], kinds: number): Node {
    return this.node(op, template, inputs, READ, kinds);
  }

  write(op: string, template: string, inputs: Node[], kinds: number = UNBOUND): Node {
    return this.node(op, template, inputs, WRITE, kinds);
  }

  /** A raw double. */
  double(op: string, template: string, inputs: Node[], effect: Effect = PURE): Node {
    const node = this.node(op, template, inputs, effect, FLOAT);
    node.isRaw = true;
    return node;
  }

  /** An int within the bounds. */
  int(op: string, template: string, inputs: Node[], low: number, high: number, effect: Effect = PURE): Node {
    const isSmall = low >= -(2 ** 31) && high < 2 ** 31;
    const node = this.node(op, template, inputs, effect, isSmall ? SMALL : INT);
    node.low = low;
    node.high = high;
    return node;
  }

  /** Leaves the unit where the condition does not hold. */
  guard(template: string, inputs: Node[], reason: string): Node {
    const node = this.node('guard', template, inputs, GUARD, UNBOUND);
    node.state = this.state();
    node.reason = reason;
    return node;
  }

  /** The unit is left here, whatever comes. */
  leave(reason: string): void {
    if (this.isClosed) return;
    this.block.terminator = { type: 'leave', state: this.state(), reason };
    this.isClosed = true;
  }

  /** A Python value that is known. */
  constant(value: Value | undefined): Node {
    let node = this.constants.get(value);
    if (node === undefined || Object.is(value, -0)) {
      // The strategy of a list may change.
      const kinds = kindOf(value);
      node = new Node('constant', '', [], PURE, isWithin(kinds, LIST) ? LIST : kinds);
      node.constant = value;
      node.isConstant = true;
      if (typeof value === 'number') node.low = node.high = value;
      this.constants.set(value, node);
    }
    return node;
  }

  /** An object of the machine that is known: a shape, a dictionary, a code. */
  object(value: object): Node {
    return this.constant(value as Value);
  }

  /** The same node with more known about it. */
  refine(node: Node, kinds: number): Node {
    const refined = new Node('refined', '$0', [node], PURE, node.kinds & kinds);
    refined.alias = node;
    refined.isRaw = node.isRaw;
    refined.low = node.low;
    refined.high = node.high;
    refined.constant = node.constant;
    refined.isConstant = node.isConstant;
    refined.iteration = node.iteration;
    refined.shape = node.shape;
    refined.form = node.form;
    if (isWithin(refined.kinds, SMALL)) {
      refined.low = Math.max(refined.low, -(2 ** 31));
      refined.high = Math.min(refined.high, 2 ** 31 - 1);
    }
    refined.block = this.block;
    this.replace(node, refined);
    return refined;
  }

  replace(node: Node, by: Node): void {
    const { registers, shapes, doubles } = this.environment;
    this.environment.replaceFields(node, by);
    for (let index = 0; index < registers.length; index++) if (registers[index] === node) registers[index] = by;
    const shape = shapes.get(node);
    if (shape !== undefined) shapes.set(by, shape);
    const double = doubles.get(node);
    if (double !== undefined) doubles.set(by, double);
  }

  /** The node, made sure to be of these kinds; null if that cannot be or cannot be tested. */
  expect(node: Node, kinds: number): Node | null {
    if (isWithin(node.kinds, kinds)) return node;
    if ((node.kinds & kinds) === 0) return null;
    const check = checkOf(kinds, node.kinds);
    if (check === null) return null;
    this.guard(check, [node], kindText(kinds));
    return this.refine(node, kinds);
  }

  /** As `expect`, for the kinds that a site has seen of an operand, if these are among `kinds`. */
  expectSeen(node: Node, seen: number, kinds: number): Node | null {
    if (isWithin(node.kinds, kinds)) return node;
    return isWithin(seen, kinds) ? this.expect(node, seen === SMALL && kinds === INT ? INT : seen) : null;
  }

  // ── Values ─────────────────────────────────────────────────────────────────────────────────────────────────────

  get(register: number): Node {
    const node = this.environment.registers[register];
    if (node === null) throw new NotCompilable(`register ${register} at ${this.pc} is not known`);
    return node;
  }

  set(register: number, node: Node): void {
    this.environment.registers[register] = node;
  }

  /** The value as Python sees it. */
  boxed(node: Node): Node {
    if (!node.isRaw) return node;
    return this.pure('box', 'new Float($0)', [node], FLOAT);
  }

  /** The number of a float or int. */
  raw(node: Node): Node {
    if (node.isRaw || !isWithin(node.kinds, FLOAT))
      return isWithin(node.kinds, BOOL) ? this.double('number', '+$0', [node]) : node;
    if (node.isConstant) return this.double('literal', doubleText((node.constant as unknown as PyFloat).value), []);
    const { doubles } = this.environment;
    let double = doubles.get(node);
    if (double === undefined) {
      double = this.double('unbox', '$0.value', [node]);
      doubles.set(node, double);
    }
    return double;
  }

  /** Whether nothing but this temporary register has the value, which is not needed behind the instruction (that may write to it). */
  isAlone(value: Node, register: number): boolean {
    const { flow } = this.context;
    if (flow.isKept(register) || flow.liveWithin(this.pc).has(register)) return false;
    for (
      let environment: Environment | null = this.environment;
      environment !== null;
      environment = environment.parent
    ) {
      const isOwn = environment === this.environment;
      const isElsewhere = environment.registers.some((node, index) => {
        return node !== null && original(node) === original(value) && !(isOwn && index === register);
      });
      if (isElsewhere) return false;
    }
    return true;
  }

  // ── Frames ─────────────────────────────────────────────────────────────────────────────────────────────────────

  get context(): Context {
    return this.environment.context;
  }

  get namespaces(): Namespaces {
    return this.context.namespaces;
  }

  get words(): Int32Array {
    return this.context.runtime.code.words;
  }

  site(): Site {
    const site = this.context.profile.sites[this.pc]!;
    renewShapes(site.shapes);
    renewShapes(site.rightShapes);
    return site;
  }

  /** Whether the instruction has seen objects of this shape only. */
  isAlways(shape: Shape): boolean {
    const { shapes } = this.site();
    return shapes.length === 1 && shapes[0] === shape;
  }

  /** The frames as they are before the instruction. */
  state(): FrameState {
    this.currentState ??= stateAt(this.pc, this.environment, this.context.flow.liveBefore(this.pc));
    return this.currentState;
  }

  /** Makes the frames and brings them up to date: Python code may run, or whatever looks at frames. */
  publish(): void {
    if (this.isFrameless && this.bareCallees.has(CodeState.of(this.root.runtime))) throw new NeedsFrame();
    this.isFrameless = false;
    publish(this);
  }

  /** Whether a code can be called here without the frames of the unit. */
  canCallBare(callee: CodeState): boolean {
    if (this.isHandled()) return false;
    const isItself = callee.runtime === this.root.runtime && this.root.flow.entry.start === 0;
    return isItself ? this.isFrameless : callee.isFrameless;
  }

  /** The frame's register holds the value. */
  isInFrame(register: number, node: Node): void {
    syncedOf(this, this.context).set(register, node);
  }

  /** The frame's register holds something else than the unit knows. */
  outdate(register: number): void {
    syncedOf(this, this.context).delete(register);
  }

  /**
   * Executes the instruction as the interpreter does, on the frame. Gives the pc that follows as a node, if it can be another than the next.
   */
  residual(): Node {
    this.publish();
    const name = this.context.frameName;
    this.deepen();
    const result = this.residualNode(name);
    this.undeepen();
    result.kinds = SMALL;
    this.checkRaised(result, '$0 < 0', '$0');
    this.environment.forget();
    return result;
  }

  /**
   * What runs Python code begins: inlined functions count for the limit of recursion now. Otherwise `state.depth` has counted the unit only, which
   * is not entered where the limit could be reached within it.
   */
  deepen(): void {
    const { depth } = this.context;
    if (depth > 0) this.write('depth', `S.depth += ${depth}`, []);
  }

  undeepen(): void {
    const { depth } = this.context;
    if (depth > 0) this.write('depth', `S.depth -= ${depth}`, []);
  }

  /** An operation that may run Python code. */
  writeRunning(op: string, template: string, inputs: Node[], kinds: number = ANY): Node {
    this.deepen();
    const result = this.write(op, template, inputs, kinds);
    this.undeepen();
    return result;
  }

  /**
   * An operation on published frames has raised where `test` holds: the handler takes it if it is one of this unit and has been seen at work;
   * otherwise the unit is left. `outcome`: what has happened, as `execute` tells it.
   */
  checkRaised(result: Node, test = '$0 === EXIT', outcome = '-1'): void {
    const { frameName, depth } = this.context;
    const taker = this.taker();
    if (taker === undefined) {
      this.write('check', `if (${test}) return fail(D, F, ${frameName}, ${outcome}, ${depth})`, [result]);
      return;
    }
    const outer = this.environment;
    const following = this.branchAside(this.pure('raised', test, [result], BOOL));
    this.enterHandler(taker, outcome, [result]);
    this.resume(following, outer);
  }

  /** Whether a handler in the unit's code takes exceptions of the instruction. */
  isHandled(): boolean {
    return this.taker() !== undefined;
  }

  /** The handler in the unit's code that takes exceptions of the instruction, if there is one and it has been seen at work. */
  private taker(): Taker | undefined {
    let { pc } = this;
    for (
      let environment: Environment | null = this.environment;
      environment !== null;
      environment = environment.parent
    ) {
      const { context } = environment;
      const { flow, profile } = context;
      const handler = flow.handlerOf(pc);
      if (handler !== undefined) return profile.isVisited(handler.target) ? { handler, environment } : undefined;
      // Operators, consumers and loops have a say in what becomes of exceptions.
      if (context.operation !== null || context.consumer !== null || context.resumed !== null) return undefined;
      pc = context.callPc;
    }
    return undefined;
  }

  /** Goes on where the condition holds, with facts of its own; gives the block for where it does not. */
  branchAside(condition: Node): Block {
    const aside = this.newBlock();
    const following = this.newBlock();
    const yes = new Edge(this.block, aside);
    const no = new Edge(this.block, following);
    aside.edges.push(yes);
    following.edges.push(no);
    this.branch(condition, yes, no);
    this.environment = this.environment.copy();
    this.block = aside;
    this.isClosed = false;
    return following;
  }

  resume(following: Block, environment: Environment): void {
    this.environment = environment;
    this.block = following;
    this.isClosed = false;
  }

  /** The exception is in its register of the frame, which holds all the others, too. */
  private enterHandler({ handler, environment: taking }: Taker, outcome: string, inputs: Node[]): void {
    const { frameName, depth } = this.context;
    const { context } = taking;
    const takes =
      context === this.context
        ? `handles(${frameName}, ${outcome})`
        : `handlesFor(${context.frameName}, ${frameName}, ${outcome})`;
    this.write('check', `if (!${takes}) return fail(D, F, ${frameName}, ${outcome}, ${depth})`, inputs);
    const environment = taking.copy();
    environment.takeFacts(this.environment);
    environment.forget();
    environment.current = context;
    environment.registers[handler.register] = null;
    this.environment = environment;
    this.outdate(handler.register);
    this.goto(context.connect!(handler.target));
  }

  private residualNode(name: string): Node {
    const { pc, words } = this;
    const opcode = words[pc];
    const note = `/* ${instructionInfo(opcode).mnemonic} */`;
    const fast = FAST[opcode];
    if (fast === undefined) return this.write('residual', `execute(${name}, ${pc} ${note})`, []);
    // V8 copies the function into the unit where it is hot.
    const inputs = [this.object(fast), this.object(this.context.runtime.words)];
    const step = `($1[${pc}] === ${opcode} || restore($1, ${pc}, ${opcode}), $0(${name}, ${name}.registers, $1, ${pc}))`;
    const answer = this.write('step', `${step} ${note}`, inputs);
    return this.write('residual', `$0 >= 0 && !Instruments.isActive ? $0 : settle(${name}, $0)`, [answer]);
  }

  /** After `residual`: what it has put into a register. */
  reload(register: number, kinds: number = BOUND): void {
    const node = this.read('reload', `${this.context.frameName}.registers[${register}]`, [], kinds);
    this.set(register, node);
    this.isInFrame(register, node);
  }

  /**
   * An operation that may raise, but runs no Python code and looks at no frame: these are made only if it does raise.
   */
  quiet(op: string, template: string, inputs: Node[], kinds: number = BOUND): Node {
    const result = this.write(op, template, inputs, kinds);
    const taker = this.taker();
    if (taker === undefined) {
      this.guard('$0 !== EXIT', [result], RAISES);
      return result;
    }
    const outer = this.environment;
    const { currentState } = this;
    const following = this.branchAside(this.pure('raised', '$0 === EXIT', [result], BOOL));
    this.publish();
    this.enterHandler(taker, '-1', []);
    this.resume(following, outer);
    this.currentState = currentState;
    return result;
  }

  // ── Facts ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Makes sure that an object has the shape. */
  expectShape(node: Node, shape: Shape): Node {
    const { shapes } = this.environment;
    if (this.environment.shapeOf(node) === shape) return node;
    const mask = kindsOfShape(shape);
    if (mask !== OBJECTS && isWithin(node.kinds, mask)) return node;
    const isObject = (node.kinds & (INT | BOOL | FLOAT | UNBOUND)) === 0 && node.kinds !== BOUND;
    this.guard(
      isObject ? '$0.shape === $1' : '$0?.shape === $1',
      [node, this.object(shape)],
      `shape of ${shape.type.name}`,
    );
    shapes.set(node, shape);
    return this.refine(node, mask);
  }

  /** Calls that are observed are not inlined: the interpreter makes them. */
  expectUnobserved(): void {
    const { environment } = this;
    if (environment.isUnobserved) return;
    this.guard('!Instruments.isActive', [], 'observed');
    environment.isUnobserved = true;
  }

  /** What is so now is so wherever the unit goes on: who changes it tells the unit, which looks after each call of Python code. */
  rely(dependents: Dependents): void {
    if (!this.dependencies.has(dependents)) this.dependencies.set(dependents, dependents.changes);
    expectValid(this).need();
  }

  /** The class and its bases are as they are now. */
  expectVersion(type: PyType): void {
    if (type.isHeapType) this.rely(type.dependents);
  }

  /** An object gets another shape: whatever may be the same object is not known any more. */
  shapeChanges(node: Node, from: Shape, to: Shape): void {
    const { shapes } = this.environment;
    for (const [other, shape] of shapes) if (shape === from) shapes.delete(other);
    shapes.set(original(node), to);
    shapes.set(node, to);
  }

  // ── Control flow ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Compiles the blocks of a context; the environment is that of its entry. */
  buildContext(context: Context): void {
    const { flow } = context;
    const order = flow.order();
    const wordsBefore = this.wordsAhead;
    this.wordsAhead += flow.visitedWords(context.profile);
    const pending = new Map<FlowBlock, Pending[]>();
    const headers = new Map<FlowBlock, Header>();
    const built = new Map<FlowBlock, Block>();
    this.goto(this.connect(pending, headers, built, flow.entry));
    for (;;) {
      // A block that only a jump back leads to is found behind the others.
      const flowBlock = order.find((candidate) => pending.has(candidate) && !built.has(candidate));
      if (flowBlock === undefined) break;
      if (context.profile.isVisited(flowBlock.start)) this.wordsAhead -= flowBlock.end - flowBlock.start;
      built.set(flowBlock, this.block);
      context.version = flowBlock.version;
      context.isUnrolled = flowBlock.isUnrolled;
      this.enter(flowBlock, pending.get(flowBlock)!, headers);
      if (flowBlock.choice !== null)
        chooseVersion(this, flowBlock.choice, (target) => this.connect(pending, headers, built, target));
      else this.buildBlock(flowBlock, (target) => this.connect(pending, headers, built, flow.next(flowBlock, target)));
    }
    this.wordsAhead = wordsBefore;
  }

  /** The way from the current block to `target`, with the environment as it is. */
  private connect(
    pending: Map<FlowBlock, Pending[]>,
    headers: Map<FlowBlock, Header>,
    built: Map<FlowBlock, Block>,
    target: FlowBlock,
  ): Edge {
    const header = headers.get(target);
    if (header !== undefined) return connectBack(this, target, header);
    if (built.has(target)) throw new NotCompilable('irreducible');
    let edges = pending.get(target);
    if (edges === undefined) {
      edges = [];
      pending.set(target, edges);
    }
    const first = edges.length === 0 ? this.newBlock() : edges[0].edge.to;
    const edge = new Edge(this.block, first);
    first.edges.push(edge);
    edges.push({ edge, environment: this.environment.copy() });
    return edge;
  }

  goto(edge: Edge): void {
    if (this.isClosed) return;
    this.block.terminator = { type: 'goto', edge };
    this.isClosed = true;
  }

  branch(condition: Node, yes: Edge, no: Edge): void {
    if (this.isClosed) return;
    this.block.terminator = { type: 'branch', condition, yes, no };
    this.isClosed = true;
  }

  /** Goes on in a block of its own where the condition holds; where it does not, the edge is taken. */
  continueIf(condition: Node, otherwise: Edge): void {
    const block = this.newBlock();
    const edge = new Edge(this.block, block);
    block.edges.push(edge);
    this.branch(condition, edge, otherwise);
    this.block = block;
    this.isClosed = false;
  }

  private enter(flowBlock: FlowBlock, edges: Pending[], headers: Map<FlowBlock, Header>): void {
    this.block = edges[0].edge.to;
    this.isClosed = false;
    this.currentState = null;
    this.pc = flowBlock.start;
    this.environment = edges[0].environment;
    if (flowBlock.isHeader && flowBlock.isHandler) throw new NotCompilable('a handler heads a loop');
    if (flowBlock.isHeader) enterLoop(this, flowBlock, edges, headers);
    else if (flowBlock.isHandler) this.mergeRaised(edges);
    else if (edges.length > 1) this.merge(flowBlock, edges);
  }

  /** A handler is entered from many places, but always with its values in the frame: those that differ come from there. */
  private mergeRaised(edges: Pending[]): void {
    const { environment } = this;
    for (let index = 1; index < edges.length; index++) environment.intersect(edges[index].environment);
    // What the frame holds has been made; nobody has a hold of anything else.
    environment.virtuals = new Map();
    for (let register = 0; register < environment.registers.length; register++) {
      const node = environment.registers[register];
      if (node !== null && edges.every((edge) => edge.environment.registers[register] === node)) continue;
      this.reload(register, ANY);
    }
  }

  /** Values that differ get a phi. */
  merge(flowBlock: FlowBlock, edges: readonly Pending[]): void {
    const { environment, context } = this;
    const rows = environment.registers.map((_node, register): (Node | null)[] => {
      if (!context.flow.isKept(register) && !flowBlock.liveIn.has(register)) return [null];
      return edges.map((edge) => edge.environment.registers[register]);
    });
    const ways = edges.map((edge): Way => ({ environment: edge.environment, end: () => this.endOf(edge) }));
    const isNeeded = (register: number): boolean => flowBlock.liveIn.has(register);
    environment.registers = rows.map((nodes, register) => (isNeeded(register) && areSame(nodes) ? nodes[0] : null));
    const virtuals = settleVirtuals(this, ways, rows, [], isNeeded);
    for (let index = 1; index < edges.length; index++) environment.intersect(edges[index].environment);
    environment.virtuals = virtuals;
    environment.registers = rows.map((nodes) => this.join(nodes));
  }

  /** Where code can be put that is done on this way only. */
  private endOf(pending: Pending): Block {
    const { from, to } = pending.edge;
    const { terminator } = from;
    if (terminator?.type !== 'branch') return from;
    const block = this.newBlock();
    const first = new Edge(from, block);
    const second = new Edge(block, to);
    block.edges.push(first);
    block.terminator = { type: 'goto', edge: second };
    const redirected = (edge: Edge): Edge => (edge === pending.edge ? first : edge);
    from.terminator = { ...terminator, yes: redirected(terminator.yes), no: redirected(terminator.no) };
    to.edges[to.edges.indexOf(pending.edge)] = second;
    pending.edge = second;
    return block;
  }

  /** The one value that a register has, whichever way was taken. */
  join(nodes: readonly (Node | null)[]): Node | null {
    const first = nodes[0];
    if (nodes.includes(null)) return null;
    if (nodes.every((node) => node === first)) return first;
    if (areSame(nodes) && nodes.every((node) => node!.iteration === null)) return leastKnown(nodes as readonly Node[]);
    if (nodes.some((node) => node!.iteration !== null)) return this.joinIterations(nodes as readonly Node[]);
    let kinds = 0;
    for (const node of nodes) kinds |= node!.kinds;
    const phi = new Phi(kinds);
    phi.isRaw = kinds === FLOAT;
    phi.low = Math.min(...nodes.map((node) => node!.low));
    phi.high = Math.max(...nodes.map((node) => node!.high));
    for (const node of nodes) {
      phi.inputs.push(node!);
      noteUsed(node!);
    }
    phi.block = this.block;
    this.block.phis.push(phi);
    return phi;
  }

  /** The same iterator, which the ways may have moved on to different places. */
  private joinIterations(nodes: readonly Node[]): Node {
    const [first] = nodes;
    const { iteration } = first;
    const isSameIterator = nodes.every((node) => node.iteration !== null && original(node) === original(first));
    if (iteration === null || !isSameIterator) throw new NotCompilable('iterators meet');
    const position = this.join(nodes.map((node) => node.iteration!.position))!;
    const { remaining } = iteration;
    const rest = remaining === null ? null : this.join(nodes.map((node) => node.iteration!.remaining));
    const joined = new Node('refined', '$0', [first], PURE, first.kinds);
    joined.alias = first;
    joined.iteration = { ...iteration, position, remaining: rest };
    return joined;
  }

  private buildBlock(flowBlock: FlowBlock, connect: (target: number) => Edge): void {
    const { words } = this;
    const { profile } = this.context;
    this.context.connect = connect;
    for (let pc = flowBlock.start; pc < flowBlock.end; pc += instructionLength(words, pc)) {
      this.pc = pc;
      this.currentState = null;
      if (!profile.isVisited(pc) || profile.seldom.has(pc)) {
        this.leave(NEVER_EXECUTED);
        return;
      }
      lower(this, connect);
      if (this.isClosed) return;
    }
    this.pc = flowBlock.last;
    this.currentState = null;
    this.goto(connect(flowBlock.end));
  }

  /** A jump back to a loop header: the safepoint, which few rounds need not have, then the values for the next turn. */
  loopBack(connect: (target: number) => Edge): void {
    if (!this.context.isUnrolled) this.write('safepoint', '', []).state = this.state();
    this.goto(connect(labelOf(this.words, this.pc)));
  }

  /** Compiles the code of a function in place of a call of it. Gives its result; null if it never returns. */
  inline(context: Context, registers: (Node | null)[]): Node | null {
    const outer = this.environment;
    const sites = this.buildInlined(context, registers);
    return this.continueAfter(outer, sites, context.held);
  }

  /** Compiles the code of a function that is called, or of a generator that is resumed, by the current instruction: where it returns. */
  buildInlined(context: Context, registers: (Node | null)[]): ReturnSite[] {
    const outer = this.environment;
    const outerSites = this.returnSites;
    const { pc } = this;
    const inner = new Environment(context, outer, registers);
    inner.takeFacts(outer);
    if (context.resumed === null) inner.synced.delete(context);
    else inner.synced.set(context, new Map(context.resumed.loaded));
    this.contexts.push(context);
    // A function that is made for this call alone is not made at all, unless the unit is left.
    const isFresh = context.resumed !== null || original(context.callee!).op === 'function';
    this.write('enter', '', isFresh ? [] : [context.callee!]).reason = context.frameName;
    this.returnSites = [];
    this.environment = inner;
    this.currentState = null;
    this.buildContext(context);
    const sites = this.returnSites;
    this.returnSites = outerSites;
    this.pc = pc;
    this.currentState = null;
    this.environment = outer;
    return sites;
  }

  /** Goes on where all the sites lead to, with the value of whichever it was; null if there is none. */
  continueAfter(outer: Environment, sites: ReturnSite[], held: readonly Node[] = []): Node | null {
    if (sites.length === 0) {
      this.environment = outer;
      this.isClosed = true;
      return null;
    }
    this.environment = outer;
    const ways = sites.map((site): Way => ({ environment: site.environment, end: () => site.block }));
    const values = sites.map(({ value }) => value);
    const block = this.newBlock();
    this.block = block;
    const virtuals = settleVirtuals(this, ways, [values], held, () => true);
    for (const site of sites) {
      const edge = new Edge(site.block, block);
      block.edges.push(edge);
      site.block.terminator = { type: 'goto', edge };
    }
    const [first] = sites;
    const facts = first.environment.copy();
    for (let index = 1; index < sites.length; index++) facts.intersect(sites[index].environment);
    facts.virtuals = virtuals;
    this.isClosed = false;
    outer.takeFacts(facts);
    return this.join(values);
  }

  /**
   * Does something else for each of several values that a node is known to have been; gives the result of whatever was done. `hasRest`: the last
   * is done for all other values.
   */
  choose(
    node: Node,
    conditions: readonly (readonly [string, Node[]])[],
    build: (index: number) => Node | null,
    hasRest = false,
  ): Node | null {
    const outer = this.environment;
    const sites: ReturnSite[] = [];
    conditions.forEach(([text, inputs], index) => {
      const isLast = index === conditions.length - 1;
      let rest: Block | null = null;
      this.environment = outer.copy();
      this.currentState = null;
      if (isLast && !hasRest) this.guard(text, [node, ...inputs], 'one of several');
      else if (!isLast) {
        const condition = this.pure('is', text, [node, ...inputs], BOOL);
        rest = this.newBlock();
        const otherwise = new Edge(this.block, rest);
        rest.edges.push(otherwise);
        this.continueIf(condition, otherwise);
      }
      const value = build(index);
      if (value !== null) sites.push({ block: this.block, environment: this.environment, value });
      if (rest !== null) {
        this.block = rest;
        this.isClosed = false;
      }
    });
    this.currentState = null;
    return this.continueAfter(outer, sites);
  }

  /** Ends the code of the innermost inlined function with the value. */
  returnInlined(value: Node): void {
    this.returnSites!.push({ block: this.block, environment: this.environment, value });
    this.isClosed = true;
  }

  returnValue(value: Node): void {
    const { consumer } = this.context;
    if (consumer !== null) {
      this.returnInlined(consumer.result(this));
      return;
    }
    if (this.context.resumed !== null) {
      endResumed(this, value);
      return;
    }
    if (this.context.awaitedAt >= 0) finishAwaited(this);
    const { operation } = this.context;
    if (operation !== null) {
      const isMade = operation instanceof Construction;
      const answer = isMade ? madeObject(this, value, operation) : answerOf(this, value);
      if (answer === null) return;
      this.returnInlined(answer);
      return;
    }
    if (this.returnSites === null) {
      let boxed = this.boxed(value);
      escape(this, boxed);
      if (this.root.runtime.isGenerator) {
        this.write('returned', 'returned.value = $0', [boxed]);
        boxed = this.constant(undefined);
      }
      this.block.terminator = { type: 'return', value: boxed };
    } else this.returnSites.push({ block: this.block, environment: this.environment, value });
    this.isClosed = true;
  }

  /** The frame of a generator is left with a value, to be resumed behind the instruction: `register` gets what is sent. */
  suspend(value: Node, register: number): void {
    const boxed = this.boxed(value);
    escape(this, boxed);
    publishState(this, stateAt(this.pc, this.environment, this.context.flow.liveWithin(this.pc)));
    this.write('suspended', `F.generator.sentRegister = ${register}`, []);
    this.block.terminator = { type: 'return', value: boxed };
    this.isClosed = true;
  }

  /** Leaves the unit with the value where the condition holds. */
  returnIf(condition: Node, value: Node): void {
    escape(this, value);
    const leaving = this.newBlock();
    const edge = new Edge(this.block, leaving);
    leaving.edges.push(edge);
    leaving.terminator = { type: 'return', value };
    const following = this.newBlock();
    const next = new Edge(this.block, following);
    following.edges.push(next);
    this.branch(condition, edge, next);
    this.block = following;
    this.isClosed = false;
  }

  newContext(
    runtime: RuntimeCode,
    flow: Flow,
    profile: Profile,
    fn: PyFunction,
    callee: Node,
    made: Node | null,
    returnPc: number,
    operation: Operation | Construction | null = null,
    consumer: InlinedConsumer | null = null,
  ): Context {
    const context = new Context(
      this.contexts.length,
      runtime,
      flow,
      profile,
      fn,
      callee,
      this.context,
      this.pc,
      returnPc,
      made,
      operation,
      consumer,
    );
    this.inlinedDepth = Math.max(this.inlinedDepth, context.depth);
    return context;
  }
}
