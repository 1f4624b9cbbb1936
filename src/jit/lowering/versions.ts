/** Choosing between the versions of a loop, and what is known within them (jit/versions.ts). */
import type { Builder } from '../builder.ts';
import { readsOf } from '../bytecode-flow.ts';
import { FloatLists } from '../float-lists.ts';
import type { FlowBlock } from '../flow-block.ts';
import { Edge, type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { type Choice, strategiesIn, type Version } from '../versions.ts';
import { itemsOf } from '../virtuals.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { FLOAT as FLOAT_ITEMS } from '../../objspace/types/list/kinds.ts';

/** What decides which version is taken: lists whose items are kept in different ways, and ints or floats that the loop does not change. */
interface Tested {
  /** By the list, the ways that have been seen. */
  readonly lists: Map<Node, number>;
  /** Their registers. */
  readonly numbers: Set<number>;
}

/** Goes on with the version of the loop that suits the lists, or with the loop as it is in the source. */
export function chooseVersion(b: Builder, choice: Choice, connect: (target: FlowBlock) => Edge): void {
  const tested = testedBefore(b, choice);
  for (const version of choice.versions) if (isPossible(tested, version)) tryVersion(b, version, tested, connect);
  b.goto(connect(choice.header));
}

function testedBefore(b: Builder, { header, loop }: Choice): Tested {
  const { flow, profile } = b.context;
  const { registers } = b.environment;
  const written = flow.writtenIn(header);
  const tested: Tested = { lists: new Map(), numbers: new Set() };
  for (const block of loop)
    for (const pc of flow.instructionsOf(block)) {
      const site = profile.sites[pc];
      if (site === undefined) continue;
      noteIterated(tested, registers, b.words, pc);
      readsOf(b.words, pc).forEach((register, index) => {
        const node = registers[register];
        const mask = site.masks[index] ?? 0;
        if (node === null || written.has(register)) return;
        if (index === 0 && (b.words[pc] === Op.LoadItem || b.words[pc] === Op.StoreItem)) noteList(tested, node, mask);
        if (isNumber(node, mask)) tested.numbers.add(register);
      });
    }
  return tested;
}

/** Whether ints and floats were seen of a value. */
function isNumber(node: Node, mask: number): boolean {
  const isEither = isWithin(mask, kinds.INT | kinds.FLOAT) && (mask & kinds.FLOAT) !== 0 && mask !== kinds.FLOAT;
  return isEither && !isWithin(node.kinds, kinds.INT) && !isWithin(node.kinds, kinds.FLOAT);
}

function noteIterated({ lists }: Tested, registers: readonly (Node | null)[], words: Int32Array, pc: number): void {
  const iteration = words[pc] === Op.ForIter ? registers[words[pc + 2]]?.iteration : null;
  for (const { sequence, seen, counter } of iteration?.parts ?? [])
    if (counter === null) noteList({ lists, numbers: new Set() }, sequence, seen);
}

function noteList({ lists }: Tested, node: Node, mask: number): void {
  const list = original(node);
  const strategies = strategiesIn(mask);
  if ((strategies & (strategies - 1)) === 0 || itemsOf(node) !== null) return;
  lists.set(list, (lists.get(list) ?? 0) | strategies);
}

function isPossible({ lists }: Tested, { kind }: Version): boolean {
  const wanted = kind === FLOAT_ITEMS ? kinds.LIST_OF_FLOATS | kinds.LIST_OF_OBJECTS : kinds.LIST_OF_INTS;
  return lists.size > 0 && [...lists.values()].every((seen) => (seen & wanted) !== 0);
}

function tryVersion(b: Builder, version: Version, tested: Tested, connect: (target: FlowBlock) => Edge): void {
  const outer = b.environment;
  const otherwise = b.newBlock();
  const edge = new Edge(b.block, otherwise);
  otherwise.edges.push(edge);
  b.continueIf(condition(b, version, tested), edge);
  b.environment = outer.copy();
  const { registers } = b.environment;
  for (const [list] of tested.lists) version.lists.add(list);
  for (const node of new Set(registers))
    if (node !== null && node.iteration === null && version.lists.has(original(node))) b.refine(node, kinds.LIST);
  const number = version.kind === FLOAT_ITEMS ? kinds.FLOAT : kinds.INT;
  for (const register of tested.numbers) {
    const refined = b.refine(registers[register]!, number);
    if (number === kinds.FLOAT) b.raw(refined);
  }
  b.goto(connect(version.header));
  b.resume(otherwise, outer);
}

/** Whether all that is tested suits the version. */
function condition(b: Builder, { kind }: Version, { lists, numbers }: Tested): Node {
  const isOfFloats = kind === FLOAT_ITEMS;
  const inputs = isOfFloats ? [b.object(new FloatLists())] : [];
  const tests: string[] = [];
  for (const [list] of lists) {
    tests.push(testOf(isOfFloats ? '$0.has($1)' : '$1?.shape === LIST_SHAPE && $1.kind === 1', inputs.length));
    inputs.push(list);
  }
  for (const register of numbers) {
    tests.push(testOf(isOfFloats ? '$1 instanceof Float' : "typeof $1 === 'number'", inputs.length));
    inputs.push(b.get(register));
  }
  return b.write('version', tests.join(' && '), inputs, kinds.BOOL);
}

function testOf(template: string, index: number): string {
  return template.replaceAll('$1', `$${index}`);
}

/** The kinds of lists that are to be expected: within a version, that of the lists which were tested. */
export function strategyIn(b: Builder, list: Node, seen: number): number {
  for (let { context }: { context: typeof b.context | null } = b; context !== null; context = context.parent) {
    const { version } = context;
    if (version?.lists.has(original(list)) === true)
      return version.kind === FLOAT_ITEMS ? kinds.LIST_OF_FLOATS : kinds.LIST_OF_INTS;
  }
  return seen;
}

/** The kinds that a loop variable is expected to keep: in a version for floats, what is one stays one. */
export function numberIn(b: Builder, node: Node, seen: number): number {
  if (b.context.version?.kind !== FLOAT_ITEMS || !isWithin(node.kinds, kinds.FLOAT)) return seen;
  return isWithin(seen, kinds.FLOAT | kinds.INT) ? kinds.FLOAT : seen;
}
