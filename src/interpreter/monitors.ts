/** `sys.monitoring` (PEP 669: https://peps.python.org/pep-0669/): the tools, the events they want, and how they are told. */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { raiseValueError } from '../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { interpreterParts } from '../objspace/per-interpreter.ts';
import { objectType } from '../objspace/types/object.ts';
import { call } from '../objspace/operations.ts';
import { instruments } from './instruments.ts';
import { PyCode } from './py-code.ts';
import { state } from '../objspace/state.ts';

/** The events by number. Those before RAISE belong to a place in the code; C_RETURN and C_RAISE come with CALL. */
export const EVENTS = [
  'PY_START',
  'PY_RESUME',
  'PY_RETURN',
  'PY_YIELD',
  'CALL',
  'LINE',
  'INSTRUCTION',
  'JUMP',
  'BRANCH_LEFT',
  'BRANCH_RIGHT',
  'STOP_ITERATION',
  'RAISE',
  'EXCEPTION_HANDLED',
  'PY_UNWIND',
  'PY_THROW',
  'RERAISE',
  'C_RETURN',
  'C_RAISE',
  'BRANCH',
] as const;
export type EventName = (typeof EVENTS)[number];

export const EVENT = Object.fromEntries(EVENTS.map((name, index) => [name, index])) as Record<EventName, number>;
/** Events that belong to a place in the code, so that they can be local and disabled. */
export const LOCAL_EVENTS = (1 << EVENT.RAISE) - 1;

/** How many bits a pc has in the key of a disabled place. */
const PC_SPAN = 2 ** 32;

export class Tool {
  name: Value = null;
  events = 0;
  readonly callbacks: Value[] = EVENTS.map(() => null);
  local = new WeakMap<Code, number>();
  /** Union of the local events: it only grows. */
  localUnion = 0;
  /** Places where a callback has answered DISABLE, per code: event and pc. */
  disabled = new WeakMap<Code, Set<number>>();

  clear(): void {
    this.events = 0;
    this.localUnion = 0;
    this.local = new WeakMap();
    this.disabled = new WeakMap();
    this.callbacks.fill(null);
  }

  wants(event: number, code: Code): boolean {
    const bit = 1 << event;
    if ((this.events & bit) !== 0) return true;
    return (this.localUnion & bit) !== 0 && ((this.local.get(code) ?? 0) & bit) !== 0;
  }
}

const newTools = (): Tool[] => Array.from({ length: 6 }, () => new Tool());

/** Those of the current interpreter. */
export const TOOLS: Tool[] = newTools();

export const monitors = {
  /** Events that any tool wants, anywhere. */
  mask: 0,
  DISABLE: call(objectType, []) as Value,
  MISSING: call(objectType, []) as Value,
};

interpreterParts.push({
  take: () => {
    const taken = TOOLS.splice(0, TOOLS.length, ...newTools());
    updateMask();
    return taken;
  },
  give: (tools) => {
    TOOLS.splice(0, TOOLS.length, ...(tools as Tool[]));
    updateMask();
  },
});

/** To be called when the events of a tool have changed. */
export function updateMask(): void {
  monitors.mask = TOOLS.reduce((mask, tool) => mask | tool.events | tool.localUnion, 0);
}

export function isMonitored(event: number): boolean {
  return (monitors.mask & (1 << event)) !== 0;
}

/** What C_RETURN and C_RAISE are switched by. */
function switchOf(event: number): number {
  return event === EVENT.C_RETURN || event === EVENT.C_RAISE ? EVENT.CALL : event;
}

/** Tells the tools of an event at a place: `args` come behind the code object. */
export function fire(event: number, code: Code, pc: number, ...args: Value[]): true | Exit {
  const source = switchOf(event);
  if (!isMonitored(source)) return true;
  for (const tool of TOOLS) {
    if (!tool.wants(source, code)) continue;
    const callback = callbackOf(tool, event);
    if (callback === null || tool.disabled.get(code)?.has(source * PC_SPAN + pc)) continue;
    if (tell(tool, event, callback, code, pc, args) === EXIT) return EXIT;
  }
  return true;
}

/** Whether a tool wants that event there, and has not disabled it. */
export function isToldOf(event: number, code: Code, pc: number): boolean {
  return TOOLS.some((tool) => tool.wants(event, code) && !tool.disabled.get(code)?.has(event * PC_SPAN + pc));
}

/** A callback for BRANCH gets both kinds of branches. */
function callbackOf(tool: Tool, event: number): Value {
  const own = tool.callbacks[event];
  const isBranch = event === EVENT.BRANCH_LEFT || event === EVENT.BRANCH_RIGHT;
  return own === null && isBranch ? tool.callbacks[EVENT.BRANCH] : own;
}

function tell(tool: Tool, event: number, callback: Value, code: Code, pc: number, args: Value[]): true | Exit {
  const { exception, frame } = state;
  state.exception = null;
  instruments.suspended++;
  const result = call(callback, [PyCode.of(code) as Value, ...args]);
  instruments.suspended--;
  state.frame = frame;
  if (result === EXIT) return EXIT;
  state.exception = exception;
  if (result !== monitors.DISABLE) return true;
  const source = switchOf(event);
  if (((1 << source) & LOCAL_EVENTS) === 0) {
    tool.callbacks[event] = null;
    return raiseValueError(`Cannot disable ${EVENTS[event]} events. Callback removed.`);
  }
  disable(tool, code, source, pc);
  // Who listens to BRANCH has heard of a loop when it has heard of one of its ways.
  const isBranch = event === EVENT.BRANCH_LEFT || event === EVENT.BRANCH_RIGHT;
  if (!isBranch || tool.callbacks[event] !== null || !LOOPS.has(code.words[pc])) return true;
  disable(tool, code, event === EVENT.BRANCH_LEFT ? EVENT.BRANCH_RIGHT : EVENT.BRANCH_LEFT, pc);
  return true;
}

const LOOPS: ReadonlySet<number> = new Set([Op.ForIter, Op.EndAsyncFor]);

function disable(tool: Tool, code: Code, event: number, pc: number): void {
  let places = tool.disabled.get(code);
  if (places === undefined) tool.disabled.set(code, (places = new Set()));
  places.add(event * PC_SPAN + pc);
}
