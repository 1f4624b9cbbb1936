/** The frames of a unit as they are at an instruction: for ways out, and brought up to date where anybody may look (`publish`). */
import type { Builder } from './builder.ts';
import { Construction, type Context } from './context.ts';
import type { Environment } from './environment.ts';
import { OF_LOOP } from './places.ts';
import { FrameState, type Iteration, type Node, original } from './graph.ts';

export function stateAt(
  pc: number,
  environment: Environment,
  live: Set<number>,
  virtuals = environment.virtuals,
): FrameState {
  const { context, parent, registers } = environment;
  const kept = registers.map((node, register) =>
    node !== null && (context.flow.isKept(register) || live.has(register)) ? node : null,
  );
  let outer: FrameState | null = null;
  if (parent !== null) {
    const { flow } = parent.context;
    const { callPc, consumer, resumed, returnPc } = context;
    // A call that consumes a generator may be executed again, with a list; a ForIter needs its iterator.
    const isRepeated = consumer !== null || (resumed !== null && returnPc === OF_LOOP);
    outer = stateAt(callPc, parent, isRepeated ? flow.liveBefore(callPc) : flow.liveWithin(callPc), virtuals);
  }
  return new FrameState(context, pc, kept, outer, virtuals);
}

/** Makes the frames and brings them up to date: Python code may run, or whatever looks at frames. */
export function publish(b: Builder): void {
  publishState(b, b.state());
  const { environment, context } = b;
  if (environment.current !== context) {
    b.write('running', `S.frame = ${context.frameName}`, []);
    environment.current = context;
  }
}

export function publishState(b: Builder, state: FrameState): void {
  const { context, parent } = state;
  if (parent !== null) publishState(b, parent);
  const name = context.frameName;
  const inputs = parent === null || context.callee === null ? [] : [b.object(context.runtime), context.callee];
  if (context.parent === null) b.write('frame', 'if (F === null) F = open(U, fn)', []);
  else {
    b.write('frame', ...pushText(b, context, inputs));
  }
  context.isPublished = true;
  const synced = syncedOf(b, context);
  for (let register = 0; register < state.registers.length; register++) {
    const node = state.registers[register];
    if (node === null) continue;
    if (node.iteration !== null) syncIteration(b, node);
    if (isSame(synced.get(register), node)) continue;
    synced.set(register, node);
    b.write('store', `${name}.registers[${register}] = $0`, [b.boxed(node)]);
  }
  b.write('pc', `${name}.pc = ${state.pc}`, []);
}

function pushText(b: Builder, context: Context, inputs: Node[]): [string, Node[]] {
  const { frameName: name, made, operation, returnPc, callPc, consumer, resumed, awaitedAt } = context;
  const below = context.parent!.frameName;
  if (resumed !== null)
    return [`if (${name} === null) ${name} = pushResumed($0, ${below}, ${returnPc})`, [resumed.generator]];
  if (consumer !== null)
    return [
      `if (${name} === null) ${name} = pushConsumed($0, $1, ${below}, $2)`,
      [...inputs, b.object(consumer.consumption)],
    ];
  if (awaitedAt >= 0) return [`if (${name} === null) ${name} = pushAwaited($0, $1, ${below}, ${awaitedAt})`, inputs];
  if (operation instanceof Construction) {
    const boxed = context.operands.map((node) => b.boxed(node));
    const list = boxed.map((_node, index) => `$${index + 3}`).join(', ');
    return [
      `if (${name} === null) ${name} = pushNew($0, $1, ${below}, $2, [${list}])`,
      [...inputs, b.object(operation), ...boxed],
    ];
  }
  if (operation !== null) {
    const opcode = context.parent!.runtime.code.words[callPc];
    const boxed = context.operands.map((node) => b.boxed(node));
    return [
      `if (${name} === null) ${name} = pushOperation($0, $1, ${below}, ${opcode}, $2, $3, ${operation.isInplace})`,
      [...inputs, ...boxed],
    ];
  }
  const text = `if (${name} === null) ${name} = push($0, $1, ${below}, ${returnPc}${made === null ? '' : ', $2'})`;
  return [text, made === null ? inputs : [...inputs, made]];
}

export function syncedOf(b: Builder, context: Context): Map<number, Node> {
  const { synced } = b.environment;
  let registers = synced.get(context);
  if (registers === undefined) {
    registers = new Map();
    synced.set(context, registers);
  }
  return registers;
}

export function syncIteration(b: Builder, node: Node): void {
  const { kind, position, remaining } = node.iteration as Iteration;
  if (kind === 'enumerate') b.write('sync', 'moveEnumerate($0, $1)', [node, position]);
  else if (kind === 'zip') b.write('sync', 'moveZip($0, $1)', [node, position]);
  else if (kind === 'text') b.write('sync', '$0.offset = $1', [node, position]);
  else if (kind !== 'range') b.write('sync', '$0.index = $1', [node, position]);
  else b.write('sync', '$0.current = $1, $0.remaining = $2', [node, position, remaining!]);
}

/** Whether a register that holds the one holds the other: kinds may have become known since. */
export function isSame(stored: Node | undefined, node: Node): boolean {
  return stored === node || (stored !== undefined && original(stored) === original(node));
}
