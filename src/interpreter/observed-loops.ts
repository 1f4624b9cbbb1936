/**
 * A call of `any`, `all` or `tuple` with a generator expression, executed as the loop that it is in CPython, while somebody observes: the
 * generator runs on top of the frame, which comes back to its line with each item.
 */
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { isTrue } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { placeOf } from './code-entry.ts';
import { Continuation, finish, type Next } from './continuation.ts';
import type { Frame } from './frame.ts';
import { debugOf } from './frame-debug.ts';
import { close, pushGenerator, PyGenerator } from './generator.ts';
import { isBuiltin, type LoopSite, loopSiteAt } from './loops-of-calls.ts';
import { branchAt, testPlace } from './branch-places.ts';
import { instruments } from './instruments.ts';
import { EVENT, fire } from './monitors.ts';
import { RAISED } from './outcomes.ts';
import { isSmallExit } from './small-exits.ts';
import { trace } from './tracing.ts';

/** Words of a Call with one argument. */
const CALL_LENGTH = 6;

/** Begins the loop that the Call at frame.pc is: the generator's frame; undefined if it is a call. */
export function enterLoop(frame: Frame): Next | undefined {
  const { code, pc, registers } = frame;
  const site = loopSiteAt(code, pc);
  if (site === undefined || !isBuiltin(site, registers[code.words[pc + 2]] as Value)) return undefined;
  const generator = registers[code.words[pc + 5]];
  if (!(generator instanceof PyGenerator) || generator.kind !== 'generator' || state.depth >= state.depthLimit)
    return undefined;
  return new ObservedLoop(site, generator).next(frame);
}

class ObservedLoop extends Continuation {
  private readonly site: LoopSite;
  private readonly generator: PyGenerator;
  private readonly items: PyList;

  constructor(site: LoopSite, generator: PyGenerator) {
    super();
    this.site = site;
    this.generator = generator;
    this.items = PyList.of([]);
  }

  /** Asks for an item. */
  next(back: Frame): Next {
    return pushGenerator(this.generator, back, this);
  }

  override yielded(back: Frame, value: Value): Next {
    if (this.branch(back, EVENT.BRANCH_LEFT) === EXIT) return RAISED;
    if (this.site.name === 'tuple') this.items.append(value);
    else {
      const truth = isTrue(value);
      const isDecided = truth === (this.site.name === 'any');
      if (truth === EXIT || this.tested(back, isDecided) === EXIT) return RAISED;
      if (isDecided && this.branch(back, EVENT.BRANCH_RIGHT) === EXIT) return RAISED;
      // Nobody else has the generator.
      if (isDecided && close(this.generator) === EXIT) return RAISED;
      if (isDecided) return this.end(back, truth);
    }
    return this.again(back) === EXIT ? RAISED : this.next(back);
  }

  resume(back: Frame): Next {
    if (instruments.loopEnded(back, null) === EXIT) return RAISED;
    if (this.branch(back, EVENT.BRANCH_RIGHT) === EXIT) return RAISED;
    const { name } = this.site;
    return this.end(back, name === 'tuple' ? (new PyTuple(this.items.toArray()) as Value) : name === 'all');
  }

  /** Jumps over the call that would be made if the name meant something else. */
  private end(back: Frame, result: Value): Next {
    const { code, pc } = back;
    const end = pc + CALL_LENGTH;
    // A variable takes the result by an instruction of its own.
    const isStored = code.words[pc + 1] < code.varnames.length;
    const to = isStored ? testPlace(pc) : placeOf(end);
    const isCopied = isSmallExit(code, end, isStored ? 1 : 0);
    if (!isCopied && fire(EVENT.JUMP, code, end, testPlace(pc), to) === EXIT) return RAISED;
    return finish(back, result, CALL_LENGTH);
  }

  private branch({ code, pc }: Frame, event: number): true | Exit {
    const { source, left, right } = branchAt(code, pc)!;
    return fire(event, code, pc, source, event === EVENT.BRANCH_LEFT ? left : right);
  }

  /** Whether an item is true has been asked. */
  private tested({ code, pc }: Frame, isDecided: boolean): true | Exit {
    const place = testPlace(pc);
    const event = isDecided ? EVENT.BRANCH_RIGHT : EVENT.BRANCH_LEFT;
    return fire(event, code, pc, place, isDecided ? place : placeOf(pc));
  }

  /** Back to the head of the loop, whose line trace functions are told again. */
  private again(back: Frame): true | Exit {
    const { code, pc } = back;
    if (fire(EVENT.JUMP, code, pc, testPlace(pc), placeOf(pc)) === EXIT) return EXIT;
    return debugOf(back).traceLines ? trace(back, 'line', null) : true;
  }
}
