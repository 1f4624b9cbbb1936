/**
 * From the graph to JavaScript: structured code by the dominator tree (Ramsey, "Beyond Relooper", ICFP 2022). A block that several ways lead
 * to follows a labelled block that they break out of; a loop is a `for (;;)`; what follows a loop stands behind it, not in it.
 *
 * Values that only their own block uses are constants of that block; a PURE value with one use is written at that use. All others, and
 * the phis, are variables of the unit.
 */
import { isSynced, lateIterators } from './late-iterators.ts';
import { type Dominance, dominanceOf, isReducible } from './dominators.ts';
import {
  type Block,
  type Edge,
  type FrameState,
  GUARD,
  type Node,
  original,
  Phi,
  PURE,
  READ,
  UNMADE,
  WRITE,
} from './graph.ts';
import type { PyFloat } from '../objspace/types/float.ts';
import type { Dependents } from '../objspace/dependents.ts';
import type { Builder } from './builder.ts';
import type { CodeState } from './code-state.ts';
import { LOST_KIND, NotCompilable, RAISES } from './reasons.ts';
import { type Exit, Exits, SAFEPOINT, type Texts } from './exits.ts';
import { virtualIn } from './virtuals.ts';
import { LineMarks } from './line-marks.ts';
import type { Lottery } from './lottery.ts';
import type { Context } from './context.ts';
import { type Template, templateOf } from './templates.ts';
import { doubleText } from './texts.ts';

export interface Emitted {
  readonly source: string;
  readonly constants: unknown[];
  readonly exits: Exit[];
  readonly isFrameless: boolean;
  readonly inlinedDepth: number;
  /** What it calls without having made its frame. */
  readonly bareCallees: ReadonlySet<CodeState>;
  /** What it makes its frame for only because that needs one so far. */
  readonly framedCallees: ReadonlySet<CodeState>;
  /** What must tell the unit of changes, and how often it had changed when it was relied on. */
  readonly dependencies: ReadonlyMap<Dependents, number>;
  /** As a text, if somebody wants to see it. */
  graph: string;
}

/** What the lines name that the emitter writes by itself. */
const ALWAYS_USED = ['S', 'Float'];

/** Operations that cost so much that they are put off if only a frame that is rebuilt needs their results. */
const SINKING: ReadonlySet<string> = new Set([
  'box',
  'new',
  'tuple',
  'loop_tuple',
  'rest',
  'make_slice',
  'range',
  'iterator',
  'set_of_one',
  'list_slice',
  'list_reversed',
  'function',
  'generator',
  'wide',
  'from_u64',
  'text',
  'complex',
]);

/**
 * Guards on what an operation of their own instruction has answered: whether it has raised, or has done nothing. They cannot fail by chance, it
 * would be done again.
 */
function saysWhatHappened({ inputs, reason, state, context }: Node): boolean {
  if (reason === RAISES) return true;
  return inputs.some((input) => {
    const source = original(input);
    const isBefore = source.context === context && source.pc !== state!.pc;
    return source.effect === WRITE && !isBefore;
  });
}

const INTEGER = /^\d+$/;

export class Emitter implements Texts {
  private readonly builder: Builder;
  /** Of tests: has guards fail at random. */
  private readonly lottery: Lottery | null;
  /** Of the log: says which lines of Python the code is of. */
  private readonly marks: LineMarks | null;
  private readonly dominance: Dominance;
  private readonly lines: string[];
  private readonly constants: unknown[];
  private readonly constantNames: Map<unknown, string>;
  private readonly exits: Exits;
  private readonly uses: Map<Node, number>;
  /** Values that more than one block uses. */
  private readonly shared: Set<Node>;
  /** Values that are computed only where the unit is left. */
  private readonly sunk: Set<Node>;
  /** Iterators that are made where a frame is first brought up to date: until then their variables are UNMADE. */
  private readonly late: Set<Node>;
  /** The block that has last seen to it that such an iterator is made. */
  private readonly madeIn: Map<Node, Block>;
  private readonly variables: Set<string>;
  /** Names in the lines so far: of helpers, and others. */
  private readonly used: Set<string>;
  private readonly loopOf: Map<Block, Block[]>;

  constructor(builder: Builder, lottery: Lottery | null = null, lines = false) {
    this.builder = builder;
    this.lottery = lottery;
    this.marks = lines ? new LineMarks() : null;
    this.dominance = dominanceOf(builder.blocks[0]);
    if (!isReducible(this.dominance)) throw new NotCompilable('irreducible loops');
    this.lines = [];
    this.constants = [];
    this.constantNames = new Map();
    this.exits = new Exits(this);
    this.uses = new Map();
    this.shared = new Set();
    this.sunk = new Set();
    this.late = new Set();
    this.madeIn = new Map();
    this.variables = new Set();
    this.used = new Set(ALWAYS_USED);
    this.loopOf = new Map();
  }

  emit(parameters: readonly string[], prologue: readonly string[], helpers: ReadonlySet<string>): Emitted {
    this.countUses();
    this.findLoops();
    this.emitBlock(this.dominance.order[0]);
    const closing = this.exits.closing();
    const body = [this.exits.opening(), ...this.lines, ...closing].join('\n');
    for (const text of [...prologue, ...closing]) this.use(templateOf(text));
    const used = Array.from(this.used).filter((name) => helpers.has(name));
    const frames = this.builder.contexts
      .slice(1)
      .filter((context) => context.isPublished)
      .map(({ frameName }) => `${frameName} = null`);
    const variables = [...frames, ...this.exits.variables(), ...this.variables];
    const name = JSON.stringify(this.unitName());
    const source = [
      '"use strict";',
      ...used.map((name) => `const ${name} = H.${name};`),
      ...this.constants.map((_value, index) => `const k${index} = K[${index}];`),
      // In parentheses, V8 compiles it at once, and does not parse it twice.
      // By the key it gets its name, which profilers of the host show.
      `return ({${name}: (function (${parameters.join(', ')}) {`,
      ...prologue,
      variables.length === 0 ? '' : `let ${variables.join(', ')};`,
      body,
      `})})[${name}];`,
    ].join('\n');
    const { isFrameless, inlinedDepth, bareCallees, framedCallees, dependencies } = this.builder;
    const { constants, exits } = this;
    const callees = { bareCallees, framedCallees };
    return { source, constants, exits: exits.all, isFrameless, inlinedDepth, ...callees, dependencies, graph: '' };
  }

  /** As `json.loads (__init__.py:299)`. */
  private unitName(): string {
    const { qualname, filename, firstLine } = this.builder.root.runtime.code;
    return `${qualname} (${filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1)}:${firstLine})`;
  }

  // ── What is used where ─────────────────────────────────────────────────────────────────────────────────────────

  private countUses(): void {
    const { order } = this.dominance;
    const live: Node[] = [];
    const users = new Map<Node, Block>();
    const candidates = new Set<Node>();
    const postponed: Node[] = [];
    const late = lateIterators(this.dominance);
    const use = (node: Node, block: Block): void => {
      const target = original(node);
      if (target.isConstant) return;
      const count = this.uses.get(target) ?? 0;
      this.uses.set(target, count + 1);
      if (target.block !== block || (users.has(target) && users.get(target) !== block)) this.shared.add(target);
      users.set(target, block);
      if (count === 0) live.push(target);
    };
    /** Only those need it who leave. */
    const useLate = (node: Node, block: Block): void => {
      const target = original(node);
      // A tuple without a template is made by another node (virtuals.ts).
      if (target.effect !== PURE || !SINKING.has(target.op) || target.template === '') use(node, block);
      else if (!candidates.has(target)) {
        candidates.add(target);
        postponed.push(target);
      }
    };
    /** What an object consists of that is made where the unit is left. */
    const useValue = (state: FrameState, node: Node, block: Block, seen: Set<Node>): void => {
      const virtual = virtualIn(state, node);
      if (virtual === undefined) {
        useLate(node, block);
        const target = original(node);
        if (target instanceof Phi && target.unmade !== null)
          for (const value of target.unmade.fields.values()) use(value, block);
      }
      if (virtual !== undefined && !seen.has(original(node))) {
        seen.add(original(node));
        for (const value of virtual.fields.values()) useValue(state, value, block, seen);
      }
    };
    const useState = (state: FrameState | null, block: Block): void => {
      const seen = new Set<Node>();
      for (let frame = state; frame !== null; frame = frame.parent) {
        const { callee, resumed } = frame.context;
        if (resumed !== null) use(resumed.generator, block);
        else if (callee !== null) useLate(callee, block);
        if (frame.context.made !== null) useValue(frame, frame.context.made, block, seen);
        for (const node of frame.context.operands) useValue(frame, node, block, seen);
        for (const node of frame.registers) {
          if (node === null) continue;
          useValue(frame, node, block, seen);
          if (node.iteration !== null) {
            use(node.iteration.position, block);
            if (node.iteration.remaining !== null) use(node.iteration.remaining, block);
          }
        }
      }
    };
    const roots = new Set<Node>();
    for (const block of order) {
      for (const node of block.nodes) {
        if (node.validity?.isNeeded === false) continue;
        if (node.effect !== PURE && node.effect !== READ) {
          roots.add(node);
          for (const input of node.inputs) {
            if (late.has(original(input)) && isSynced(node, original(input))) useLate(input, block);
            else use(input, block);
          }
          useState(node.state, block);
        }
      }
      const { terminator } = block;
      if (terminator?.type === 'branch') use(terminator.condition, block);
      else if (terminator?.type === 'return') use(terminator.value, block);
      else if (terminator?.type === 'leave') useState(terminator.state, block);
    }
    const useInputs = (): void => {
      for (let node = live.pop(); node !== undefined; node = live.pop()) {
        if (node instanceof Phi) this.usePhiInputs(node, use);
        else if (!roots.has(node)) {
          // A pure value is computed where it is used first: its inputs are needed there.
          for (const input of node.inputs) use(input, node.block!);
        }
      }
    };
    useInputs();
    for (let node = postponed.pop(); node !== undefined; node = postponed.pop()) {
      for (const input of node.inputs) {
        // The expression of a way out takes an iterator as it is.
        if (late.has(original(input))) use(input, node.block!);
        else useLate(input, node.block!);
        this.shared.add(original(input));
      }
      useInputs();
    }
    for (const node of candidates) {
      if (this.uses.has(node)) this.shared.add(node);
      else (late.has(node) ? this.late : this.sunk).add(node);
    }
  }

  private usePhiInputs(phi: Phi, use: (node: Node, block: Block) => void): void {
    const { edges } = phi.block!;
    for (let index = 0; index < edges.length; index++)
      if (this.dominance.number.has(edges[index].from)) use(phi.inputs[index], edges[index].from);
  }

  private findLoops(): void {
    for (const block of this.dominance.order) this.loopOf.set(block, []);
    // Outer loops come first in the order.
    for (const [header, loop] of this.dominance.loops) for (const block of loop) this.loopOf.get(block)!.push(header);
  }

  /** The outermost loop that holds the dominator of the block and not the block: it stands behind that loop. */
  private leftLoop(block: Block): Block | undefined {
    const parent = this.dominance.parent.get(block)!;
    const own = this.loopOf.get(block)!;
    return this.loopOf.get(parent)!.find((header) => !own.includes(header));
  }

  // ── Blocks ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private isMerge(block: Block): boolean {
    const { number, predecessors } = this.dominance;
    const before = predecessors.get(block)!.filter((other) => number.get(other)! < number.get(block)!);
    return before.length > 1;
  }

  /** Blocks that stand behind the loop of `header`. */
  private behindLoop(header: Block): Block[] {
    const { order, parent } = this.dominance;
    return order.filter(
      (block) => block !== order[0] && parent.get(block) !== undefined && this.leftLoop(block) === header,
    );
  }

  private emitBlock(block: Block): void {
    const { loops, children } = this.dominance;
    const isHeader = loops.has(block);
    const behind = isHeader ? this.behindLoop(block) : [];
    for (const other of [...behind].reverse()) this.lines.push(`B${other.id}: {`);
    if (isHeader) this.lines.push(`L${block.id}: for (;;) {`);
    const follows = children.get(block)!.filter((child) => this.isMerge(child) && this.leftLoop(child) === undefined);
    follows.sort((a, b) => this.dominance.number.get(a)! - this.dominance.number.get(b)!);
    for (const other of [...follows].reverse()) this.lines.push(`B${other.id}: {`);
    for (const node of block.nodes) this.emitNode(node, block);
    this.emitTerminator(block);
    for (const other of follows) {
      this.lines.push('}');
      this.emitBlock(other);
    }
    if (isHeader) this.lines.push('}');
    for (const other of behind) {
      this.lines.push('}');
      this.emitBlock(other);
    }
  }

  private emitTerminator(block: Block): void {
    const { terminator } = block;
    switch (terminator?.type) {
      case 'goto':
        this.emitEdge(terminator.edge);
        return;
      case 'branch':
        this.lines.push(`if (${this.text(terminator.condition)}) {`);
        this.emitEdge(terminator.yes);
        this.lines.push('} else {');
        this.emitEdge(terminator.no);
        this.lines.push('}');
        return;
      case 'return':
        this.lines.push(
          `const result = ${this.text(terminator.value)};`,
          this.builder.isFrameless ? 'if (D) S.depth--;' : 'if (D) { S.depth--; if (F !== null) S.frame = F.back; }',
          'return result;',
        );
        return;
      case 'leave':
        this.mark(terminator.state.context, terminator.state.pc);
        this.lines.push(this.exit(terminator.state, terminator.reason, terminator.reason === LOST_KIND, block));
        return;
      default:
        throw new Error(
          `block ${block.id} of ${this.builder.root.runtime.code.qualname} has no end: ${block.nodes.map((n) => n.op + ':' + n.template).join(' ; ')}`,
        );
    }
  }

  private emitEdge(edge: Edge): void {
    const { from, to } = edge;
    this.emitMoves(edge);
    const { number, loops } = this.dominance;
    if (loops.has(to) && number.get(from)! >= number.get(to)!) this.lines.push(`continue L${to.id};`);
    else if (this.isMerge(to) || this.leftLoop(to) !== undefined) this.lines.push(`break B${to.id};`);
    else this.emitBlock(to);
  }

  /** Gives the phis of the target their values, all at once. */
  private emitMoves(edge: Edge): void {
    const index = edge.to.edges.indexOf(edge);
    const moves: [Phi, string][] = [];
    const used = new Set<Node>();
    const targets = new Set<Node>();
    for (const phi of edge.to.phis) {
      if ((this.uses.get(phi) ?? 0) === 0) continue;
      const input = original(phi.inputs[index]);
      if (input === phi) continue;
      moves.push([phi, this.converted(phi.inputs[index], phi.isRaw)]);
      targets.add(phi);
      this.phisIn(input, used);
    }
    for (const [phi] of moves) this.declare(this.name(phi));
    const isMixed = moves.length > 1 && [...targets].some((phi) => used.has(phi));
    if (!isMixed) {
      for (const [phi, text] of moves) this.lines.push(`${this.name(phi)} = ${text};`);
      return;
    }
    this.lines.push(`{ const ${moves.map(([phi, text]) => `n${phi.id} = ${text}`).join(', ')};`);
    this.lines.push(`${moves.map(([phi]) => `${this.name(phi)} = n${phi.id};`).join(' ')} }`);
  }

  /** Phis that the text of a node mentions. */
  private phisIn(node: Node, found: Set<Node>): void {
    const target = original(node);
    if (target instanceof Phi) found.add(target);
    else if (this.isInlined(target)) for (const input of target.inputs) this.phisIn(input, found);
  }

  private converted(node: Node, isRaw: boolean): string {
    const text = this.text(node);
    if (isRaw && !node.isRaw) {
      const constant = original(node);
      if (constant.isConstant) return doubleText((constant.constant as unknown as PyFloat).value);
      return `${text}.value`;
    }
    return node.isRaw && !isRaw ? `new Float(${text})` : text;
  }

  private declare(name: string): void {
    this.variables.add(name);
  }

  // ── Nodes ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private emitNode(node: Node, block: Block): void {
    if (node.alias !== null) return;
    this.mark(node.context, node.pc);
    if (this.late.has(node)) {
      this.declare(this.name(node));
      this.lines.push(`${this.name(node)} = ${this.constantText(UNMADE)};`);
      return;
    }
    if (node.effect === GUARD) {
      if (node.validity?.isNeeded === false) return;
      const period = this.lottery === null || saysWhatHappened(node) ? 0 : this.lottery.draw();
      const bad = period === 0 ? '' : ` || U.unlucky(${period})`;
      this.lines.push(`if (!(${this.filled(node)})${bad}) ${this.exit(node.state!, node.reason, true, block)}`);
      return;
    }
    const uses = this.uses.get(node) ?? 0;
    if ((node.effect === PURE || node.effect === READ) && uses === 0) return;
    if (this.isInlined(node)) return;
    if (node.op === 'safepoint') {
      // Passed in place if it has nothing to do: where a loop is left, V8 goes back to its baseline code for a while.
      this.used.add('isUndisturbed');
      this.lines.push(`if (--S.fuel < 0 && !isUndisturbed()) ${this.exit(node.state!, SAFEPOINT, false, block)}`);
      return;
    }
    if (node.op === 'enter') {
      if (this.isPublished(node.reason)) this.lines.push(`${node.reason} = null;`);
      return;
    }
    const isOfFrame = node.op === 'settle_resumed' || node.op === 'finish_awaited';
    if (isOfFrame && !this.isPublished(node.reason)) return;
    for (const input of node.inputs) this.makeLate(original(input), block);
    const text = this.filled(node);
    if (node.defines !== null) {
      this.declare(this.name(node.defines));
      this.lines.push(`${this.name(node.defines)} = ${text};`);
    } else if (uses === 0) this.lines.push(`${text};`);
    else if (this.shared.has(node) || node.block !== block) {
      this.declare(this.name(node));
      this.lines.push(`${this.name(node)} = ${text};`);
    } else this.lines.push(`const ${this.name(node)} = ${text};`);
  }

  /** Only operations that bring frames up to date get here with such an iterator. */
  private makeLate(iterator: Node, block: Block): void {
    if (!this.late.has(iterator) || this.madeIn.get(iterator) === block) return;
    this.madeIn.set(iterator, block);
    const name = this.name(iterator);
    this.lines.push(`if (${name} === ${this.constantText(UNMADE)}) ${name} = ${this.filled(iterator)};`);
  }

  /** Whether the unit makes the frame somewhere that the variable is for. */
  private isPublished(name: string): boolean {
    return this.builder.contexts.find(({ frameName }) => frameName === name)!.isPublished;
  }

  private mark(context: Context | null, pc: number): void {
    const text = this.marks === null || context === null ? undefined : this.marks.at(context, pc);
    if (text !== undefined) this.lines.push(text);
  }

  /** Whether a node is written where it is used. */
  private isInlined(node: Node): boolean {
    return (
      node.effect === PURE &&
      !(node instanceof Phi) &&
      !node.isConstant &&
      node.template !== '' &&
      this.uses.get(node) === 1 &&
      !this.shared.has(node) &&
      this.isCheap(node)
    );
  }

  private use({ names }: Template): void {
    for (const name of names) this.used.add(name);
  }

  private isCheap(node: Node): boolean {
    return (
      node.op !== 'box' &&
      node.op !== 'new' &&
      node.op !== 'iterator' &&
      node.op !== 'function' &&
      node.op !== 'generator'
    );
  }

  private name(node: Node): string {
    return node instanceof Phi ? `p${node.id}` : `v${node.id}`;
  }

  private filled(node: Node): string {
    const template = templateOf(node.template);
    this.use(template);
    const { parts } = template;
    let text = parts[0] as string;
    for (let at = 1; at < parts.length; at += 2) {
      const next = parts[at + 1] as string;
      const input = this.text(node.inputs[parts[at] as number]);
      // A dot behind digits would be the decimal point.
      text += (next.startsWith('.') && INTEGER.test(input) ? `(${input})` : input) + next;
    }
    return text;
  }

  text(node: Node): string {
    const target = original(node);
    if (target.isConstant) return this.constantText(target.constant);
    if (this.isInlined(target) || this.sunk.has(target)) return `(${this.filled(target)})`;
    return this.name(target);
  }

  private constantText(value: unknown): string {
    if (value === null || value === undefined || typeof value === 'boolean') return String(value);
    if (typeof value === 'number') return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'bigint') return `${value}n`;
    let name = this.constantNames.get(value);
    if (name === undefined) {
      name = `k${this.constants.length}`;
      this.constants.push(value);
      this.constantNames.set(value, name);
    }
    return name;
  }

  // ── Ways out ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private exit(state: FrameState, reason: string, isMistake: boolean, block: Block): string {
    return this.exits.leave(state, reason, isMistake, this.loopOf.get(block)!.at(-1) ?? null);
  }

  isSunk(node: Node): boolean {
    return this.sunk.has(node);
  }

  isLate(node: Node): boolean {
    return this.late.has(node);
  }

  isSteady(node: Node, loop: Block | null): boolean {
    const target = original(node);
    const { block } = target;
    if (this.sunk.has(target) || this.isInlined(target)) return false;
    if (!this.shared.has(target) && !this.late.has(target) && !(target instanceof Phi)) return false;
    if (loop === null) return block === this.dominance.order[0];
    return block === null || (block === loop && target instanceof Phi) || !this.dominance.loops.get(loop)!.has(block);
  }
}
