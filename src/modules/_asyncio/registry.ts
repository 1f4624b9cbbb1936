/** Which event loop runs, which task it runs, and which tasks there are. */
import { getAttribute } from '../../objspace/attributes.ts';
import { raise, swallow } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, itemsOf, repr } from '../../objspace/operations.ts';
import { executionParts, perInterpreter } from '../../objspace/per-interpreter.ts';
import { callImported } from '../../objspace/types/imported.ts';
import { PySet } from '../../objspace/types/set/storage.ts';
import { strFromText, textOf } from '../../objspace/types/str/text.ts';
import { PyFuture } from './future.ts';
import { PyTask, TaskList } from './task-object.ts';

/** The event loop that runs, and its task. Null if there is none. */
export const running: { loop: Value; task: Value } = { loop: null, task: null };

executionParts.push({
  take: () => {
    const taken = { loop: running.loop, task: running.task };
    running.loop = null;
    running.task = null;
    return taken;
  },
  give: (taken) => {
    Object.assign(running, taken);
  },
});

// ── The loop ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function runningLoop(): Result {
  return running.loop === null ? raise('RuntimeError', 'no running event loop') : running.loop;
}

/** The loop that runs, or that of the policy. */
export function eventLoop(): Result {
  if (running.loop !== null) return running.loop;
  const policy = callImported('asyncio.events', '_get_event_loop_policy', []);
  return policy === EXIT ? EXIT : callMethod(policy as Value, 'get_event_loop', []);
}

export function callMethod(
  object: Value,
  name: string,
  args: Value[],
  keywords: readonly string[] | null = null,
): Result {
  const method = getAttribute(object, name);
  return method === EXIT ? EXIT : call(method as Value, args, keywords);
}

/** The loop of anything that behaves like a future. */
export function loopOf(future: Value): Result {
  if (future instanceof PyFuture) return future.loop ?? raise('RuntimeError', 'Future object is not initialized.');
  const method = getAttribute(future, 'get_loop');
  if (method !== EXIT) return call(method as Value, []);
  return swallow('AttributeError') ? getAttribute(future, '_loop') : EXIT;
}

// ── The current task ─────────────────────────────────────────────────────────────────────────────────────────────

/** Raises an error whose text names objects. */
export function refuse(...parts: (string | { readonly value: Value })[]): Exit {
  let message = '';
  for (const part of parts) {
    const text = typeof part === 'string' ? part : repr(part.value);
    if (text === EXIT) return EXIT;
    message += typeof text === 'string' ? text : textOf(text as Value);
  }
  return raise('RuntimeError', strFromText(message));
}

function checkLoop(loop: Value): true | Exit {
  return running.loop === loop && loop !== null ? true : refuse('loop ', { value: loop }, ' is not the running loop');
}

export function enterTask(loop: Value, task: Value): true | Exit {
  if (checkLoop(loop) === EXIT) return EXIT;
  if (running.task !== null) {
    const [value, current] = [task, running.task];
    return refuse(
      'Cannot enter into task ',
      { value },
      ' while another task ',
      { value: current },
      ' is being executed.',
    );
  }
  running.task = task;
  return true;
}

export function leaveTask(loop: Value, task: Value): true | Exit {
  if (checkLoop(loop) === EXIT) return EXIT;
  if (running.task !== task) {
    return refuse(
      'Invalid attempt to leave task ',
      { value: task },
      ' while task ',
      { value: running.task },
      ' is entered.',
    );
  }
  running.task = null;
  return true;
}

/** Makes the task the current one; gives the one before. */
export function swapTask(loop: Value, task: Value): Result {
  if (checkLoop(loop) === EXIT) return EXIT;
  const before = running.task;
  running.task = task;
  return before;
}

export function currentTask(given: Value): Result {
  const loop = given === null ? runningLoop() : given;
  if (loop === EXIT) return EXIT;
  return loop === running.loop ? running.task : null;
}

// ── All tasks ────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The tasks of an interpreter. Those that wait to be run are held by their loop until they are done: the weak references that CPython keeps
 * would cost the engine more than all the rest of a task.
 */
class Tasks {
  private readonly ofLoops: WeakMap<object, TaskList>;
  readonly eager: Set<Value>;
  /** A WeakSet of tasks that are none of this module; null until there is one. */
  foreign: Value;

  constructor() {
    this.ofLoops = new WeakMap();
    this.eager = new Set();
    this.foreign = null;
  }

  ofLoop(loop: Value): TaskList | undefined {
    return typeof loop === 'object' && loop !== null ? this.ofLoops.get(loop) : undefined;
  }

  listOf(loop: Value & object): TaskList {
    let list = this.ofLoop(loop);
    if (list === undefined) {
      list = new TaskList();
      this.ofLoops.set(loop, list);
    }
    return list;
  }
}

const tasks = perInterpreter(() => new Tasks());

export function registerTask(task: Value): true | Exit {
  if (!(task instanceof PyTask)) return registerForeign(task);
  const { loop } = task;
  if (typeof loop === 'object' && loop !== null) tasks().listOf(loop).add(task);
  return true;
}

function registerForeign(task: Value): true | Exit {
  const known = tasks();
  if (known.foreign === null) {
    const set = callImported('weakref', 'WeakSet', []);
    if (set === EXIT) return EXIT;
    known.foreign = set as Value;
  }
  return callMethod(known.foreign, 'add', [task]) === EXIT ? EXIT : true;
}

export function unregisterTask(task: Value): true | Exit {
  const known = tasks();
  if (task instanceof PyTask) TaskList.remove(task);
  else if (known.foreign !== null && callMethod(known.foreign, 'discard', [task]) === EXIT) return EXIT;
  return true;
}

export function registerEager(task: Value): void {
  tasks().eager.add(task);
}

export function unregisterEager(task: Value): void {
  tasks().eager.delete(task);
}

/** The tasks of a loop that are not done, as a set. */
export function allTasks(given: Value): Result {
  const loop = given === null ? runningLoop() : given;
  if (loop === EXIT) return EXIT;
  const known = tasks();
  const result = new PySet();
  const foreign = known.foreign === null ? [] : itemsOf(known.foreign);
  if (foreign === EXIT) return EXIT;
  for (const task of [...(foreign as Value[]), ...known.eager])
    if (addIfPending(result, task, loop as Value) === EXIT) return EXIT;
  for (const task of known.ofLoop(loop as Value) ?? []) if (!task.isDone && result.add(task) === EXIT) return EXIT;
  return result;
}

function addIfPending(result: PySet, task: Value, loop: Value): true | Exit {
  const own = loopOf(task);
  if (own === EXIT) return EXIT;
  if (own !== loop) return true;
  const done = callMethod(task, 'done', []);
  const isDone = done === EXIT ? EXIT : isTrue(done as Value);
  if (isDone === EXIT) return EXIT;
  return isDone === false && result.add(task) === EXIT ? EXIT : true;
}
