/**
 * `for` loops over generators, and `send`, that go on in place (jit/places.ts): what follows the Yield where a generator is suspended is compiled
 * into the unit, up to the next Yield. What is suspended elsewhere, or is another generator, is resumed by a call.
 */
import type { Builder, ReturnSite } from '../builder.ts';
import { labelOf } from '../flow-block.ts';
import { CodeState, RETURN_GENERATOR_LENGTH } from '../code-state.ts';
import { Node, PURE } from '../graph.ts';
import { ANY, BOOL, BOUND, isWithin, UNBOUND } from '../kinds.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../../bytecode/code.ts';
import { OF_LOOP, type Place } from '../places.ts';
import { YIELD_LENGTH } from '../../interpreter/generator.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { Connect } from './control.ts';
import { isSame, syncedOf, syncIteration } from '../frame-states.ts';
import { isInlinable } from './inlining.ts';
import { generatorAs, nextOfGenerator, sendByCall } from './suspending.ts';

/** How a generator's code is entered in place, and left. */
export interface Resumed {
  readonly generator: Node;
  readonly frame: Node;
  readonly place: Place;
  /** What the Yield gives. */
  readonly sent: Node;
  /** What the frame holds when the code goes on, by register. */
  readonly loaded: Map<number, Node>;
  readonly ends: ReturnSite[];
}

/** Places that are compiled into one loop, at most. */
const MAX_PLACES = 2;

/** False where no generator can be resumed in place. */
export function resumeInPlace(b: Builder, connect: Connect, iterator: Node): boolean {
  const places = placesOf(b);
  if (places.length === 0) return false;
  const { words, pc } = b;
  const generator = generatorAs(b, iterator);
  const outer = b.environment;
  const sites = resumeAtPlaces(b, places, generator, b.constant(null), OF_LOOP, () =>
    b.goto(connect(labelOf(words, pc))),
  );
  resumeByCall(b, connect, generator, sites);
  const item = b.continueAfter(outer, sites);
  b.currentState = null;
  if (item === null) return true;
  b.set(words[pc + 1], item);
  b.goto(connect(pc + instructionLength(words, pc)));
  return true;
}

/** What the generator yields next; null where it cannot be resumed in place. */
export function sendInPlace(b: Builder, generator: Node, value: Node): Node | null {
  const places = placesOf(b).filter(takesValues);
  if (places.length === 0) return null;
  const { words, pc } = b;
  const returnPc = pc + instructionLength(words, pc);
  const outer = b.environment;
  const sites = resumeAtPlaces(b, places, generator, value, returnPc, (result) => raiseStop(b, result));
  const item = sendByCall(b, generator, value);
  b.set(words[pc + 1], item);
  const checked = expectItem(b, item, kindsOf(sites));
  sites.push({ block: b.block, environment: b.environment, value: checked });
  const answer = b.continueAfter(outer, sites);
  b.currentState = null;
  return answer;
}

/** Whether something can be sent to generators that are suspended there; coroutines are left to their callers. */
function takesValues({ runtime, pc }: Place): boolean {
  return pc !== RETURN_GENERATOR_LENGTH && (runtime.code.flags & (CO_COROUTINE | CO_ASYNC_GENERATOR)) === 0;
}

/** The generator has ended with the result. */
function raiseStop(b: Builder, result: Node): void {
  const boxed = b.boxed(result);
  b.publish();
  b.checkRaised(b.write('raise', 'stopIteration($0)', [boxed]));
  b.leave('raised');
}

/** The code behind each of the places, where the generator is there: what it yields. `end` says what follows the end of a generator. */
function resumeAtPlaces(
  b: Builder,
  places: readonly Place[],
  generator: Node,
  sent: Node,
  returnPc: number,
  end: (result: Node) => void,
): ReturnSite[] {
  const frame = b.pure('frame', '$0.frame', [generator], BOUND);
  const inputs = [generator, b.object(places[0].runtime), b.object(places[0].fn.globals)];
  const where = b.write('place', 'placeIn($0, $1, $2)', inputs);
  const outer = b.environment;
  const sites: ReturnSite[] = [];
  for (const place of places) {
    b.environment = outer;
    const here = b.pure('is', `$0 === ${place.pc}`, [where], BOOL);
    const following = b.branchAside(here);
    resume(b, { generator, frame, place, sent, loaded: new Map(), ends: [] }, returnPc, end, sites);
    b.resume(following, outer);
    b.currentState = null;
  }
  b.environment = outer.copy();
  return sites;
}

function kindsOf(sites: readonly ReturnSite[]): number {
  let kinds = 0;
  for (const { value } of sites) kinds |= value.kinds;
  return kinds;
}

/** Where most of the generators have been resumed that the loop has met. */
function placesOf(b: Builder): Place[] {
  const { places } = b.site();
  const total = places.reduce((sum, { count }) => sum + count, 0);
  const often = places.filter((place) => place.count * 4 >= total).sort((one, other) => other.count - one.count);
  const [first] = often;
  return often.filter((place) => isOfSameCode(place, first) && canResume(b, place)).slice(0, MAX_PLACES);
}

function isOfSameCode(one: Place, other: Place): boolean {
  return one.runtime === other.runtime && one.fn.globals === other.fn.globals;
}

function canResume(b: Builder, { runtime, pc }: Place): boolean {
  const isAtYield = pc === RETURN_GENERATOR_LENGTH || runtime.code.words[pc - YIELD_LENGTH] === Op.Yield;
  return isAtYield && isInlinable(b, runtime, pc);
}

/** Compiles the code from the place on; adds where it yields to `sites`. */
function resume(
  b: Builder,
  resumed: Resumed,
  returnPc: number,
  end: (result: Node) => void,
  sites: ReturnSite[],
): void {
  const { place, frame, ends } = resumed;
  const { runtime, fn, pc } = place;
  const state = CodeState.of(runtime);
  const flow = state.flowFrom(pc);
  const source = b.pure('source', '$0.source', [frame], BOUND);
  const context = b.newContext(runtime, flow, state.profile!, fn, source, null, returnPc);
  context.resumed = resumed;
  const outer = b.environment;
  const registers = load(b, resumed, (register) => flow.isKept(register) || flow.entry.liveIn.has(register));
  sites.push(...b.buildInlined(context, registers));
  for (const { block, environment, value } of ends) {
    b.environment = outer.copy();
    b.environment.takeFacts(environment);
    b.block = block;
    b.isClosed = false;
    b.currentState = null;
    end(value);
  }
}

/** What the code finds in its registers. */
function load(
  b: Builder,
  { frame, place, sent: value, loaded }: Resumed,
  isNeeded: (register: number) => boolean,
): (Node | null)[] {
  const { runtime, pc } = place;
  const sent = pc === RETURN_GENERATOR_LENGTH ? -1 : runtime.code.words[pc - YIELD_LENGTH + 1];
  const registers: (Node | null)[] = new Array(runtime.registerCount).fill(null);
  for (let register = 0; register < registers.length; register++) {
    if (register === sent) registers[register] = value;
    else if (isNeeded(register)) {
      const node = b.read('register', `$0.registers[${register}]`, [frame], ANY);
      registers[register] = node;
      loaded.set(register, node);
    }
  }
  return registers;
}

/** Any other generator. */
function resumeByCall(b: Builder, connect: Connect, generator: Node, sites: ReturnSite[]): void {
  const { words, pc } = b;
  const exit = labelOf(words, pc);
  const kinds = kindsOf(sites);
  const item = nextOfGenerator(b, generator, exit);
  b.continueIf(b.pure('yielded', '$0 !== undefined', [item], BOOL), connect(exit));
  const value = new Node('refined', '$0', [item], PURE, BOUND);
  value.alias = item;
  b.set(words[pc + 1], value);
  const checked = expectItem(b, value, kinds);
  sites.push({ block: b.block, environment: b.environment, value: checked });
}

/** The item is of the same kind as what is yielded in place: if not, the interpreter goes on behind the instruction. */
function expectItem(b: Builder, value: Node, kinds: number): Node {
  const { pc, words } = b;
  b.pc = pc + instructionLength(words, pc);
  b.currentState = null;
  const checked = kinds === 0 || isWithin(BOUND, kinds) ? value : b.expect(value, kinds & ~UNBOUND);
  b.pc = pc;
  b.currentState = null;
  return checked ?? value;
}

// ── In the code of the generator ─────────────────────────────────────────────────────────────────────────────────

/** The frame gets what it does not hold already, and the loop the value. */
export function yieldResumed(b: Builder, value: Node, sent: number): void {
  const { context, pc } = b;
  const { frame, generator, place } = context.resumed!;
  const live = context.flow.liveWithin(pc);
  storeLive(b, frame, (register) => context.flow.isKept(register) || (register !== sent && live.has(register)));
  if (place.pc !== pc + YIELD_LENGTH) {
    b.write('suspend', `$0.pc = ${pc}`, [frame]);
    b.write('suspend', `$0.sentRegister = ${sent}`, [generator]);
    if (place.pc === RETURN_GENERATOR_LENGTH) b.write('suspend', '$0.isStarted = true', [generator]);
  }
  settle(b, sent);
  b.returnInlined(value);
}

function storeLive(b: Builder, frame: Node, isNeeded: (register: number) => boolean): void {
  const { context, registers } = b.environment;
  const synced = syncedOf(b, context);
  for (let register = 0; register < registers.length; register++) {
    const node = registers[register];
    if (node === null || !isNeeded(register)) continue;
    if (node.iteration !== null) syncIteration(b, node);
    if (!isSame(synced.get(register), node)) b.write('store', `$0.registers[${register}] = $1`, [frame, b.boxed(node)]);
  }
}

/** Undoes what `publish` has told those who look at frames. */
function settle(b: Builder, sent: number): void {
  const { frameName } = b.context;
  b.write('settle_resumed', `suspendResumed(${frameName}, ${b.pc}, ${sent})`, []).reason = frameName;
}

/** At a YieldFrom, with its frame made known: the loop gets what the delegate yields. */
export function passOn(b: Builder, item: Node): void {
  const outer = b.environment;
  const following = b.branchAside(b.pure('yielded', '$0 !== undefined', [item], BOOL));
  settle(b, -1);
  b.returnInlined(item);
  b.resume(following, outer);
}

export function endResumed(b: Builder, result: Node): void {
  const { generator, ends } = b.context.resumed!;
  b.write('finish', `finishResumed($0, ${b.pc})`, [generator]);
  ends.push({ block: b.block, environment: b.environment, value: result });
  b.isClosed = true;
}
